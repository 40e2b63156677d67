"""python3 -m spcolor_training.find_classes: the 27 centres of the guide network's codes, and what each shows."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .correspondence import find_centres
from .guide import Guide
from .lab import rgb_to_lab
from .photos import PhotoCache
from .run import best_of
from .teachers import CLASSES

CENTRES, PHOTOS, CELLS_A_PHOTO = 27, 600, 40
NAME_SHARE = 0.5
"""A centre bears a class's name when that class has this share of its posterior."""

ADE20K_32 = (
    "", "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "window", "grass", "cabinet", "pavement", "person", "earth",
    "door", "table", "mountain", "plant", "curtain", "chair", "car", "water", "painting", "sofa", "shelf", "house", "sea", "mirror", "rug",
    "field", "armchair")


def load_guide(work: Path, device: str = "cpu") -> Guide:
    """The best average of the guide's run, for inference."""
    guide = Guide()
    guide.load_state_dict(torch.load(best_of(work / "guide.pt"), map_location=device))
    return guide.to(device).eval()


@torch.no_grad()
def sample_codes(guide: Guide, photos: PhotoCache, order: np.ndarray, device: str) -> Tensor:
    """Codes of cells drawn from the middle of PHOTOS photos, n×160."""
    random, codes = np.random.default_rng(2), []
    for index in order[:PHOTOS]:
        rgb = torch.from_numpy(photos.pixels[index][16:272, 16:272].copy()).permute(2, 0, 1)[None].float() / 255
        code = guide(rgb_to_lab(rgb.to(device))[:, :1])[1][0].flatten(1).t().cpu()
        codes.append(code[torch.from_numpy(random.choice(len(code), CELLS_A_PHOTO, replace=False))])
    return torch.cat(codes)


def class_weights(codes: Tensor) -> np.ndarray:
    """1/√frequency of each cell's most likely class: else walls and skies take the centres that people need."""
    label = codes[:, :CLASSES].argmax(1)
    return (1 / torch.bincount(label, minlength=CLASSES)[label].float().sqrt()).numpy()


def names_of(centres: Tensor) -> list[str]:
    """The class that owns most of each centre's posterior part, numbered where several centres share it; "" where none does."""
    posterior = centres[:, :CLASSES].clamp(min=0) ** 2
    share, label = (posterior / posterior.sum(1, keepdim=True)).max(1)
    names = [ADE20K_32[k] if s >= NAME_SHARE else "" for k, s in zip(label.tolist(), share.tolist())]
    return [f"{name} {names[:i + 1].count(name)}" if name and names.count(name) > 1 else name for i, name in enumerate(names)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    photos = PhotoCache(arguments.work)
    codes = sample_codes(load_guide(arguments.work, arguments.device), photos, np.load(arguments.work / "order.npy"), arguments.device)
    centres = find_centres(codes, class_weights(codes), CENTRES)
    torch.save(centres, arguments.work / "centres.pt")
    counts = torch.bincount((codes @ centres.t()).argmax(1), minlength=CENTRES) / len(codes)
    for centre, (name, share) in enumerate(zip(names_of(centres), counts.tolist())):
        print(f"{centre:2} {share:6.1%} {name}")


if __name__ == "__main__":
    main()
