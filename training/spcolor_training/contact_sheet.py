"""python3 -m spcolor_training.contact_sheet: what a pack makes of real pairs, to be looked at: target, reference, areas of both, warped colours, result."""

from __future__ import annotations

import argparse
import colorsys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw
from torch import Tensor

from .lab import grey_rgb, lab_to_rgb, rgb_to_lab
from .pack import Pack
from .photos import square
from .run import one_thread

SIDE, ROWS = 256, 7

PALETTE = torch.tensor([colorsys.hsv_to_rgb(k * 4 % 9 / 9, (0.95, 0.5, 0.8)[k // 9], (1, 0.95, 0.5)[k // 9]) for k in range(27)])
"""One colour for each area: nine hues, three kinds of each."""


def areas_picture(areas: Tensor, luminance: Tensor) -> Tensor:
    """Areas h×w over the grey picture 1×H×W → 3×H×W."""
    colors = F.interpolate(PALETTE[areas].permute(2, 0, 1)[None], size=luminance.shape[1:], mode="nearest")[0]
    return 0.65 * colors + 0.35 * grey_rgb(luminance[None])[0]


def row(pack: Pack, target: Path, reference: Path, areas: int) -> Image.Image:
    """Six pictures side by side."""
    seen, other = (rgb_to_lab(torch.from_numpy(square(path, SIDE).copy()).permute(2, 0, 1)[None].float() / 255)[0] for path in (target, reference))
    luminance = seen[:1]
    found = pack.match(pack.describe(luminance), pack.describe(other[:1]), other[1:], areas)
    answer, warped = pack.colorize(luminance, found)
    pictures = [
        grey_rgb(luminance[None])[0], lab_to_rgb(other[None])[0], areas_picture(found.target_areas, luminance),
        areas_picture(found.reference_areas, other[:1]), *(lab_to_rgb(torch.cat([luminance, ab])[None])[0] for ab in (warped, answer))]
    image = Image.fromarray((torch.cat(pictures, 2).permute(1, 2, 0).clamp(0, 1) * 255).round().byte().numpy())
    ImageDraw.Draw(image).text((4, 4), target.name.split("_")[0], fill="yellow")
    return image


def pairs_in(folder: Path) -> list[tuple[Path, Path]]:
    """Targets and references, those that have both, by name; of whatever kinds of file."""
    references = {path.stem.split("_")[0]: path for path in folder.glob("*_reference.*")}
    targets = sorted(folder.glob("*_target.*"))
    return [(path, references[name]) for path in targets if (name := path.stem.split("_")[0]) in references]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="folder with NNN_target.* and NNN_reference.*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--areas", type=int, default=22)
    parser.add_argument("--every", type=int, default=2, help="each so many'th pair")
    arguments = parser.parse_args()
    one_thread()
    pack, pairs = Pack(arguments.pack), pairs_in(arguments.pairs)[::arguments.every]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(pairs), ROWS):
        rows = [row(pack, *pair, arguments.areas) for pair in pairs[first:first + ROWS]]
        Image.fromarray(np.concatenate([np.asarray(image) for image in rows])).save(arguments.out / f"sheet-{first // ROWS:02}.png")


if __name__ == "__main__":
    main()
