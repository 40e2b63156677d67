from pathlib import Path

import torch
from test_networks import _lively
from torch import nn

from spcolor_training.area_network import AreaNetwork
from spcolor_training.color import ColorNetwork
from spcolor_training.export import ColorForExport, write_graph
from spcolor_training.guide import Guide
from spcolor_training.warm_start import start_from

FP16_COST = 2e-2
"""As in test_networks: the file's weights are halved."""


def test_a_network_goes_on_as_its_graph(tmp_path: Path) -> None:
    color = ColorNetwork()
    nn.init.normal_(color.leave.weight, 0, 0.05)
    _lively(color)
    inputs = (torch.rand(4, 1, 64, 64) * 100, torch.randn(4, 2, 64, 64) * 20, torch.rand(4, 1, 64, 64))
    write_graph(ColorForExport(color).eval(), tuple(part[:1] for part in inputs), ["L", "warp_ab", "conf"], ["ab"], tmp_path / "color.onnx")
    other = ColorNetwork()
    taken, layers = start_from(other, tmp_path / "color.onnx", inputs)
    assert taken == layers
    with torch.no_grad():
        assert (other.eval()(*inputs) - color(*inputs)).abs().max() < FP16_COST
        # Its norms work: with the pictures it was calibrated on, training mode answers about the same.
        assert (other.train()(*inputs) - color(*inputs)).abs().max() < 0.5


def test_layers_of_other_shapes_stay_as_they_were(tmp_path: Path) -> None:
    guide = _lively(Guide())
    write_graph(guide, (torch.rand(1, 1, 64, 64) * 100,), ["L"], ["feat", "code"], tmp_path / "features.onnx")
    other = Guide()
    other.match = nn.Conv2d(96, 64, 1)
    before = other.match.weight.clone()
    taken, layers = start_from(other, tmp_path / "features.onnx", (torch.rand(2, 1, 64, 64) * 100,))
    assert taken == layers - 1 and torch.equal(other.match.weight, before)


def test_the_area_network_goes_on_as_its_graph(tmp_path: Path) -> None:
    areas, inputs = AreaNetwork(), (torch.rand(4, 1, 64, 64) * 100,)
    nn.init.normal_(areas.whole.weight, 0, 0.02)
    _lively(areas)
    write_graph(areas, (inputs[0][:1],), ["L"], ["code"], tmp_path / "segmentation.onnx")
    other = AreaNetwork()
    taken, layers = start_from(other, tmp_path / "segmentation.onnx", inputs)
    assert taken == layers
    with torch.no_grad():
        assert (other.eval()(*inputs) - areas(*inputs)).abs().max() < FP16_COST
