"""A tiny world: sixteen drawn pictures with made-up teacher answers, and networks of the real kind."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from spcolor_training.photos import SIDE  # noqa: E402
from spcolor_training.targets import _SHAPES  # noqa: E402

PICTURES = 60


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder as `prepare` leaves it; the "teachers" know the side of a picture that a cell lies on."""
    folder, random = tmp_path_factory.mktemp("work"), np.random.default_rng(0)
    pixels = np.empty((PICTURES, SIDE, SIDE, 3), np.uint8)
    pixels[:, :, :SIDE // 2] = random.integers(0, 256, (PICTURES, 1, 1, 3))
    pixels[:, :, SIDE // 2:] = random.integers(0, 256, (PICTURES, 1, 1, 3))
    np.save(folder / "photos.npy", pixels)
    (folder / "photos.tsv").write_text("file\tsource\n" + "".join(f"{i}.png\tdrawn\n" for i in range(PICTURES)), encoding="utf-8")
    np.save(folder / "order.npy", np.arange(PICTURES))
    for name, (channels, height, width) in _SHAPES.items():
        values = np.zeros((PICTURES, channels, height, width), np.float16)
        values[:, 0, :, :width // 2] = 1
        values[:, 1, :, width // 2:] = 1
        np.save(folder / f"{name}.npy", values)
    (folder / "targets.done").write_text(str(PICTURES))
    return folder


@pytest.fixture(scope="session")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Labelled pictures as ../shared/labels has them: faces of one set that knows skin only, and houses below a sky."""
    folder = tmp_path_factory.mktemp("labels")
    lines = ["file\tkind\tset\tsplit\tcolour\tcodes\tlicence\torigin"]
    for index in range(12):
        kind, name, codes = ("people", "sfa", "0 1") if index % 2 == 0 else ("scenes", "facade", "4 8")
        label = np.full((40, 60), 0 if kind == "people" else 8, np.uint8)
        label[slice(10, 20) if kind == "people" else slice(0, 20), 20:40 if kind == "people" else 60] = 1 if kind == "people" else 4
        grey = np.where(label == 0, 60, np.where(label == 8, 90, 180)).astype(np.uint8)
        Image.fromarray(label).save(folder / f"{index}.png")
        Image.fromarray(grey).convert("RGB").resize((120, 80), Image.NEAREST).save(folder / f"{index}.webp", lossless=True)
        lines.append(f"{index}.webp\t{kind}\t{name}\t{'val' if index >= 8 else 'train'}\tyes\t{codes}\t\t")
    (folder / "labelled.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
