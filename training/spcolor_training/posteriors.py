"""python3 -m spcolor_training.posteriors: photos and the class teacher's posteriors of them, for the area network. Resumable."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .degrade import age
from .photos import SIDE, PhotoCache, read_list
from .prepare import order_by_source
from .lab import rgb_to_lab
from .run import one_thread
from .targets import pictures
from .teachers import CLASSES, MIDDLE_STRIDE, Teachers

_SHAPE = CLASSES, SIDE // MIDDLE_STRIDE, SIDE // MIDDLE_STRIDE
_FLUSH_EVERY = 16


class TeacherCrops:
    """Crops of photos as an old photo shows them, and the teacher's posteriors of their colour versions; those that were there when the run began."""

    def __init__(self, work: Path, device: str):
        self.photos, self.device = PhotoCache(work), device
        self.order, self.posteriors = np.load(work / "areas-order.npy"), np.load(work / "posteriors.npy", mmap_mode="r")
        self.done = int((work / "posteriors.done").read_text())

    def batch(self, random: np.random.Generator, size: int, side: int) -> tuple[Tensor, Tensor]:
        """L size×1×side×side and posteriors size×32×side/8×side/8."""
        luminance, posteriors = zip(*(self._crop(int(row), random, side) for row in random.integers(0, self.done, size)))
        return torch.stack(luminance).to(self.device, memory_format=torch.channels_last), torch.stack(posteriors).to(self.device)

    def _crop(self, row: int, random: np.random.Generator, side: int) -> tuple[Tensor, Tensor]:
        cells = side // MIDDLE_STRIDE
        top, left = (int(place) for place in random.integers(0, SIDE // MIDDLE_STRIDE - cells + 1, 2))
        posterior = self.posteriors[row][:, top:top + cells, left:left + cells].astype(np.float32)
        y, x = top * MIDDLE_STRIDE, left * MIDDLE_STRIDE
        luminance = rgb_to_lab(pictures(self.photos.pixels[self.order[row]][None, y:y + side, x:x + side]))[0, 0].numpy()
        if random.random() < 0.5:
            posterior, luminance = posterior[:, :, ::-1].copy(), luminance[:, ::-1].copy()
        return torch.from_numpy(age(luminance, random))[None], torch.from_numpy(posterior)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.tsv and train/")
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    one_thread()
    work, teachers = arguments.work, Teachers(arguments.teachers, arguments.device)
    photos = PhotoCache.build(arguments.data, read_list(arguments.data / "train.tsv"), work)
    if not (work / "posteriors.done").exists():
        np.save(work / "areas-order.npy", order_by_source(photos, arguments.seed))
        np.lib.format.open_memmap(work / "posteriors.npy", "w+", np.float16, (len(photos), *_SHAPE)).flush()
        (work / "posteriors.done").write_text("0")
    order, posteriors = np.load(work / "areas-order.npy"), np.load(work / "posteriors.npy", mmap_mode="r+")
    for row in range(int((work / "posteriors.done").read_text()), len(order)):
        rgb = pictures(photos.pixels[order[row]][None]).to(arguments.device)
        posteriors[row] = teachers.posterior(rgb)[0].half().cpu().numpy()
        if row % _FLUSH_EVERY == _FLUSH_EVERY - 1 or row == len(order) - 1:
            posteriors.flush()
            (work / "posteriors.done").write_text(str(row + 1))


if __name__ == "__main__":
    main()
