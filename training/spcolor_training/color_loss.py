"""What the colour network is asked for. The first half of a batch has itself as reference, the second another picture."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from .lab import lab_to_rgb
from .perceptual import Perceptual, relative_distance


MATCHED_FROM = 0.1
"""Confidence from which on a warped colour counts as found."""

CHROMA_REGION = 16
"""Pixels."""


@dataclass(frozen=True)
class ColorBatch:
    """All at full size: L, true ab, warped ab as the network gets it, confidence, warped ab before it was spoilt."""

    luminance: Tensor
    truth: Tensor
    warped: Tensor
    confidence: Tensor
    clean_warped: Tensor


def color_losses(answer: Tensor, batch: ColorBatch, perceptual: Perceptual, masked: bool = True) -> dict[str, Tensor]:
    """The terms by name, without the adversarial one; `masked` False gives the plain perceptual loss instead of SMP (Table II)."""
    half = len(answer) // 2
    luminance, truth, confidence = batch.luminance[half:], batch.truth[half:], batch.confidence[half:]
    with torch.no_grad():
        wanted = perceptual(lab_to_rgb(torch.cat([luminance, truth], 1)))
    found = perceptual(lab_to_rgb(torch.cat([luminance, answer[half:]], 1)))
    return {
        # The truth is the target's own colours only where the reference has them.
        "l1": F.smooth_l1_loss(answer[:half] / 50, batch.truth[:half] / 50, beta=0.05),
        "smp": relative_distance(found, wanted, confidence if masked else None),
        "fidelity": (confidence * (answer[half:] - batch.clean_warped[half:]).abs()).mean() / 50,
        "smoothness": smoothness(answer / 50, batch.luminance),
        "chroma": chroma_loss(answer, batch),
    }


def chroma_loss(answer: Tensor, batch: ColorBatch) -> Tensor:
    """Mean difference of chroma from what is asked for, of 50, by regions: a wrong patch may lose its own colour. Without it the other terms are cheapest
    with a third of the colour gone (training-recipe.md §4)."""
    half = len(answer) // 2
    wanted, matched = chroma(batch.truth), (batch.confidence[half:] / MATCHED_FROM).clamp(max=1)
    # How much colour another picture's truth has cannot be known, and guessing it makes pale; how much the reference gave can.
    wanted[half:] = matched * chroma(batch.clean_warped[half:]) + (1 - matched) * wanted[half:]
    return F.l1_loss(F.avg_pool2d(chroma(answer), CHROMA_REGION), F.avg_pool2d(wanted, CHROMA_REGION)) / 50


def chroma(ab: Tensor) -> Tensor:
    """√(a² + b² + 1), B×1×H×W; the 1 keeps the gradient at grey finite."""
    return torch.sqrt((ab * ab).sum(1, keepdim=True) + 1)


def smoothness(ab: Tensor, luminance: Tensor) -> Tensor:
    """Differences to four neighbours, weighted by exp(−|ΔL|/3): colours may change where the luminance does."""
    total = ab.new_zeros(())
    for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
        width = ab.shape[3]
        here, there = (slice(dy, None), slice(max(dx, 0), width + min(dx, 0))), (slice(0, ab.shape[2] - dy), slice(max(-dx, 0), width - max(dx, 0)))
        weight = torch.exp(-(luminance[:, :, here[0], here[1]] - luminance[:, :, there[0], there[1]]).abs() / 3)
        total = total + (weight * (ab[:, :, here[0], here[1]] - ab[:, :, there[0], there[1]]).abs()).mean()
    return total / 4
