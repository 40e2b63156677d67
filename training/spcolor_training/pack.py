"""A pack's networks run as the product runs them, for evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .correspondence import Facts, Warp, reduce_centres, warp
from .onnx_module import OnnxModule
from .smoothing import GatedSmoothing, Smoothing


class Pack:
    """A compact pack from its folder."""

    def __init__(self, folder: Path, device: str = "cpu"):
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        features, segmentation = manifest["features"]["target"], manifest.get("segmentation")
        heads = [features["match"]["name"], *([features["code"]["name"]] if segmentation is None else [])]
        self.features = OnnxModule(folder / features["graph"], heads).to(device)
        self.segmentation = None if segmentation is None else OnnxModule(folder / segmentation["graph"]).to(device)
        self.color = OnnxModule(folder / manifest["color"]["graph"]).to(device)
        self.centres = torch.tensor(json.loads((folder / manifest["classes"]["centres"]).read_text(encoding="utf-8"))["centres"], device=device)
        self.names: list[str] = manifest["classes"].get("names", [])
        similarity = manifest["correspondence"]["similarity"]
        self.facts = Facts(
            manifest["classes"]["sharpness"], similarity["offset"], similarity["scale"], manifest["features"]["codeWeight"], manifest["classes"].get("membership"))
        self.smoothing = Smoothing.read(manifest)
        self._reduced: dict[int, Tensor] = {}

    @torch.no_grad()
    def describe(self, luminance: Tensor) -> tuple[Tensor, Tensor]:
        """1×H×W → match C×H/4×W/4, code C×h×w on the grid that the pack has."""
        match, *code = self.features(luminance[None])
        return match[0], (code[0] if self.segmentation is None else self.segmentation(luminance[None])[0])[0]

    def match(self, target: tuple[Tensor, Tensor], reference: tuple[Tensor, Tensor], reference_ab: Tensor, areas: int) -> Warp:
        """Steps 4 to 6; reference ab 2×H×W."""
        if areas not in self._reduced:
            self._reduced[areas] = reduce_centres(self.centres.cpu(), areas)
        return warp((target[0], reference[0]), (target[1], reference[1]), reference_ab, self.centres, self._reduced[areas], self.facts)

    @torch.no_grad()
    def colorize(self, luminance: Tensor, warped: Warp) -> tuple[Tensor, Tensor]:
        """Step 7, with the smoothing of both steps where the pack asks for it: 1×H×W → the answer's ab and the warped ab, 2×H×W each."""
        smoothing = GatedSmoothing(self.smoothing, luminance, warped.cosine) if self.smoothing else None
        even = smoothing.warped(warped.ab, warped.confidence) if smoothing else warped.ab
        size = luminance.shape[1:]
        ab, confidence = (F.interpolate(part[None], size=size, mode="bilinear", align_corners=False) for part in (even, warped.confidence[None]))
        answer = self.color(luminance[None], ab, confidence)[0][0]
        return smoothing.output(answer) if smoothing else answer, ab[0]
