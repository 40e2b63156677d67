"""The adversarial loss: a patch discriminator, relativistic average least squares as in the published training (spcolor.md §2)."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Discriminator(nn.Module):
    """Lab, B×3×H×W → a score for each patch."""

    def __init__(self, widths: tuple[int, ...] = (32, 64, 128, 128)):
        super().__init__()
        inputs = (3, *widths[:-1])
        self.body = nn.Sequential(*[
            nn.Sequential(nn.utils.parametrizations.spectral_norm(nn.Conv2d(i, o, 4, 2, 1)), nn.LeakyReLU(0.2))
            for i, o in zip(inputs, widths)])
        self.head = nn.Conv2d(widths[-1], 1, 3, padding=1)

    def forward(self, lab: Tensor) -> Tensor:
        return self.head(self.body(torch.cat([lab[:, :1] / 50 - 1, lab[:, 1:] / 50], 1)))


def realness_loss(judged_better: Tensor, judged_worse: Tensor) -> Tensor:
    """Small when the first is judged more real than the mean of the second by one, and the other way round."""
    return (F.mse_loss(judged_better - judged_worse.mean(), torch.ones_like(judged_better))
            + F.mse_loss(judged_worse - judged_better.mean(), -torch.ones_like(judged_worse))) / 2
