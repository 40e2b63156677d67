"""Photos as equal squares in one memory-mapped array."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

SIDE = 288
"""Pixels of a cached square: 18 cells of the deepest teacher."""

GREY_SPREAD, FLAT_DEVIATION = 9, 14
"""Means of max−min over RGB, and standard deviations of grey, under which a picture teaches nothing (of 255)."""


@dataclass(frozen=True)
class Photo:
    """One line of a photo list."""

    file: str
    source: str


def read_list(tsv: Path) -> list[Photo]:
    """The photos that a list names, in its order."""
    with tsv.open(newline="", encoding="utf-8") as lines:
        return [Photo(line["file"], line["source"]) for line in csv.DictReader(lines, delimiter="\t")]


def square(path: Path, side: int = SIDE) -> np.ndarray:
    """The middle of a picture, side×side×3 bytes."""
    with Image.open(path) as opened:
        image = opened.convert("RGB")
    scale = side / min(image.size)
    image = image.resize([max(side, round(length * scale)) for length in image.size], Image.LANCZOS)
    left, top = ((length - side) // 2 for length in image.size)
    return np.asarray(image.crop((left, top, left + side, top + side)))


def is_useful(pixels: np.ndarray) -> bool:
    """False for grey and for flat pictures."""
    spread = pixels.max(2).astype(int) - pixels.min(2)
    return spread.mean() >= GREY_SPREAD and pixels.mean(2).std() >= FLAT_DEVIATION


class PhotoCache:
    """`photos.npy` (n×288×288×3 bytes) and `photos.tsv` (file, source) in a work folder."""

    def __init__(self, folder: Path):
        self.photos = read_list(folder / "photos.tsv")
        self.pixels = np.load(folder / "photos.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.photos)

    @staticmethod
    def build(data: Path, photos: list[Photo], folder: Path) -> PhotoCache:
        """Decodes every useful photo once; keeps what is there already."""
        if not (folder / "photos.tsv").exists():
            folder.mkdir(parents=True, exist_ok=True)
            kept = [(photo, pixels) for photo in photos if is_useful(pixels := square(data / photo.file))]
            np.save(folder / "photos.npy", np.stack([pixels for _, pixels in kept]))
            lines = ["file\tsource", *(f"{photo.file}\t{photo.source}" for photo, _ in kept)]
            (folder / "photos.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return PhotoCache(folder)
