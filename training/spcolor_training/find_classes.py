"""python3 -m spcolor_training.find_classes: the 27 centres of the guide network's codes, and what each shows."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .correspondence import PERMUTATION, find_centres
from .guide import Guide
from .lab import rgb_to_lab
from .people import HAIR, PERSON, PRIOR_CLASSES, SKIN
from .photos import PhotoCache
from .run import best_of, one_thread

CENTRES, PHOTOS, CELLS_A_PHOTO = 27, 800, 40
NAME_SHARE = 0.5
"""A centre bears one class's name when that class has this share of its posterior, else the names of the two largest."""

NAMES = (
    "other", "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "window", "grass", "cabinet", "pavement", "clothes", "earth",
    "door", "table", "mountain", "plant", "curtain", "chair", "car", "water", "painting", "sofa", "shelf", "house", "sea", "mirror", "rug",
    "field", "armchair", "skin", "hair")
"""Of ADE20K-32's classes and the two that people.py splits from its "person"."""


def load_guide(work: Path, device: str = "cpu") -> Guide:
    """The best average of the guide's run, for inference."""
    guide = Guide()
    guide.load_state_dict(torch.load(best_of(work / "guide.pt"), map_location=device))
    return guide.to(device).eval()


@torch.no_grad()
def sample_codes(guide: Guide, photos: PhotoCache, order: np.ndarray, device: str) -> Tensor:
    """Codes of cells drawn from the middle of PHOTOS photos, n×162."""
    random, codes = np.random.default_rng(2), []
    for index in order[:PHOTOS]:
        rgb = torch.from_numpy(photos.pixels[index][16:272, 16:272].copy()).permute(2, 0, 1)[None].float() / 255
        code = guide(rgb_to_lab(rgb.to(device))[:, :1])[1][0].flatten(1).t().cpu()
        codes.append(code[torch.from_numpy(random.choice(len(code), CELLS_A_PHOTO, replace=False))])
    return torch.cat(codes)


def class_weights(codes: Tensor) -> np.ndarray:
    """1/√frequency of each cell's most likely class: else walls and skies take the centres that people need."""
    label = codes[:, :PRIOR_CLASSES].argmax(1)
    return (1 / torch.bincount(label, minlength=PRIOR_CLASSES)[label].float().sqrt()).numpy()


def in_order_of_reduction(centres: Tensor) -> Tensor:
    """The centres placed so that CRA, which starts with the first N of PERMUTATION, starts with skin, hair and clothes, and then each time with the
    centre that is farthest from those it has: few areas are then unlike areas, and a shirt's is never the hair's."""
    posterior = centres[:, :PRIOR_CLASSES].clamp(min=0)
    chosen: list[int] = []
    for part in (SKIN, HAIR, PERSON):
        chosen.append(next(k for k in posterior[:, part].argsort(descending=True).tolist() if k not in chosen))
    while len(chosen) < len(centres):
        nearest = (centres @ centres[chosen].t()).max(1)[0]
        nearest[chosen] = torch.inf
        chosen.append(int(nearest.argmin()))
    placed = torch.empty_like(centres)
    placed[list(PERMUTATION)] = centres[chosen]
    return placed


def names_of(centres: Tensor) -> list[str]:
    """What each centre shows, by its posterior part. The program shows an area's number too, so several may bear one name."""
    posterior = centres[:, :PRIOR_CLASSES].clamp(min=0) ** 2
    shares, labels = (posterior / posterior.sum(1, keepdim=True)).topk(2, 1)
    return [
        NAMES[first] if share >= NAME_SHARE else f"{NAMES[first]} or {NAMES[second]}"
        for share, (first, second) in zip(shares[:, 0].tolist(), labels.tolist())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    one_thread()
    photos = PhotoCache(arguments.work)
    codes = sample_codes(load_guide(arguments.work, arguments.device), photos, np.load(arguments.work / "order.npy"), arguments.device)
    centres = in_order_of_reduction(find_centres(codes, class_weights(codes), CENTRES))
    torch.save(centres, arguments.work / "centres.pt")
    counts = torch.bincount((codes @ centres.t()).argmax(1), minlength=CENTRES) / len(codes)
    for centre, (name, share) in enumerate(zip(names_of(centres), counts.tolist())):
        print(f"{centre:2} {share:6.1%} {name}")


if __name__ == "__main__":
    main()
