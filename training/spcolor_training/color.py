"""The colour network: from luminance, warped colours and their confidence to colours."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import Residual, conv, twice


class ColorNetwork(nn.Module):
    """L B×1×H×W in 0…100, warped ab B×2×H×W in Lab units, confidence B×1×H×W in 0…1 (sides multiples of 32) → ab B×2×H×W."""

    def __init__(self, widths: tuple[int, int, int, int] = (32, 64, 128, 192)):
        super().__init__()
        half, quarter, eighth, sixteenth = widths
        self.enter = nn.Sequential(conv(16, half), conv(half, half))
        self.down2 = nn.Sequential(conv(half, quarter, stride=2), conv(quarter, quarter))
        self.down3 = nn.Sequential(conv(quarter, eighth, stride=2), conv(eighth, eighth))
        self.down4 = nn.Sequential(conv(eighth, sixteenth, stride=2), Residual(sixteenth), Residual(sixteenth, dilation=2))
        # The only place that sees the whole picture.
        self.whole = nn.Sequential(nn.Linear(sixteenth, sixteenth), nn.ReLU(), nn.Linear(sixteenth, sixteenth))
        self.up3 = nn.Sequential(conv(sixteenth + eighth, 96, 1), conv(96, 96))
        self.up2 = nn.Sequential(conv(96 + quarter, quarter, 1), conv(quarter, quarter))
        self.up1 = nn.Sequential(conv(quarter + half, half, 1), conv(half, half))
        self.leave = nn.Conv2d(half, 12, 3, padding=1)
        nn.init.normal_(self.leave.weight, 0, 1e-3)
        nn.init.zeros_(self.leave.bias)

    def forward(self, luminance: Tensor, warped: Tensor, confidence: Tensor) -> Tensor:
        first = self.enter(F.pixel_unshuffle(torch.cat([luminance / 50 - 1, warped / 50, confidence], 1), 2))
        return self.after_entering(first, warped)

    def after_entering(self, first: Tensor, warped: Tensor) -> Tensor:
        """The rest, from the layer at half size on."""
        second = self.down2(first)
        third = self.down3(second)
        deep = self.down4(third)
        deep = deep + self.whole(deep.mean((2, 3)))[:, :, None, None]
        x = self.up3(torch.cat([twice(deep), third], 1))
        x = self.up2(torch.cat([twice(x), second], 1))
        x = self.up1(torch.cat([twice(x), first], 1))
        change = F.pixel_shuffle(self.leave(x), 2)
        # A gate that keeps the warped colour at first: the reference's palette is there from step 1.
        return torch.sigmoid(change[:, 2:3] + 1) * warped + 50 * change[:, :2]
