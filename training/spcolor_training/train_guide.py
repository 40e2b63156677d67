"""python3 -m spcolor_training.train_guide: distils the guide network from the cached targets. Resumable."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .degrade import age, old_print
from .guide import Guide
from .guide_loss import AFFINITY_CELLS, guide_losses, match_target, teacher_grids
from .lab import rgb_to_lab
from .photos import SIDE, PhotoCache
from .run import Run, Schedule
from .targets import TargetCache
from .teachers import CLASSES, DEEP_STRIDE

HELD_OUT = 48
"""Rows at the start that are not trained on."""


class GuideData:
    """Crops of photos with the teachers' answers, on cells of a sixteenth."""

    def __init__(self, work: Path, device: str):
        self.photos, self.targets, self.device = PhotoCache(work), TargetCache(work), device
        self.order, self.done = np.load(work / "order.npy"), self.targets.done

    def rows(self, held_out: bool) -> np.ndarray:
        """Rows that may be trained on, or the others, of those whose targets were there when the run began."""
        return np.arange(HELD_OUT) if held_out else np.arange(HELD_OUT, self.done)

    def crop(self, row: int, cells: int, top: int, left: int, mirrored: bool) -> list[np.ndarray]:
        """L (H×W), middle, deep, classes (C×h×w)."""
        stride = DEEP_STRIDE
        pixels = self.photos.pixels[self.order[row]][top * stride:(top + cells) * stride, left * stride:(left + cells) * stride]
        rgb = torch.from_numpy(np.ascontiguousarray(pixels)).permute(2, 0, 1)[None].float() / 255
        parts = [rgb_to_lab(rgb)[0, 0].numpy()]
        for name, scale in (("middle", 2), ("deep", 1), ("classes", 2)):
            parts.append(self.targets.arrays[name][row][:, top * scale:(top + cells) * scale, left * scale:(left + cells) * scale])
        return [np.ascontiguousarray(part[..., ::-1] if mirrored else part).astype(np.float32) for part in parts]

    def tensors(self, crops: list[list[np.ndarray]]) -> list[Tensor]:
        luminance, *targets = (torch.from_numpy(np.stack(parts)).to(self.device) for parts in zip(*crops))
        return [luminance[:, None], *targets]

    def batch(self, random: np.random.Generator, size: int, crop: int) -> list[Tensor]:
        """Random crops, aged, with their clean targets."""
        cells, crops = crop // DEEP_STRIDE, []
        for row in random.choice(self.rows(held_out=False), size):
            top, left = random.integers(0, SIDE // DEEP_STRIDE - cells + 1, 2)
            parts = self.crop(row, cells, top, left, bool(random.integers(2)))
            crops.append([age(parts[0], random), *parts[1:]])
        return self.tensors(crops)


class GuideScore:
    """Agreement with the teachers on held-out photos, clean and aged."""

    def __init__(self, data: GuideData):
        self.data = data
        self.rows = data.rows(held_out=True)

    @torch.no_grad()
    def __call__(self, guide: nn.Module) -> dict[str, float]:
        crops = [self.data.crop(int(row), 16, 1, 1, False) for row in self.rows]
        figures = self._agreement(guide, crops)
        aged = self._agreement(guide, [[old_print(parts[0], seed=i), *parts[1:]] for i, parts in enumerate(crops)])
        figures |= {f"aged_{name}": value for name, value in aged.items()}
        # Users' photos are old: both count alike.
        figures["score"] = figures["regret"] + aged["regret"] - figures["code_cosine"] - aged["code_cosine"]
        return figures

    def _agreement(self, guide: nn.Module, crops: list[list[np.ndarray]]) -> dict[str, float]:
        deep_cosine, code_cosine, classes, lost, kept = [], [], [], 0.0, 0.0
        for first in range(0, len(crops) - 1, 2):
            luminance, middle, deep, posterior = self.data.tensors(crops[first:first + 2])
            middle, deep, _, code = teacher_grids(middle, deep, posterior)
            match, answer = guide.heads(luminance)
            match8 = F.avg_pool2d(match, 2)
            deep_cosine.append(F.cosine_similarity(guide.adapter(match8)[:, -deep.shape[1]:], deep, dim=1).mean())
            code_cosine.append((guide(luminance)[1] * code).sum(1).mean())
            classes.append((answer[:, :CLASSES].argmax(1) == posterior.argmax(1)).float().mean())
            wanted, found = match_target(middle, deep, code).flatten(2), F.normalize(match8, dim=1).flatten(2)
            similar = wanted[0].t() @ wanted[1]
            chosen = similar.gather(1, (found[0].t() @ found[1]).argmax(1, keepdim=True))[:, 0]
            best = similar.max(1)[0]
            lost, kept = lost + (best - chosen).mean().item(), kept + (best - similar.mean(1)).mean().item()
        mean = lambda values: torch.stack(values).mean().item()  # noqa: E731
        return {
            "deep_cosine": mean(deep_cosine), "code_cosine": mean(code_cosine), "class_agreement": mean(classes),
            # 0: matches as well as the teachers; 1: as badly as a random cell.
            "regret": lost / kept}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent.parent / "compact.toml")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    schedule = Schedule.read(arguments.config, "guide")
    data = GuideData(arguments.work, arguments.device)

    def losses(guide: nn.Module, random: np.random.Generator, _: int) -> dict[str, Tensor]:
        batch = data.batch(random, schedule.batch, schedule.crop)
        places = torch.randint(0, schedule.batch * (schedule.crop // 8) ** 2, (AFFINITY_CELLS,), device=arguments.device)
        return guide_losses(guide, *batch, places)

    torch.manual_seed(arguments.seed)
    run = Run(Guide(), schedule, arguments.work / "guide.pt", arguments.seed, arguments.device)
    run.train(losses, GuideScore(data), arguments.minutes)


if __name__ == "__main__":
    main()
