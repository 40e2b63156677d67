"""What a coloured picture is measured by."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .perceptual import Perceptual


def ab_error(answer: Tensor, truth: Tensor) -> float:
    """Mean distance in the ab plane, Lab units; 2×H×W."""
    return (answer - truth).norm(dim=0).mean().item()


def psnr(answer: Tensor, truth: Tensor) -> float:
    """Of sRGB in 0…1, dB."""
    return -10 * torch.log10(((answer - truth) ** 2).mean()).item()


def colorfulness(rgb: Tensor) -> float:
    """Hasler and Süsstrunk 2003, of sRGB 3×H×W in 0…1."""
    r, g, b = rgb * 255
    rg, yb = r - g, (r + g) / 2 - b
    return (torch.hypot(rg.std(), yb.std()) + 0.3 * torch.hypot(rg.mean(), yb.mean())).item()


class NearLpips:
    """LPIPS with SqueezeNet, on the three of its seven layers that the teacher file has."""

    LAYERS = (("f3", 1), ("f5", 2), ("f9", 5))

    def __init__(self, teachers: Path):
        self.features = Perceptual(teachers, "squeezenet11_features.onnx", tuple(name for name, _ in self.LAYERS))
        weights = torch.load(teachers / "lpips_squeeze_linear.pth", map_location="cpu")
        self.weights = [weights[f"lin{index}.model.1.weight"] for _, index in self.LAYERS]

    @torch.no_grad()
    def __call__(self, answer: Tensor, truth: Tensor) -> float:
        """3×H×W in 0…1."""
        layers = zip(self.features(answer[None]), self.features(truth[None]), self.weights)
        return sum(F.conv2d((F.normalize(a, dim=1) - F.normalize(b, dim=1)) ** 2, weight).mean().item() for a, b, weight in layers)


class FrechetDistance:
    """FID's formula on mean features of MobileNetV2's last block, in the truth's 64 main directions: for comparing rows of one table,
    not with published FIDs."""

    DIRECTIONS = 64

    def __init__(self, teachers: Path):
        self.features = Perceptual(teachers, layers=("s6",))

    @torch.no_grad()
    def describe(self, rgb: Tensor) -> Tensor:
        """3×H×W → 320."""
        return self.features(rgb[None])[0].mean((0, 2, 3))

    def __call__(self, answers: Tensor, truths: Tensor) -> float:
        """n×320 each."""
        axes = torch.linalg.svd((truths - truths.mean(0)).double(), full_matrices=False)[2][:self.DIRECTIONS].t()
        a, b = answers.double() @ axes, truths.double() @ axes
        covariance_a, covariance_b = torch.cov(a.t()), torch.cov(b.t())
        values = torch.linalg.eigvals(covariance_a @ covariance_b).real.clamp(min=0)
        return ((a.mean(0) - b.mean(0)).square().sum() + covariance_a.trace() + covariance_b.trace() - 2 * values.sqrt().sum()).item()
