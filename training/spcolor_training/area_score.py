"""How well areas agree with hand-made labels, on whole photos seen in grey."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Callable, Iterable

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from .areas import ANIMAL, BACKDROP, COUNTED, NOT_HAIR, NOT_PERSON, NOT_SKIN, allowed, label_of_area
from .degrade import old_print
from .labels import LabelledPhoto

SIDE = 256
PEOPLE = (1, 2, 3)
_BINS = 15


def seen(photo: LabelledPhoto) -> np.ndarray:
    """The photo as the product looks at it at S = 256: L in 0…100, sides multiples of 32."""
    height, width = photo.luminance.shape
    scale = SIDE / math.sqrt(height * width)
    size = [max(32, round(length * scale / 32) * 32) for length in (width, height)]
    return np.asarray(Image.fromarray(photo.luminance).resize(size, Image.LANCZOS), np.float32) / 2.55


class Calibration:
    """Expected calibration error over bins of equal width."""

    def __init__(self) -> None:
        self.count, self.sure, self.right = (np.zeros(_BINS) for _ in range(3))

    def add(self, confidence: np.ndarray, right: np.ndarray) -> None:
        place = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
        for sums, values in ((self.count, None), (self.sure, confidence), (self.right, right.astype(float))):
            sums += np.bincount(place, values, _BINS)

    @property
    def error(self) -> float:
        return float(np.abs(self.sure - self.right).sum() / max(self.count.sum(), 1))


class AreaScore:
    """IoU by kind of thing, share of labelled pixels named as their label allows, calibration."""

    def __init__(self, photos: list[LabelledPhoto]):
        self.photos, self.allowed, self.label_of = photos, allowed().numpy(), label_of_area().numpy()
        self.counted = [code for code in COUNTED if code not in PEOPLE]

    @torch.no_grad()
    def __call__(self, probabilities: Callable[[Tensor], Tensor], aged: bool = False) -> dict[str, float]:
        """`probabilities`: 1×1×H×W of L → 1×27×h×w. Keys: names of COUNTED, people_right, scenes_right, calibration; "SET NAME" for people by set."""
        overlap, calibration = defaultdict(lambda: np.zeros(2)), Calibration()
        right, known = defaultdict(float), defaultdict(float)
        for index, photo in enumerate(self.photos):
            luminance = seen(photo)
            if aged:
                luminance = old_print(luminance, index)
            said = probabilities(torch.from_numpy(luminance)[None, None])
            said = F.interpolate(said, size=photo.label.shape, mode="bilinear", align_corners=False)[0]
            area, labelled = said.argmax(0).numpy(), photo.label > 0
            right[photo.kind] += (self.allowed[photo.label, area] * labelled).sum()
            known[photo.kind] += labelled.sum()
            for code, names, inside in self._kinds(photo):
                found, truth = (self.label_of[area] == code) & inside, (photo.label == code) & inside
                for name in names:
                    overlap[name] += (found & truth).sum(), (found | truth).sum()
            self._calibrate(calibration, said.numpy(), photo.label)
        figures = {name: float(both / max(either, 1)) for name, (both, either) in overlap.items()}
        figures |= {f"{kind}_right": float(right[kind] / known[kind]) for kind in right}
        return figures | {"calibration": calibration.error}

    def _kinds(self, photo: LabelledPhoto) -> Iterable[tuple[int, tuple[str, ...], np.ndarray]]:
        """What a photo's labels can judge: code, names to count it under, the pixels where the truth is known."""
        if photo.kind == "people":
            for code, negative in zip(PEOPLE, ((NOT_SKIN,), (NOT_HAIR,), ())):
                # A set without labels of clothes must not count them.
                if code in photo.codes:
                    yield code, (COUNTED[code], f"{photo.set} {COUNTED[code]}"), np.isin(photo.label, (NOT_PERSON, BACKDROP, *PEOPLE, *negative))
        else:
            others = np.isin(photo.label, [code for code in self.counted if code != ANIMAL])
            for code in self.counted:
                yield code, (COUNTED[code],), others | (photo.label == ANIMAL) if code == ANIMAL else others

    def _calibrate(self, calibration: Calibration, said: np.ndarray, label: np.ndarray) -> None:
        """Of what a label names: how probable the most probable kind of thing is, and whether it is right."""
        groups = np.stack([said[self.label_of == code].sum(0) for code in COUNTED])
        inside = np.isin(label, list(COUNTED))
        best = groups.argmax(0)
        calibration.add(groups.max(0)[inside].clip(0, 1), np.array(list(COUNTED))[best[inside]] == label[inside])
