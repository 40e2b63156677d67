from pathlib import Path

import pytest
import torch
from torch import nn

from spcolor_training.area_network import AreaNetwork
from spcolor_training.areas import AREAS
from spcolor_training.color import ColorNetwork
from spcolor_training.export import ColorForExport, MatchFeatures, check, write_graph
from spcolor_training.guide import Guide


def _lively(network: nn.Module) -> nn.Module:
    """Norms as after training: at their start an error in folding them would not show."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
            layer.weight.data.uniform_(0.5, 1.5)
    return network.eval()


def test_guide_shapes_and_unit_vectors() -> None:
    match, code = _lively(Guide())(torch.rand(2, 1, 64, 96) * 100)
    assert match.shape == (2, Guide.MATCH_CHANNELS, 16, 24) and code.shape == (2, Guide.CODE_CHANNELS, 8, 12)
    for vectors in (match, code):
        assert torch.allclose(vectors.norm(dim=1), torch.ones(1), atol=1e-4)


def test_area_codes_are_roots_of_probabilities() -> None:
    code = _lively(AreaNetwork())(torch.rand(2, 1, 64, 96) * 100)
    assert code.shape == (2, len(AREAS), 16, 24)
    assert torch.allclose((code ** 2).sum(1), torch.ones(()), atol=1e-5)


def test_color_network_starts_near_the_warped_colors() -> None:
    warped = torch.randn(1, 2, 64, 64) * 20
    answer = ColorNetwork().eval()(torch.rand(1, 1, 64, 64) * 100, warped, torch.rand(1, 1, 64, 64))
    assert (answer - torch.sigmoid(torch.ones(())) * warped).abs().max() < 2


FP16_COST = 2e-2
"""ab units that the halved weights cost; measured 0.003 on seeded networks."""


def test_files_answer_as_the_networks(tmp_path: Path) -> None:
    guide, areas, color = _lively(Guide()), _lively(AreaNetwork()), ColorNetwork()
    nn.init.normal_(color.leave.weight, 0, 0.05)
    _lively(color)
    inputs = (torch.rand(1, 1, 64, 64) * 100, torch.randn(1, 2, 64, 64) * 20, torch.rand(1, 1, 64, 64))
    write_graph(MatchFeatures(guide).eval(), inputs[:1], ["L"], ["feat"], tmp_path / "features.onnx")
    write_graph(areas, inputs[:1], ["L"], ["code"], tmp_path / "segmentation.onnx")
    write_graph(ColorForExport(color).eval(), inputs, ["L", "warp_ab", "conf"], ["ab"], tmp_path / "color.onnx")
    for size in ((64, 64), (96, 160)):
        sized = tuple(nn.functional.interpolate(part, size=size) for part in inputs)
        check(tmp_path / "features.onnx", MatchFeatures(guide), sized[:1], FP16_COST)
        check(tmp_path / "segmentation.onnx", areas, sized[:1], FP16_COST)
        check(tmp_path / "color.onnx", color, sized, FP16_COST)
    with pytest.raises(RuntimeError, match="differs from the network"):
        check(tmp_path / "color.onnx", _lively(ColorNetwork()), inputs, FP16_COST)
