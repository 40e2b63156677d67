"""A second look at the same place: the guide network has to find colours there again, as in a reference of the same scene."""

from __future__ import annotations

import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

BEND, BEND_KNOTS = 0.06, 4


def view_grid(centre: tuple[float, float], half_size: float, side: int, random: np.random.Generator) -> Tensor:
    """1×side×side×2 sampling places (x, y in −1…1 of the whole photo): a square round `centre`, mirrored or not, scaled, turned, moved, bent."""
    scale, turn, mirror = half_size * random.uniform(0.65, 1.2), random.uniform(-0.2, 0.2), random.choice([-1, 1])
    moved = np.asarray(centre) + random.uniform(-0.25, 0.25, 2) * half_size
    matrix = [[scale * math.cos(turn) * mirror, -scale * math.sin(turn), moved[0]],
              [scale * math.sin(turn) * mirror, scale * math.cos(turn), moved[1]]]
    grid = F.affine_grid(torch.tensor([matrix], dtype=torch.float32), [1, 1, side, side], align_corners=False)
    knots = torch.from_numpy(random.standard_normal((1, 2, BEND_KNOTS, BEND_KNOTS)).astype(np.float32)) * random.uniform(0, BEND) * half_size
    return grid + F.interpolate(knots, size=(side, side), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)


def look(plane: Tensor, grid: Tensor) -> Tensor:
    """C×h×w of the whole photo, at any stride → C×(side/k)×(side/k) seen through a grid whose cells are k times finer."""
    return F.grid_sample(plane[None], grid, mode="bilinear", padding_mode="reflection", align_corners=False)[0]


def coarser(grid: Tensor, factor: int) -> Tensor:
    """The same places for maps whose cells are `factor` times as large."""
    return F.avg_pool2d(grid.permute(0, 3, 1, 2), factor).permute(0, 2, 3, 1)
