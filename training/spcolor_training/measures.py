"""What a coloured picture is measured by."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from scipy.ndimage import gaussian_filter, map_coordinates
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


WINDOW, WINDOW_STEP, EVEN_COLOR, EVEN_LUMINANCE, LEAST_WINDOWS = 32, 8, 2.0, 4.0, 8
"""Pixels of a window and from one to the next; spreads up to which a window is even (ab and L units); with fewer even windows there is no measure."""

EDGE, CHANGE, REACH, BESIDE, PROFILES, LEAST_PROFILES = 4.0, 8.0, 6, 2, 400, 10
"""Slope of a strong edge (L units a pixel); colours that differ across it; pixels looked at on either side, and from where on they lie beside it."""


def _windows(planes: np.ndarray) -> np.ndarray:
    return np.lib.stride_tricks.sliding_window_view(planes, (WINDOW, WINDOW), (1, 2))[:, ::WINDOW_STEP, ::WINDOW_STEP]


def _spreads(planes: np.ndarray) -> np.ndarray:
    return np.sqrt(_windows(planes).var((3, 4)).sum(0)).ravel()


def blotch(answer: Tensor, luminance: Tensor, truth: Tensor | None = None) -> float:
    """Patches where one even thing is seen: the mean spread of colour, √(var a + var b), of the windows in which the true colours are even. Without a truth the median
    over the windows in which luminance is even once its slope is taken out. nan where there are too few. 2×H×W, 1×H×W, 2×H×W."""
    found = _spreads(answer.numpy())
    if truth is not None:
        even = _spreads(truth.numpy()) <= EVEN_COLOR
        return float(found[even].mean()) if even.sum() >= LEAST_WINDOWS else float("nan")
    y, x = np.mgrid[:WINDOW, :WINDOW] - (WINDOW - 1) / 2
    rest = _windows(luminance.numpy())[0]
    rest = rest - rest.mean((2, 3), keepdims=True)
    for axis in (x, y):
        rest = rest - axis * ((rest * axis).sum((2, 3), keepdims=True) / (axis * axis).sum())
    even = rest.std((2, 3)).ravel() <= EVEN_LUMINANCE
    return float(np.median(found[even])) if even.sum() >= LEAST_WINDOWS else float("nan")


def fringe(answer: Tensor, luminance: Tensor) -> float:
    """Where colour changes across strong luminance edges: the share of the change that lies beside the edge and not on it. nan where there are too few. 2×H×W, 1×H×W."""
    guide = gaussian_filter(luminance[0].numpy(), 1.0)
    down, aside = np.gradient(guide)
    slope = np.hypot(down, aside)
    highest = np.maximum.reduce([np.roll(slope, step, axis) for step in (1, -1) for axis in (0, 1)])
    height, width = slope.shape
    rows, columns = np.nonzero((slope > EDGE) & (slope >= 0.98 * highest))
    inside = (rows >= REACH) & (columns >= REACH) & (rows < height - REACH) & (columns < width - REACH)
    rows, columns = rows[inside], columns[inside]
    if len(rows) == 0:
        return float("nan")
    drawn = np.random.default_rng(0).permutation(len(rows))[:PROFILES]
    rows, columns = rows[drawn], columns[drawn]
    steps = np.arange(-REACH, REACH + 1)
    across = np.stack([
        start[:, None] + (part[rows, columns] / slope[rows, columns])[:, None] * steps for start, part in ((rows, down), (columns, aside))])
    profiles = np.stack([map_coordinates(plane, across.reshape(2, -1), order=1).reshape(len(rows), -1) for plane in answer.numpy()])
    changes = np.linalg.norm(np.diff(profiles, axis=2), axis=0)
    total, beside = changes.sum(1), changes[:, np.abs(steps[:-1] + 0.5) > BESIDE].sum(1)
    counts = (np.linalg.norm(profiles[:, :, -1] - profiles[:, :, 0], axis=0) >= CHANGE) & (total > 0)
    return float((beside[counts] / total[counts]).mean()) if counts.sum() >= LEAST_PROFILES else float("nan")


class NearLpips:
    """LPIPS with SqueezeNet, on the three of its seven layers that the teacher file has."""

    LAYERS = (("f3", 1), ("f5", 2), ("f9", 5))

    def __init__(self, teachers: Path):
        self.features = Perceptual(teachers, "squeezenet11_features.onnx", tuple(name for name, _ in self.LAYERS))
        weights = torch.load(teachers / "lpips_squeeze_linear.pth", map_location="cpu")
        self.weights = [weights[f"lin{index}.model.1.weight"] for _, index in self.LAYERS]

    @torch.no_grad()
    def describe(self, rgb: Tensor) -> list[Tensor]:
        """3×H×W in 0…1 → the layers, of unit length."""
        return [F.normalize(layer, dim=1) for layer in self.features(rgb[None])]

    def between(self, answer: list[Tensor], truth: list[Tensor]) -> float:
        """Of two described pictures."""
        return sum(F.conv2d((a - b) ** 2, weight).mean().item() for a, b, weight in zip(answer, truth, self.weights))

    def __call__(self, answer: Tensor, truth: Tensor) -> float:
        """3×H×W in 0…1."""
        return self.between(self.describe(answer), self.describe(truth))


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
