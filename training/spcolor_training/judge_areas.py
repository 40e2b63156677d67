"""python3 -m spcolor_training.judge_areas: Markdown tables of a pack's areas against hand-made labels, clean and as old prints."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .area_score import AreaScore
from .areas import COUNTED
from .labels import read_labelled
from .pack import Pack
from .run import one_thread

WHOLE = (*COUNTED.values(), "people_right", "scenes_right", "calibration")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--photos", type=int, help="of each kind, people and scenes; default: all of the split")
    parser.add_argument("--split", default="val")
    arguments = parser.parse_args()
    one_thread()
    pack, photos = Pack(arguments.pack), read_labelled(arguments.labels, arguments.split, arguments.photos)

    def probabilities(luminance: Tensor) -> Tensor:
        return pack.describe(luminance[0])[1][None] ** 2

    clean, aged = (AreaScore(photos)(probabilities, old) for old in (False, True))
    print(f"{len(photos)} photos\n\n| | clean | old print |\n|---|---|---|")
    by_set = sorted(name for name in clean if " " in name)
    for name in (*WHOLE, *by_set):
        print(f"| {name.replace('_', ', ')} | {clean.get(name, torch.nan):.3f} | {aged.get(name, torch.nan):.3f} |")


if __name__ == "__main__":
    main()
