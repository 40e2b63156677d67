"""python3 -m spcolor_training.sweep_smoothing: one table of a pack with other sharpness of its classes and other strengths of smoothing."""

from __future__ import annotations

import argparse
import dataclasses
import itertools
from collections import defaultdict
from pathlib import Path
from typing import Iterator

import numpy as np
import torch
from torch import Tensor

from .contact_sheet import pairs_in
from .evaluate import SIDE, Case, Retrieval, cases
from .lab import lab_to_rgb, rgb_to_lab
from .measures import FrechetDistance, NearLpips, ab_error, blotch, colorfulness, fringe
from .pack import Pack
from .photos import read_list, square
from .run import one_thread
from .smoothing import Smoothing

GREY = 3.0
"""Mean chroma under which a picture has no colour, and a target no truth."""

Variant = tuple[float, float, float]
"""Sharpness, λ of the warped colours, λ of the output."""


def load(path: Path) -> Tensor:
    """Lab, 3×256×256."""
    return rgb_to_lab(torch.from_numpy(square(path, SIDE).copy()).permute(2, 0, 1)[None].float() / 255)[0]


def variants(text: str) -> list[Variant]:
    """"120,80/0,30/0,200": every combination; several separated by blanks."""
    return [values for part in text.split() for values in itertools.product(*([float(v) for v in axis.split(",")] for axis in part.split("/")))]


class Results:
    """Means of the measures by variant."""

    def __init__(self, lpips: NearLpips):
        self.lpips, self.rows = lpips, defaultdict(list)

    def add(self, name: str, case: Case, ab: Tensor, truth_layers: list[Tensor], known: bool) -> None:
        rgb = lab_to_rgb(torch.cat([case.truth[:1], ab])[None])[0]
        against = [
            ab_error(ab, case.truth[1:]), self.lpips.between(self.lpips.describe(rgb), truth_layers), colorfulness(rgb),
            blotch(ab, case.seen, case.truth[1:])] if known else [np.nan] * 4
        self.rows[name].append([*against, blotch(ab, case.seen), fringe(ab, case.seen)])

    def lines(self) -> Iterator[str]:
        yield "| sharpness, λ warped, λ output | ab error | near-LPIPS | colourfulness | of truth | blotch | blotch in flat L | fringe |"
        yield "|---|---|---|---|---|---|---|---|"
        means = {name: np.nanmean(rows, 0) for name, rows in self.rows.items()}
        whole = means["truth"][2] if "truth" in means else np.nan
        for name, (error, distance, colorful, patches, flat, beside) in means.items():
            yield (f"| {name} | {error:.2f} | {distance:.4f} | {colorful:.1f} | {colorful / whole:.1%} "
                   f"| {patches:.2f} | {flat:.2f} | {beside:.3f} |")


def color(pack: Pack, case: Case, areas: int, tried: list[Variant]) -> Iterator[tuple[Variant, Tensor]]:
    """Every variant of one case; features are made once, matches once for each sharpness."""
    described, facts, smoothing = (pack.describe(case.seen), pack.describe(case.reference[:1])), pack.facts, pack.smoothing
    for sharpness, group in itertools.groupby(tried, key=lambda variant: variant[0]):
        pack.facts = dataclasses.replace(facts, sharpness=sharpness)
        found = pack.match(*described, case.reference[1:], areas)
        for variant in group:
            pack.smoothing = dataclasses.replace(smoothing or Smoothing(), warped=variant[1], output=variant[2]) if any(variant[1:]) else None
            yield variant, pack.colorize(case.seen, found)[0]
    pack.facts, pack.smoothing = facts, smoothing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder; one KIND.md each, written anew as it grows")
    parser.add_argument("--photos", type=int, default=98, help="so many are coloured, spread over the list; references come from all of it")
    parser.add_argument("--kinds", nargs="+", default=["retrieved", "mirrored"], help="of evaluate, or pairs: the folder's own, with a truth where the target has colour")
    parser.add_argument("--areas", type=int, default=22)
    parser.add_argument("--variants", default="120,80,50/0,30,60/0,60,200,400", help="sharpness/λ warped/λ output, lists with commas; several with blanks between")
    arguments = parser.parse_args()
    one_thread()
    arguments.out.mkdir(parents=True, exist_ok=True)
    tried, pack, lpips = variants(arguments.variants), Pack(arguments.pack), NearLpips(arguments.teachers)
    pictures = [load(arguments.data / photo.file) for photo in read_list(arguments.data / "val.tsv")]
    targets = list(range(0, len(pictures), max(1, len(pictures) // arguments.photos)))[:arguments.photos]
    retrieval = Retrieval(FrechetDistance(arguments.teachers), pictures)
    for kind in arguments.kinds:
        results, file = Results(lpips), arguments.out / f"{kind}.md"
        seen = pairs(arguments.data / "pairs") if kind == "pairs" else cases(kind, pictures, targets, retrieval)
        for count, case in enumerate(seen, 1):
            known = case.truth[1:].norm(dim=0).mean().item() > GREY
            truth = lpips.describe(lab_to_rgb(case.truth[None])[0])
            if known:
                results.add("truth", case, case.truth[1:], truth, known)
            for variant, ab in color(pack, case, arguments.areas, tried):
                results.add(", ".join(f"{value:g}" for value in variant), case, ab, truth, known)
            file.write_text("\n".join([f"{kind}, {count} photos, {arguments.pack}\n", *results.lines(), ""]), encoding="utf-8")


def pairs(folder: Path) -> Iterator[Case]:
    """Real pairs whose references have colour."""
    for target, reference in ((load(target), load(reference)) for target, reference in pairs_in(folder)):
        if reference[1:].norm(dim=0).mean().item() > GREY:
            yield Case(target, reference, target[:1])


if __name__ == "__main__":
    main()
