"""python3 -m spcolor_training.export: writes a pack (graphs, centres, manifest) and checks the graphs against the networks."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from .classes import Classes
from .color import ColorNetwork
from .correspondence import CODE_WEIGHT, MEMBERSHIP, SIMILARITY_OFFSET, SIMILARITY_SCALE, TEMPERATURE
from .area_network import AreaNetwork
from .areas import AREAS
from .find_classes import load_areas
from .guide import Guide
from .guide_data import HELD_OUT
from .layers import unit
from .onnx_module import OnnxModule
from .photos import read_list
from .run import best_of, one_thread
from .smoothing import Smoothing

OPSET = 17
FEATURES, SEGMENTATION, COLOR = "features.onnx", "segmentation.onnx", "color.onnx"
LUMINANCES = tuple(torch.rand(1, 1, height, width, generator=torch.Generator().manual_seed(0)) * 100 for height, width in ((256, 256), (192, 320)))
"""What files are compared with their networks on."""

PARITY, UNIT_PARITY = 5e-2, 1e-2
"""Largest difference allowed between a network and its file, in ab units (a tenth of what a step of an 8-bit channel changes) and in unit vectors: what
fp16 weights cost on noise, measured up to 0.021 and 0.0003."""

CHOICE_REACH = 12
"""Pixels at S = 256 beyond which the user's choice for an area changes nothing (docs/architecture.md, decision 23)."""

COARSE_SIDE = 256
"""S at which areas and matches are decided; a larger working size refines them."""

AREA_EDGES = {"sigma": 3.0, "lambda": 300.0, "islands": 0.002}
"""How spcolor brings areas to the edges of a picture (docs/architecture.md, decision 14); evaluations here have the cells' areas."""


class MatchFeatures(nn.Module):
    """The guide network's match head; its class code only teaches it."""

    def __init__(self, guide: Guide):
        super().__init__()
        self.guide = guide

    def forward(self, luminance: Tensor) -> Tensor:
        return unit(self.guide.heads(luminance)[0])


class ColorForExport(nn.Module):
    """The colour network with pixel-unshuffle and the first 3×3 folded into one 6×6 convolution of stride 2, exactly: opset 17 cannot
    write the former with free sizes."""

    def __init__(self, network: ColorNetwork):
        super().__init__()
        self.network = network
        convolution, norm, _ = network.enter[0]
        self.first = nn.Conv2d(4, convolution.out_channels, 6, 2, 2, bias=False)
        # Channel c·4 + dy·2 + dx at (i, j) looks at pixel (2i + dy, 2j + dx) of plane c.
        weight = convolution.weight.detach().view(-1, 4, 2, 2, 3, 3).permute(0, 1, 4, 2, 5, 3)
        self.first.weight = nn.Parameter(weight.reshape(-1, 4, 6, 6).contiguous())
        self.norm = norm

    def forward(self, luminance: Tensor, warped: Tensor, confidence: Tensor) -> Tensor:
        x = torch.cat([luminance / 50 - 1, warped / 50, confidence], 1)
        first = self.network.enter[1](torch.relu(self.norm(self.first(x))))
        return self.network.after_entering(first, warped)


def write_graph(network: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str], path: Path) -> None:
    """One ONNX file, sizes free, weights in fp16 with a Cast to fp32 behind each."""
    axes = {name: {2: f"h_{name}", 3: f"w_{name}"} for name in (*names, *outputs)}
    torch.onnx.export(network, inputs, str(path), input_names=names, output_names=outputs, opset_version=OPSET, dynamic_axes=axes)
    model = onnx.load(str(path))
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and len(tensor.dims) > 0:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}_fp16"))
            casts.append(helper.make_node("Cast", [f"{name}_fp16"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def check(path: Path, network: nn.Module, inputs: tuple[Tensor, ...], tolerance: float) -> float:
    """The largest difference between the file and the network; raises where it is over the tolerance."""
    with torch.no_grad():
        wanted = network(*inputs)
        found = OnnxModule(path)(*inputs)
    worst = max((a - b).abs().max().item() for a, b in zip(found, wanted if isinstance(wanted, tuple) else (wanted,)))
    if not worst <= tolerance:
        raise RuntimeError(f"{path}: differs from the network by {worst}, allowed {tolerance}")
    return worst


def manifest(folder: Path, version: str, classes: Classes, default_areas: int) -> dict[str, Any]:
    """The facts of the pack (docs/architecture.md, src/SPColor.Core/Models)."""
    def entry(name: str) -> dict[str, Any]:
        data = (folder / name).read_bytes()
        return {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    luminance = {"name": "L", "convention": "luminance", "range": {"minimum": 0, "maximum": 100}}
    picture = {"graph": FEATURES, "input": luminance, "match": {"name": "feat", "channels": Guide.MATCH_CHANNELS, "stride": 4}}
    return {
        "format": 1,
        "name": "compact",
        "version": version,
        "license": "MIT",
        "description": "SPColor's own small networks, trained from scratch: one for match features, one for areas, one for colours.",
        "files": [entry(name) for name in (FEATURES, SEGMENTATION, COLOR, "centres.json")],
        "features": {"target": picture, "reference": picture, "codeWeight": CODE_WEIGHT},
        "segmentation": {"graph": SEGMENTATION, "input": luminance, "code": {"name": "code", "channels": len(AREAS), "stride": AreaNetwork.STRIDE}},
        "classes": {
            "centres": "centres.json", "count": len(classes.centres), "channels": len(AREAS), "sharpness": classes.sharpness,
            "rule": "summed-probability", "membership": MEMBERSHIP, "edges": AREA_EDGES, "resampling": "bilinear",
            "defaultAreas": default_areas,
            **({} if classes.names is None else {"names": classes.names})},
        "correspondence": {
            "temperature": TEMPERATURE, "centring": "none", "coarseSide": COARSE_SIDE,
            "similarity": {"offset": SIMILARITY_OFFSET, "scale": SIMILARITY_SCALE, "clamp": True}},
        "color": {
            "graph": COLOR,
            "inputs": [
                {"name": "L", "planes": ["luminance"]},
                {"name": "warp_ab", "planes": ["warped-a", "warped-b"]},
                {"name": "conf", "planes": ["similarity"]}],
            "luminance": {"minimum": 0, "maximum": 100},
            "upsampling": "bilinear",
            "choiceReach": CHOICE_REACH,
            "output": "ab"},
        "smoothing": Smoothing().section()}


def photos_seen(work: Path) -> list[str]:
    """Names of the photos of this work folder that a network was trained on, for the record of a version."""
    photos, seen = read_list(work / "photos.tsv"), []
    for order, done, first in (("order.npy", "targets.done", HELD_OUT), ("areas-order.npy", "posteriors.done", 0)):
        if (work / done).exists():
            seen += np.load(work / order)[first:int((work / done).read_text())].tolist()
    return sorted({photos[index].file for index in seen})


def write_features(guide: Guide | None, kept: Path | None, path: Path) -> None:
    """Match features of the guide network, or those of a pack."""
    if guide is None and [output.name for output in onnx.load(str(kept / FEATURES)).graph.output] == ["feat"]:
        shutil.copyfile(kept / FEATURES, path)
        return
    if guide is None:
        onnx.utils.extract_model(str(kept / FEATURES), str(path), ["L"], ["feat"])
        return
    inputs, odd = LUMINANCES
    write_graph(MatchFeatures(guide).eval(), (inputs,), ["L"], ["feat"], path)
    for size in (inputs, odd):
        print(path.name, check(path, MatchFeatures(guide), (size,), UNIT_PARITY))


def write_color(network: ColorNetwork | None, kept: Path | None, path: Path) -> None:
    """The colour network, or that of a pack."""
    if network is None:
        shutil.copyfile(kept / COLOR, path)
        return
    generator = torch.Generator().manual_seed(0)
    inputs = [
        (luminance, torch.randn(1, 2, *luminance.shape[2:], generator=generator) * 20, torch.rand(1, 1, *luminance.shape[2:], generator=generator))
        for luminance in LUMINANCES]
    write_graph(ColorForExport(network).eval(), inputs[0], ["L", "warp_ab", "conf"], ["ab"], path)
    for sizes in inputs:
        print(path.name, check(path, network, sizes, PARITY))


def trained(network: nn.Module, checkpoint: Path, kept: Path | None) -> nn.Module | None:
    """The best average of a run; null where there was none and a pack has the network."""
    if not best_of(checkpoint).exists() and kept is not None:
        return None
    network.load_state_dict(torch.load(best_of(checkpoint), map_location="cpu"))
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="color")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--kept", type=Path, help="pack whose match features or colours are taken where this work folder has no run of them")
    parser.add_argument("--photos", type=Path, help="file for the names of the photos that were trained on")
    parser.add_argument("--areas", type=int, default=22)
    arguments = parser.parse_args()
    one_thread()
    out, kept = arguments.out, arguments.kept
    out.mkdir(parents=True, exist_ok=True)
    write_features(trained(Guide(), arguments.work / "guide.pt", kept), kept, out / FEATURES)
    write_color(trained(ColorNetwork(), arguments.work / f"{arguments.name}.pt", kept), kept, out / COLOR)
    areas = load_areas(arguments.work)
    write_graph(areas, LUMINANCES[:1], ["L"], ["code"], out / SEGMENTATION)
    for luminance in LUMINANCES:
        print(SEGMENTATION, check(out / SEGMENTATION, areas, (luminance,), UNIT_PARITY))
    classes = Classes.load(arguments.work / "classes.pt")
    rows = [[round(value, 6) for value in centre] for centre in classes.centres.tolist()]
    written = {"count": len(rows), "channels": len(rows[0]), "centres": rows}
    (out / "centres.json").write_text(json.dumps(written) + "\n", encoding="utf-8")
    facts = manifest(out, arguments.version, classes, arguments.areas)
    if arguments.photos is not None:
        arguments.photos.write_text("\n".join(photos_seen(arguments.work)) + "\n", encoding="utf-8")
    (out / "manifest.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
