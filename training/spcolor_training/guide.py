"""The guide network: match features and class codes from luminance alone, over one backbone."""

from __future__ import annotations

from typing import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import Bottleneck, conv, twice, unit
from .people import PRIOR_CLASSES
from .teachers import DEEP_CHANNELS, MIDDLE_CHANNELS


class Backbone(nn.Module):
    """Four stages of bottlenecks on luminance and the pyramid above them."""

    WIDTHS, PYRAMID = (64, 128, 256, 384), 96

    def __init__(self, widths: tuple[int, ...] = WIDTHS, depths: tuple[int, ...] = (2, 3, 6, 2), pyramid: int = PYRAMID):
        super().__init__()
        self.stem = nn.Sequential(conv(1, 32, 3, 2), conv(32, 48, 3, 2))
        inputs = (48, *widths[:-1])
        self.stages = nn.ModuleList(
            nn.Sequential(*[
                Bottleneck(inputs[stage] if block == 0 else width, width, 2 if block == 0 and stage > 0 else 1)
                for block in range(depth)])
            for stage, (width, depth) in enumerate(zip(widths, depths)))
        self.laterals = nn.ModuleList(nn.Conv2d(width, pyramid, 1) for width in widths)
        self.smooth = nn.ModuleList([conv(pyramid, pyramid, groups=pyramid // 16), conv(pyramid, pyramid), conv(pyramid, pyramid)])

    def pyramid(self, x: Tensor, whole: Callable[[Tensor], Tensor] | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """The stem's answer → the pyramid's levels at strides 4, 8 and 16; `whole` adds to the deepest level what the deepest stage says of the picture."""
        levels = []
        for stage in self.stages:
            x = stage(x)
            levels.append(x)
        deepest = self.laterals[3](levels[3])
        if whole is not None:
            deepest = deepest + whole(levels[3])
        top = self.smooth[2](self.laterals[2](levels[2]) + twice(deepest))
        middle = self.smooth[1](self.laterals[1](levels[1]) + twice(top))
        return self.smooth[0](self.laterals[0](levels[0]) + twice(middle)), middle, top


class Guide(Backbone):
    """L, B×1×H×W in 0…100 (sides multiples of 32) → match feature B×128×H/4×W/4 and class code B×162×H/8×W/8, both of unit length."""

    MATCH_CHANNELS, CODE_CHANNELS = 128, PRIOR_CLASSES + DEEP_CHANNELS

    def __init__(self, widths: tuple[int, ...] = Backbone.WIDTHS, depths: tuple[int, ...] = (2, 3, 6, 2), pyramid: int = Backbone.PYRAMID):
        super().__init__(widths, depths, pyramid)
        self.match = nn.Conv2d(pyramid, self.MATCH_CHANNELS, 1)
        self.code = nn.Sequential(conv(2 * pyramid, 128, 1), nn.Conv2d(128, self.CODE_CHANNELS, 1))
        # Says the teachers' layers from the match feature; used in training only.
        self.adapter = nn.Conv2d(self.MATCH_CHANNELS, MIDDLE_CHANNELS + DEEP_CHANNELS, 1)

    def heads(self, luminance: Tensor) -> tuple[Tensor, Tensor]:
        """The raw heads: match B×128×H/4×W/4, code B×162×H/8×W/8 (34 class logits, 128 of the deep layer)."""
        fine, middle, top = self.pyramid(self.stem(luminance / 50 - 1))
        return self.match(fine), self.code(torch.cat([middle, twice(top)], 1))

    def forward(self, luminance: Tensor) -> tuple[Tensor, Tensor]:
        match, code = self.heads(luminance)
        return unit(match), class_code(torch.softmax(code[:, :PRIOR_CLASSES], 1), code[:, PRIOR_CLASSES:])


def class_code(posterior: Tensor, deep: Tensor) -> Tensor:
    """√posterior (unit by itself) beside the unit deep vector, both of equal weight; unit length."""
    return unit(torch.cat([torch.sqrt(posterior), unit(deep)], 1))


def smoothed_deep(deep: Tensor) -> Tensor:
    """The deep teacher layer averaged over 9×9 cells of an eighth (5×5 of a sixteenth): without it the k-means finds parts and edges."""
    return F.avg_pool2d(F.pad(deep, (2,) * 4, mode="replicate"), 5, 1)
