"""python3 -m spcolor_training.evaluate: Markdown tables of one or more packs on photos that they were never trained on."""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .degrade import OLD_FAULTS, old_print
from .lab import lab_to_rgb, rgb_to_lab
from .measures import FrechetDistance, NearLpips, ab_error, blotch, colorfulness, fringe, psnr
from .pack import Pack
from .photos import read_list, square
from .run import one_thread

SIDE, CROP_SHARE = 256, 0.85
AREAS = (1, 4, 7, 10, 12, 15, 20, 22, 24, 27)


@dataclass(frozen=True)
class Case:
    """One picture to colour: Lab 3×H×W of the truth and of the reference, and the L that the program sees (1×H×W)."""

    truth: Tensor
    reference: Tensor
    seen: Tensor


class Retrieval:
    """The most similar other photo, by mean features."""

    def __init__(self, frechet: FrechetDistance, pictures: list[Tensor]):
        # By the grey picture, as a user would: the target has no colour to go by.
        described = torch.stack([frechet.describe(lab_to_rgb(F.pad(lab[:1], (0, 0, 0, 0, 0, 2))[None])[0]) for lab in pictures])
        described = F.normalize(described - described.mean(0), dim=1)
        self.nearest = (described @ described.t()).fill_diagonal_(-1).argmax(1).tolist()


def mirrored_crop(lab: Tensor) -> Tensor:
    """The middle 85 %, mirrored, enlarged to the old size."""
    height, width = lab.shape[1:]
    top, left = (round(length * (1 - CROP_SHARE) / 2) for length in (height, width))
    crop = lab[None, :, top:height - top, left:width - left].flip(3)
    return F.interpolate(crop, size=(height, width), mode="bilinear", align_corners=False)[0]


def cases(kind: str, pictures: list[Tensor], targets: list[int], retrieval: Retrieval) -> Iterator[Case]:
    """mirrored, retrieved; "old " before either ages what the program sees, "blurred ", "faded " or "grainy " does one part of that. Only `targets` are
    coloured, all pictures may be references."""
    for index in targets:
        lab = pictures[index]
        reference = mirrored_crop(lab) if kind.endswith("mirrored") else pictures[retrieval.nearest[index]]
        faults = OLD_FAULTS if kind.startswith("old") else tuple(fault for fault in OLD_FAULTS if kind.startswith(fault))
        yield Case(lab, reference, torch.from_numpy(old_print(lab[0].numpy(), index, faults))[None])


class Table:
    """Sums the measures of each method over the cases of one kind."""

    def __init__(self, lpips: NearLpips, frechet: FrechetDistance):
        self.lpips, self.frechet = lpips, frechet
        self.sums: dict[str, list[list[float]]] = defaultdict(list)
        self.described: dict[str, list[Tensor]] = defaultdict(list)

    def add(self, method: str, case: Case, ab: Tensor) -> None:
        answer, truth = (lab_to_rgb(torch.cat([case.truth[:1], colors])[None])[0] for colors in (ab, case.truth[1:]))
        self.sums[method].append([
            ab_error(ab, case.truth[1:]), psnr(answer, truth), self.lpips(answer, truth), colorfulness(answer),
            blotch(ab, case.seen, case.truth[1:]), fringe(ab, case.seen)])
        self.described[method].append(self.frechet.describe(answer))

    def lines(self) -> Iterator[str]:
        yield "| method | ab error | PSNR (dB) | near-LPIPS | Fréchet | colourfulness, truth = 100 % | blotch | fringe |"
        yield "|---|---|---|---|---|---|---|---|"
        means = {method: np.nanmean(rows, 0) for method, rows in self.sums.items()}
        for method, (error, signal, distance, colorful, patches, beside) in means.items():
            far = self.frechet(torch.stack(self.described[method]), torch.stack(self.described["truth"]))
            measured = "0 | – | 0 | 0" if method == "truth" else f"{error:.2f} | {signal:.1f} | {distance:.4f} | {far:.3f}"
            yield f"| {method} | {measured} | {colorful / means['truth'][3]:.0%} | {patches:.2f} | {beside:.3f} |"


def measure(packs: dict[str, Pack], seen: Iterator[Case], table: Table, areas: tuple[int, ...]) -> None:
    """All methods over all cases; packs by what their rows begin with."""
    for case in seen:
        table.add("truth", case, case.truth[1:])
        table.add("grey", case, torch.zeros_like(case.truth[1:]))
        table.add("the reference's mean colour", case, case.reference[1:].mean((1, 2), keepdim=True).expand_as(case.truth[1:]))
        for name, pack in packs.items():
            target, reference = pack.describe(case.seen), pack.describe(case.reference[:1])
            for count in areas:
                answer, warped = pack.colorize(case.seen, pack.match(target, reference, case.reference[1:], count))
                table.add(f"{name}N = {count}, warp only", case, warped)
                table.add(f"{name}N = {count}", case, answer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, required=True, nargs="+", help="folders; several are compared in one table, each under its folder's name")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--list", default="val.tsv")
    parser.add_argument("--photos", type=int, default=10_000, help="at most so many are coloured, spread over the list; references come from all of it")
    parser.add_argument("--kinds", nargs="+", default=["mirrored", "old mirrored", "retrieved", "old retrieved"])
    parser.add_argument("--areas", type=int, nargs="+", default=AREAS)
    arguments = parser.parse_args()
    one_thread()
    pictures = [
        rgb_to_lab(torch.from_numpy(square(arguments.data / photo.file, SIDE).copy()).permute(2, 0, 1)[None].float() / 255)[0]
        for photo in read_list(arguments.data / arguments.list)]
    targets = list(range(0, len(pictures), max(1, len(pictures) // arguments.photos)))[:arguments.photos]
    frechet = FrechetDistance(arguments.teachers)
    packs = {f"{folder.name}, " if len(arguments.pack) > 1 else "": Pack(folder) for folder in arguments.pack}
    retrieval, lpips = Retrieval(frechet, pictures), NearLpips(arguments.teachers)
    for kind in arguments.kinds:
        table = Table(lpips, frechet)
        measure(packs, cases(kind, pictures, targets, retrieval), table, tuple(arguments.areas))
        print(f"\n{kind}, {len(targets)} photos\n", *table.lines(), sep="\n", flush=True)


if __name__ == "__main__":
    main()
