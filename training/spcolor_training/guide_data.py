"""What the guide network sees in training: crops of photos beside second views of them, with the teachers' answers for both."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .degrade import age, old_print
from .guide_loss import GuideBatch
from .lab import rgb_to_lab
from .people import split_person
from .photos import SIDE, PhotoCache
from .targets import TargetCache
from .teachers import DEEP_STRIDE, MIDDLE_STRIDE
from .views import coarser, look, view_grid

HELD_OUT = 48
"""Rows at the start that are not trained on."""

COLOR_STRIDE = 4
AGED_REFERENCES = 0.3
"""Share of the second views that look old: references are mostly modern."""


class GuideData:
    """Photos with the teachers' answers, those that were there when the run began."""

    def __init__(self, work: Path, device: str):
        self.photos, self.targets, self.device = PhotoCache(work), TargetCache(work), device
        self.order, self.done = np.load(work / "order.npy"), self.targets.done

    def rows(self, held_out: bool) -> np.ndarray:
        """Rows that may be trained on, or the others."""
        return np.arange(HELD_OUT) if held_out else np.arange(HELD_OUT, self.done)

    def whole(self, row: int) -> GuideBatch:
        """A photo with all that is known of it, clean; no batch dimension."""
        pixels = self.photos.pixels[self.order[row]]
        rgb = torch.from_numpy(np.array(pixels)).permute(2, 0, 1)[None].float() / 255
        lab = rgb_to_lab(rgb)
        middle, deep, posterior = (torch.from_numpy(self.targets.arrays[name][row].astype(np.float32)) for name in ("middle", "deep", "classes"))
        return GuideBatch(lab[0, :1], F.avg_pool2d(lab[0, 1:], COLOR_STRIDE), middle, deep, split_person(posterior[None], rgb, lab)[0])

    @staticmethod
    def crop(photo: GuideBatch, cells: int, top: int, left: int) -> GuideBatch:
        """The part that starts at cell (top, left) of a sixteenth."""
        def cut(plane: Tensor, scale: int) -> Tensor:
            return plane[:, top * scale:(top + cells) * scale, left * scale:(left + cells) * scale].contiguous()

        return GuideBatch(
            cut(photo.luminance, DEEP_STRIDE), cut(photo.color, DEEP_STRIDE // COLOR_STRIDE), cut(photo.middle, DEEP_STRIDE // MIDDLE_STRIDE),
            cut(photo.deep, 1), cut(photo.posterior, DEEP_STRIDE // MIDDLE_STRIDE))

    @staticmethod
    def second_view(photo: GuideBatch, cells: int, top: int, left: int, random: np.random.Generator) -> GuideBatch:
        """The same part, roughly, seen mirrored, turned, scaled, bent."""
        half = cells * DEEP_STRIDE / SIDE
        centre = tuple(2 * (place + cells / 2) * DEEP_STRIDE / SIDE - 1 for place in (left, top))
        grid = view_grid(centre, half, cells * DEEP_STRIDE, random)
        grids = {stride: coarser(grid, stride) for stride in (COLOR_STRIDE, MIDDLE_STRIDE, DEEP_STRIDE)}
        return GuideBatch(
            look(photo.luminance, grid), look(photo.color, grids[COLOR_STRIDE]), look(photo.middle, grids[MIDDLE_STRIDE]),
            look(photo.deep, grids[DEEP_STRIDE]), look(photo.posterior, grids[MIDDLE_STRIDE]))

    def batch(self, random: np.random.Generator, size: int, crop: int) -> GuideBatch:
        """Random crops, aged, with their clean targets; behind them as many second views."""
        cells, first, second = crop // DEEP_STRIDE, [], []
        for row in random.choice(self.rows(held_out=False), size // 2):
            photo = self.whole(row)
            top, left = random.integers(0, SIDE // DEEP_STRIDE - cells + 1, 2)
            first.append(aged(self.crop(photo, cells, top, left), random))
            second.append(self.second_view(photo, cells, top, left, random))
            if random.random() < AGED_REFERENCES:
                second[-1] = aged(second[-1], random)
        return GuideBatch.stack(first + second, self.device)


def aged(sample: GuideBatch, random: np.random.Generator) -> GuideBatch:
    """The same answers for what time has done to the photo."""
    return with_luminance(sample, age(sample.luminance[0].numpy(), random))


def as_old_print(sample: GuideBatch, seed: int) -> GuideBatch:
    """The fixed ageing of the evaluation."""
    return with_luminance(sample, old_print(sample.luminance[0].numpy(), seed))


def with_luminance(sample: GuideBatch, luminance: np.ndarray) -> GuideBatch:
    """H×W in place of what the network saw."""
    return GuideBatch(torch.from_numpy(luminance)[None], sample.color, sample.middle, sample.deep, sample.posterior)
