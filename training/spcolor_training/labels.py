"""Photos with hand-made labels: crops as the area network sees them in training, whole photos as it is judged by."""

from __future__ import annotations

import csv
import dataclasses
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from scipy.ndimage import binary_dilation, gaussian_filter
from torch import Tensor

from .areas import BACKDROP, CODES, NOT_HAIR, NOT_PERSON, NOT_SKIN
from .degrade import age
from .lab import rgb_to_lab

_COMPLETE = {"sfa": (1, NOT_SKIN, 7), "pratheepan": (1, NOT_SKIN, 3), "figaro": (2, NOT_HAIR, 5), "hairlfw": (2, NOT_HAIR, 6)}
"""Sets that label one part completely: that part, what everything farther than a margin (label pixels) from it therefore is."""

_PEOPLE_SHARE = 0.6
_CLOSE_SHARE, _CLOSE_TRIES, _CLOSE_FROM, _CLOSE_TO = 0.4, 6, 0.01, 0.25
"""In four of ten draws, one of up to six crops in which skin or hair is there and small."""
_TURN_SHARE, _TURN_DEGREES = 0.3, 8
_FLAT_SPREAD, _FLAT_SHARE = 2.5, 0.12
"""A background is a studio's ground where L varies by no more than this around each place, and where that is so much of the photo."""


@dataclass(frozen=True)
class LabelledPhoto:
    """A line of labelled.tsv: L in bytes, H×W, and the label codes at their own size."""

    kind: str
    set: str
    codes: frozenset[int]
    luminance: np.ndarray
    label: np.ndarray


def read_labelled(folder: Path, split: str, limit: int | None = None) -> list[LabelledPhoto]:
    """The photos of a split; with a limit so many of each kind, always the same ones."""
    with (folder / "labelled.tsv").open(newline="", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["split"] == split]
    if limit is not None:
        random, kept = np.random.default_rng(3), []
        for kind in ("people", "scenes"):
            part = [row for row in rows if row["kind"] == kind]
            kept += [part[i] for i in random.permutation(len(part))[:limit]]
        rows = kept
    codes = {name: frozenset(int(code) for row in rows if row["set"] == name for code in row["codes"].split()) for name in {row["set"] for row in rows}}
    return [_read(folder / row["file"], row["kind"], row["set"], codes[row["set"]]) for row in rows]


def _read(path: Path, kind: str, name: str, codes: frozenset[int]) -> LabelledPhoto:
    with Image.open(path) as opened:
        rgb = np.array(opened.convert("RGB"))
    lab = rgb_to_lab(torch.from_numpy(rgb).permute(2, 0, 1)[None].float() / 255)
    luminance = (lab[0, 0] * 2.55).round().clamp(0, 255).byte().numpy()
    label = np.array(Image.open(path.with_suffix(".png")), np.uint8)
    return LabelledPhoto(kind, name, codes, luminance, with_negatives(label, name))


def with_negatives(label: np.ndarray, name: str) -> np.ndarray:
    """Unknown places of a set that labels a part completely are not that part."""
    if name not in _COMPLETE:
        return label
    part, code, margin = _COMPLETE[name]
    return np.where((label == 0) & ~binary_dilation(label == part, iterations=margin), np.uint8(code), label)


def with_backdrop(photo: LabelledPhoto) -> LabelledPhoto:
    """The flat background of a portrait is a studio's ground."""
    small = np.asarray(Image.fromarray(photo.luminance).resize(photo.label.shape[::-1], Image.BOX), np.float32) / 2.55
    spread = np.sqrt(np.maximum(gaussian_filter(small ** 2, 3) - gaussian_filter(small, 3) ** 2, 0))
    flat = (photo.label == NOT_PERSON) & (spread < _FLAT_SPREAD)
    return dataclasses.replace(photo, label=np.where(flat, np.uint8(BACKDROP), photo.label)) if flat.mean() > _FLAT_SHARE else photo


class LabelledCrops:
    """Draws crops: sets by the root of their size, six in ten from people."""

    def __init__(self, photos: list[LabelledPhoto]):
        self.photos = [with_backdrop(photo) for photo in photos]
        kinds, sets = np.array([p.kind for p in photos]), np.array([p.kind + p.set for p in photos])
        weights = np.array([1 / math.sqrt((sets == name).sum()) for name in sets])
        people = kinds == "people"
        for part, share in ((people, _PEOPLE_SHARE), (~people, 1 - _PEOPLE_SHARE)):
            weights[part] *= share / weights[part].sum() if part.any() else 0
        self.odds = weights / weights.sum()

    def batch(self, random: np.random.Generator, size: int, side: int, device: str) -> tuple[Tensor, Tensor]:
        """L size×1×side×side as an old photo shows it, and the share of each label code in its cells, size×CODES×side/4×side/4."""
        luminance, shares = zip(*(self._draw(random, side) for _ in range(size)))
        return torch.stack(luminance).to(device, memory_format=torch.channels_last), torch.stack(shares).to(device)

    def _draw(self, random: np.random.Generator, side: int) -> tuple[Tensor, Tensor]:
        for _ in range(_CLOSE_TRIES if random.random() < _CLOSE_SHARE else 1):
            luminance, label = self._crop(random, side)
            if _CLOSE_FROM < np.isin(label, (1, 2)).mean() < _CLOSE_TO:
                break
        share = F.avg_pool2d(F.one_hot(torch.from_numpy(label.astype(np.int64)), CODES).permute(2, 0, 1)[None].float(), 2)[0]
        return torch.from_numpy(age(luminance, random))[None], share

    def _crop(self, random: np.random.Generator, side: int) -> tuple[np.ndarray, np.ndarray]:
        """L side×side in 0…100 and label codes at half of that, from the whole photo to a close look."""
        photo = self.photos[random.choice(len(self.photos), p=self.odds)]
        height, width = photo.luminance.shape
        short = random.uniform(side, min(1.7 * min(height, width), 420)) if random.random() < 0.75 else side
        scale = short / min(height, width)
        size = max(side, round(width * scale * math.exp(random.uniform(-0.12, 0.12)))), max(side, round(height * scale))
        image = Image.fromarray(photo.luminance).resize(size, Image.LANCZOS if scale < 1 else Image.BICUBIC)
        label = Image.fromarray(photo.label).resize(size, Image.NEAREST)
        if random.random() < _TURN_SHARE:
            angle = random.uniform(-_TURN_DEGREES, _TURN_DEGREES)
            image, label = image.rotate(angle, Image.BILINEAR, fillcolor=int(np.mean(photo.luminance))), label.rotate(angle, Image.NEAREST)
        left, top = (int(random.integers(0, length - side + 1)) for length in size)
        box = left, top, left + side, top + side
        pixels, codes = np.asarray(image.crop(box), np.float32) / 2.55, np.asarray(label.crop(box))[1::2, 1::2]
        return (pixels[:, ::-1].copy(), codes[:, ::-1]) if random.random() < 0.5 else (pixels, codes)
