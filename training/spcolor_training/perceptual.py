"""Distances in the features of a teacher network, for SMP and for evaluation."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .onnx_module import OnnxModule

_MEAN, _DEVIATION = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])


class Perceptual(nn.Module):
    """MobileNetV2 (Apache-2.0), strides 4, 8 and 16: cheap enough to run in each training step on a CPU."""

    LAYERS = ("s1", "s2", "s4")

    def __init__(self, teachers: Path, file: str = "mobilenetv2_features.onnx", layers: tuple[str, ...] = LAYERS):
        super().__init__()
        self.network = OnnxModule(teachers / file, list(layers)).eval()

    def forward(self, rgb: Tensor) -> list[Tensor]:
        """B×3×H×W in 0…1 → the layers."""
        return self.network((rgb - _MEAN.to(rgb).view(1, 3, 1, 1)) / _DEVIATION.to(rgb).view(1, 3, 1, 1))


def relative_distance(answer: list[Tensor], truth: list[Tensor], confidence: Tensor | None = None) -> Tensor:
    """Mean over the layers of |answer − truth| relative to |truth|; SMP (Eq. 16) where `confidence` (B×1×H×W) is given: × (1 − confidence)."""
    terms = []
    for found, wanted in zip(answer, truth):
        distance = (found - wanted).abs().mean(1, keepdim=True) / wanted.abs().mean()
        if confidence is not None:
            distance = distance * (1 - F.adaptive_avg_pool2d(confidence, found.shape[2:]))
        terms.append(distance.mean())
    return torch.stack(terms).mean()
