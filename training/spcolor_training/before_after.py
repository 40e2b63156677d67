"""python3 -m spcolor_training.before_after: two packs, or one with and without its smoothing, on the same pairs, to be looked at: target, reference, before, after; most skin first."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Iterator

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch import Tensor

from .evaluate import Case, Retrieval, cases
from .lab import grey_rgb, lab_to_rgb
from .measures import FrechetDistance
from .pack import Pack
from .photos import read_list
from .run import one_thread
from .sweep_smoothing import load, pairs

ROWS, SKIN = 5, "skin"


def skin_share(pack: Pack, luminance: Tensor) -> float:
    """Share of a picture's cells that the pack calls skin."""
    described, classes = pack.describe(luminance), len(pack.centres)
    areas = pack.match(described, described, torch.zeros(2, *luminance.shape[1:]), classes).target_areas
    return (areas == pack.names.index(SKIN)).float().mean().item()


def row(name: str, case: Case, packs: tuple[Pack, Pack], areas: int) -> Image.Image:
    """Four pictures side by side."""
    pictures = [grey_rgb(case.seen[None])[0], lab_to_rgb(case.reference[None])[0]]
    for pack in packs:
        found = pack.match(pack.describe(case.seen), pack.describe(case.reference[:1]), case.reference[1:], areas)
        pictures.append(lab_to_rgb(torch.cat([case.seen, pack.colorize(case.seen, found)[0]])[None])[0])
    image = Image.fromarray((torch.cat(pictures, 2).permute(1, 2, 0).clamp(0, 1) * 255).round().byte().numpy())
    ImageDraw.Draw(image).text((4, 4), name, fill="yellow")
    return image


def all_cases(data: Path, teachers: Path, every: int) -> Iterator[tuple[str, Case]]:
    """Real pairs, and each so many'th held-out photo with the most similar other one."""
    for number, case in enumerate(pairs(data / "pairs")):
        yield f"pair {number}", case
    photos = read_list(data / "val.tsv")
    pictures = [load(data / photo.file) for photo in photos]
    targets = list(range(0, len(pictures), every))
    for index, case in zip(targets, cases("retrieved", pictures, targets, Retrieval(FrechetDistance(teachers), pictures))):
        yield Path(photos[index].file).stem, case


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path, help="pack; absent: the other without its smoothing")
    parser.add_argument("--after", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=40, help="three in four with the most skin, the others spread over the rest")
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--areas", type=int, default=22)
    arguments = parser.parse_args()
    one_thread()
    after = Pack(arguments.after)
    before = Pack(arguments.before or arguments.after)
    if arguments.before is None:
        before.smoothing = None
    by_skin = sorted(all_cases(arguments.data, arguments.teachers, arguments.every), key=lambda item: -skin_share(after, item[1].seen))
    people = arguments.count * 3 // 4
    rest = by_skin[people:]
    chosen = by_skin[:people] + rest[::max(1, len(rest) // (arguments.count - people))][:arguments.count - people]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(chosen), ROWS):
        rows = [np.asarray(row(name, case, (before, after), arguments.areas)) for name, case in chosen[first:first + ROWS]]
        Image.fromarray(np.concatenate(rows)).save(arguments.out / f"before-after-{first // ROWS:02}.png")


if __name__ == "__main__":
    main()
