"""What the guide network learns from: deep features of an ImageNet network that looks at the grey picture, class posteriors of an ADE20K network that
looks at the colour photo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .onnx_module import OnnxModule

BORDER = 32
"""Reflected pixels round a picture: with zero padding alone the border becomes a class of its own (training-recipe.md §6)."""

MIDDLE_STRIDE, DEEP_STRIDE = 8, 16
MIDDLE_CHANNELS, DEEP_CHANNELS, CLASSES = 64, 128, 32


@dataclass(frozen=True)
class Projection:
    """Principal axes of one teacher layer."""

    mean: Tensor
    axes: Tensor

    @staticmethod
    def fit(samples: Tensor, channels: int) -> Projection:
        """n×C samples → the `channels` axes with most variance."""
        mean = samples.mean(0)
        centred = (samples - mean).double()
        _, vectors = torch.linalg.eigh(centred.t() @ centred)
        return Projection(mean, vectors.flip(1)[:, :channels].float().contiguous())

    def apply(self, features: Tensor) -> Tensor:
        """B×C×h×w → B×channels×h×w, unit length."""
        projected = torch.einsum("bchw,cd->bdhw", features - self.mean.to(features).view(1, -1, 1, 1), self.axes.to(features))
        return F.normalize(projected, dim=1)


class Teachers:
    """ResNet-101 v2 (Apache-2.0) and MOSAIC ADE20K-32 (Apache-2.0)."""

    def __init__(self, folder: Path, device: str = "cpu"):
        self.features = OnnxModule(folder / "resnet101v2_block3.onnx", ["b2u3", "b3u22"]).to(device).eval()
        self.classes = OnnxModule(folder / "mosaic_ade20k32_512.onnx").to(device).eval()

    @torch.no_grad()
    def deep(self, grey: Tensor) -> tuple[Tensor, Tensor]:
        """B×3×H×W in 0…1, sides multiples of 32 → block 2 (512 channels, stride 8) and block 3 (1024 channels, stride 16)."""
        middle, deep = self.features(F.pad(grey * 2 - 1, (BORDER,) * 4, mode="reflect"))
        return tuple(layer[:, :, b:-b, b:-b] for layer, b in ((middle, BORDER // MIDDLE_STRIDE), (deep, BORDER // DEEP_STRIDE)))

    @torch.no_grad()
    def posterior(self, rgb: Tensor) -> Tensor:
        """B×3×H×W in 0…1 → ADE20K-32 class posteriors, B×32×H/8×W/8."""
        large = F.interpolate(rgb * 2 - 1, size=(512, 512), mode="bilinear", align_corners=False)
        logits = torch.cat([self.classes(picture[None])[0] for picture in large])
        if logits.shape[1] != CLASSES:
            logits = logits.permute(0, 3, 1, 2)
        size = (rgb.shape[2] // MIDDLE_STRIDE, rgb.shape[3] // MIDDLE_STRIDE)
        return F.interpolate(torch.softmax(logits, 1), size=size, mode="area")
