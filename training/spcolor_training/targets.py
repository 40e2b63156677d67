"""The teachers' answers for every cached photo, computed once: a training step then costs the student only."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .lab import grey_rgb, rgb_to_lab
from .photos import SIDE, PhotoCache
from .teachers import CLASSES, DEEP_CHANNELS, DEEP_STRIDE, MIDDLE_CHANNELS, MIDDLE_STRIDE, Projection, Teachers

_SHAPES = {
    "middle": (MIDDLE_CHANNELS, SIDE // MIDDLE_STRIDE, SIDE // MIDDLE_STRIDE),
    "deep": (DEEP_CHANNELS, SIDE // DEEP_STRIDE, SIDE // DEEP_STRIDE),
    "classes": (CLASSES, SIDE // MIDDLE_STRIDE, SIDE // MIDDLE_STRIDE),
}
_FIT_PHOTOS, _CELLS_A_PHOTO = 400, 64


def pictures(pixels: np.ndarray) -> Tensor:
    """n×H×W×3 bytes → n×3×H×W in 0…1."""
    return torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float() / 255


def grey(rgb: Tensor) -> Tensor:
    """n×3×H×W in 0…1 → the grey pictures of the same luminance."""
    return grey_rgb(rgb_to_lab(rgb)[:, :1])


class TargetCache:
    """`middle.npy`, `deep.npy` (unit vectors), `classes.npy` (posteriors), all fp16; `targets.done` counts the photos that are in."""

    def __init__(self, folder: Path, mode: str = "r"):
        self.folder = folder
        self.arrays = {name: np.load(folder / f"{name}.npy", mmap_mode=mode) for name in _SHAPES}

    @property
    def done(self) -> int:
        return int((self.folder / "targets.done").read_text())

    @staticmethod
    def build(photos: PhotoCache, teachers: Teachers, folder: Path, order: np.ndarray, batch: int = 4, device: str = "cpu") -> TargetCache:
        """Goes through `order` (indices of photos; row i of each array belongs to photo order[i]) from where it stopped."""
        if not (folder / "targets.done").exists():
            np.save(folder / "order.npy", order)
            for name, shape in _SHAPES.items():
                np.lib.format.open_memmap(folder / f"{name}.npy", "w+", np.float16, (len(order), *shape)).flush()
            (folder / "targets.done").write_text("0")
        cache = TargetCache(folder, "r+")
        order = np.load(folder / "order.npy")
        axes = _projections(photos, teachers, folder, order, device)
        for start in range(cache.done, len(order), batch):
            rows = slice(start, min(start + batch, len(order)))
            rgb = pictures(photos.pixels[np.sort(order[rows])][np.argsort(np.argsort(order[rows]))]).to(device)
            middle, deep = teachers.deep(grey(rgb))
            # Classes are told from the colour photo, which the network never sees: grey photos get the same label in 56 % of the cells only (data.md).
            for name, values in (("middle", axes[0].apply(middle)), ("deep", axes[1].apply(deep)), ("classes", teachers.posterior(rgb))):
                cache.arrays[name][rows] = values.half().cpu().numpy()
            if start // batch % 16 == 0 or rows.stop == len(order):
                for array in cache.arrays.values():
                    array.flush()
                (folder / "targets.done").write_text(str(rows.stop))
                print(f"targets {rows.stop}/{len(order)}", flush=True)
        return cache


def _projections(photos: PhotoCache, teachers: Teachers, folder: Path, order: np.ndarray, device: str) -> tuple[Projection, Projection]:
    path = folder / "axes.pt"
    if not path.exists():
        chosen = torch.Generator().manual_seed(1)
        samples: tuple[list[Tensor], list[Tensor]] = ([], [])
        for index in order[:_FIT_PHOTOS]:
            for kept, layer in zip(samples, teachers.deep(grey(pictures(photos.pixels[index:index + 1]).to(device)))):
                cells = layer[0].flatten(1).t().cpu()
                kept.append(cells[torch.randint(0, len(cells), (_CELLS_A_PHOTO,), generator=chosen)])
        fitted = [Projection.fit(torch.cat(kept), channels) for kept, channels in zip(samples, (MIDDLE_CHANNELS, DEEP_CHANNELS))]
        torch.save([(axes.mean, axes.axes) for axes in fitted], path)
    return tuple(Projection(*pair) for pair in torch.load(path))
