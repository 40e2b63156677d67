"""python3 -m spcolor_training.pool: warped training pairs of a pack, stored. Each call adds one part."""

from __future__ import annotations

import argparse
import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .degrade import age
from .lab import rgb_to_lab
from .pack import Pack
from .photos import SIDE, PhotoCache
from .run import one_thread
from .targets import TargetCache

CROP = 256
AREAS, AREA_ODDS = (1, 7, 10, 12, 15, 22, 27), (0.15, 0.1, 0.15, 0.2, 0.15, 0.15, 0.1)
SELF_SHARE, RETRIEVED_SHARE, NEIGHBOURS = 0.45, 0.48, 5
AGED_SHARE = 0.7
"""Of the targets; a quarter of these stay clean all the same (degrade.py)."""


def neighbours(targets: TargetCache) -> np.ndarray:
    """The NEIGHBOURS nearest rows of each row by the mean deep feature."""
    done = targets.done
    means = torch.from_numpy(targets.arrays["deep"][:done].astype(np.float32).mean((2, 3)))
    means = F.normalize(means - means.mean(0), dim=1)
    similar = means @ means.t()
    return similar.fill_diagonal_(-1).topk(min(NEIGHBOURS, done - 1), 1)[1].numpy()


def moved(lab: Tensor, random: np.random.Generator) -> Tensor:
    """The picture itself as its own reference: mirrored or not, scaled, turned, bent. 1×3×H×W."""
    scale, turn, mirror = random.uniform(0.55, 1.15), random.uniform(-0.25, 0.25), random.choice([-1, 1])
    shift = random.uniform(-1, 1, 2) * max(0, 1 - scale) * 0.9
    matrix = [[scale * math.cos(turn) * mirror, -scale * math.sin(turn), shift[0]], [scale * math.sin(turn) * mirror, scale * math.cos(turn), shift[1]]]
    grid = F.affine_grid(torch.tensor([matrix], dtype=torch.float32), lab.shape, align_corners=False)
    bend = torch.from_numpy(random.standard_normal((1, 2, 5, 5)).astype(np.float32)) * random.uniform(0, 0.08)
    grid = grid + F.interpolate(bend, size=lab.shape[2:], mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
    return F.grid_sample(lab, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


@dataclass
class Pool:
    """n pairs: L and ab in bytes at 256², warped ab and confidence in fp16 at 64², whether the reference was the picture itself."""

    luminance: Tensor
    ab: Tensor
    warped: Tensor
    confidence: Tensor
    is_self: Tensor

    FIELDS = ("luminance", "ab", "warped", "confidence", "is_self")

    @staticmethod
    def load(work: Path) -> Pool:
        parts = [torch.load(path) for path in sorted(work.glob("pool-*.pt"))]
        return Pool(*(torch.cat([part[name] for part in parts]) for name in Pool.FIELDS))


class PoolMaker:
    """Draws pairs as training-recipe.md §5 says."""

    def __init__(self, work: Path, pack: Path, device: str):
        self.device, self.photos, self.targets = device, PhotoCache(work), TargetCache(work)
        self.order, self.pack = np.load(work / "order.npy"), Pack(pack, device)
        self.near = neighbours(self.targets)

    def pair(self, random: np.random.Generator) -> dict[str, Tensor]:
        """One pair, each field without the batch dimension."""
        row = int(random.integers(self.targets.done))
        kind = random.random()
        is_self = kind < SELF_SHARE
        target = self._picture(row, *random.integers(0, SIDE - CROP + 1, 2), mirrored=bool(random.integers(2)))
        if is_self:
            reference = moved(self._picture(row, 16, 16, False), random)
        else:
            near = kind < SELF_SHARE + RETRIEVED_SHARE
            other = int(random.choice(self.near[row])) if near else int(random.integers(self.targets.done))
            reference = self._picture(other, 16, 16, False)
        luminance = target[:, :1]
        if random.random() < AGED_SHARE:
            luminance = torch.from_numpy(age(luminance[0, 0].numpy(), random))[None, None]
        areas = int(random.choice(AREAS, p=AREA_ODDS))
        described = [self.pack.describe(picture.to(self.device)) for picture in (luminance[0], reference[0, :1])]
        found = self.pack.match(*described, reference[0, 1:].to(self.device), areas)
        return {
            "luminance": (luminance[0] * 2.55).round().byte(),
            "ab": target[0, 1:].round().clamp(-127, 127).to(torch.int8),
            "warped": found.ab.half().cpu(),
            "confidence": found.confidence[None].half().cpu(),
            "is_self": torch.tensor(is_self)}

    def _picture(self, row: int, top: int, left: int, mirrored: bool) -> Tensor:
        pixels = self.photos.pixels[self.order[row]][top:top + CROP, left:left + CROP]
        rgb = torch.from_numpy(np.ascontiguousarray(pixels[:, ::-1] if mirrored else pixels)).permute(2, 0, 1)[None].float() / 255
        return rgb_to_lab(rgb)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True, help="whose features and areas match the pairs")
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--part", type=int, help="number of the part, where several are made at once; default: the next")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    one_thread()
    part = len(list(arguments.work.glob("pool-*.pt"))) if arguments.part is None else arguments.part
    maker, pairs, started = PoolMaker(arguments.work, arguments.pack, arguments.device), [], time.monotonic()
    while len(pairs) < arguments.pairs and time.monotonic() - started < arguments.minutes * 60:
        pairs.append(maker.pair(np.random.default_rng([part, len(pairs)])))
    torch.save({name: torch.stack([pair[name] for pair in pairs]) for name in Pool.FIELDS}, arguments.work / f"pool-{part:03}.pt")
    print(f"pool-{part:03}.pt: {len(pairs)} pairs, {time.process_time() / len(pairs):.2f} CPU s a pair")


if __name__ == "__main__":
    main()
