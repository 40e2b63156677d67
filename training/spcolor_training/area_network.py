"""The area network: what each place of a picture is, from luminance alone."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .areas import AREAS
from .guide import Backbone
from .layers import conv, twice


class AreaNetwork(Backbone):
    """L, B×1×H×W in 0…100 (sides multiples of 32) → the roots of the areas' probabilities, B×27×H/4×W/4, of unit length."""

    STRIDE, EARLY = 4, 32

    def __init__(self) -> None:
        super().__init__()
        self.coarse = nn.Sequential(conv(2 * self.PYRAMID, 128, 1), nn.Conv2d(128, len(AREAS), 1))
        self.early = conv(32, self.EARLY)
        self.fine = nn.Sequential(conv(2 * self.PYRAMID + self.EARLY, 64, 1), conv(64, 64), nn.Conv2d(64, len(AREAS), 1))
        # What kind of picture it is: a wall of a room or of a house.
        self.whole = nn.Linear(self.WIDTHS[3], self.PYRAMID)
        nn.init.zeros_(self.whole.weight)
        nn.init.zeros_(self.whole.bias)
        # The mean of 2×2 as a convolution: an average pool is written with a Pad, which is one operator more for every runtime.
        self.register_buffer("quarter", torch.full((self.EARLY, 1, 2, 2), 0.25), persistent=False)
        self.register_buffer("temperature", torch.ones(()))
        """Calibrates the probabilities (calibrate.py)."""

    def logits(self, luminance: Tensor) -> Tensor:
        """B×27×H/4×W/4."""
        half = self.stem[0](luminance / 50 - 1)
        fine, middle, top = self.pyramid(self.stem[1](half), lambda deepest: self.whole(deepest.mean((2, 3)))[:, :, None, None])
        early = F.conv2d(self.early(half), self.quarter, stride=2, groups=self.EARLY)
        return twice(self.coarse(torch.cat([middle, twice(top)], 1))) + self.fine(torch.cat([fine, twice(middle), early], 1))

    def forward(self, luminance: Tensor) -> Tensor:
        return torch.sqrt(torch.softmax(self.logits(luminance) / self.temperature, 1))
