"""Faults put into the warped colours of a training sample, at unchanged confidence: the network has to learn to doubt."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


def spoil(warped: Tensor, random: np.random.Generator) -> Tensor:
    """2×h×w → the same with one to six blocks of 2–10 cells that show colours of elsewhere, in half of the calls."""
    if random.random() < 0.5:
        return warped
    spoilt, (height, width) = warped.clone(), warped.shape[1:]
    for _ in range(int(random.integers(1, 7))):
        rows, columns = random.integers(2, 11, 2)
        top, left = random.integers(0, height - rows), random.integers(0, width - columns)
        dy, dx = (int(value) for value in random.integers(0, (height, width)))
        block = (slice(None), slice(top, top + rows), slice(left, left + columns))
        spoilt[block] = warped[:, dy, dx][:, None, None] if random.random() < 0.5 else warped.roll((dy, dx), (1, 2))[block]
    return spoilt


def turn_hue(ab: Tensor, angle: float, scale: float) -> Tensor:
    """Turned by `angle` radians in the ab plane and scaled; channels in dimension −3."""
    a, b = ab.unbind(-3)
    cosine, sine = scale * np.cos(angle), scale * np.sin(angle)
    return torch.stack([cosine * a - sine * b, sine * a + cosine * b], -3)
