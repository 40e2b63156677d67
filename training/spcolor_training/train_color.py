"""python3 -m spcolor_training.train_color: trains the colour network on the pool. Resumable."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .adversary import Discriminator, realness_loss
from .color import ColorNetwork
from .color_loss import ColorBatch, color_losses
from .lab import lab_to_rgb
from .perceptual import Perceptual, relative_distance
from .pool import CROP, Pool
from .run import Run, Schedule, one_thread, training_arguments
from .spoil import spoil, turn_hue
from .warm_start import start_from

CELL = 4
HELD_OUT = 40
"""Pairs at the end of the pool that are not trained on, of each kind."""

HUE_SHARE = 0.45
"""Of the self-referenced samples: the network has to follow the reference, not what it knows of grass and skies."""


class ColorData:
    """Batches from the pool: first half self-referenced, second half not."""

    def __init__(self, pool: Pool, device: str):
        self.pool, self.device = pool, device
        own, other = (torch.where(pool.is_self == kind)[0].numpy() for kind in (True, False))
        self.held_out = (own[-HELD_OUT:], other[-HELD_OUT:])
        self.rows = (own[:-HELD_OUT], other[:-HELD_OUT])

    def sample(self, row: int) -> list[Tensor]:
        """L 1×256×256, ab 2×256×256, warped 2×64×64, confidence 1×64×64, all fp32."""
        pool = self.pool
        return [pool.luminance[row].float() / 2.55, pool.ab[row].float(), pool.warped[row].float(), pool.confidence[row].float()]

    def batch(self, random: np.random.Generator, size: int, crop: int) -> ColorBatch:
        rows = np.concatenate([random.choice(kind, size // 2) for kind in self.rows])
        samples = []
        for row in rows:
            luminance, ab, warped, confidence = self.sample(row)
            if self.pool.is_self[row] and random.random() < HUE_SHARE:
                angle, scale = random.uniform(-np.pi, np.pi) * (random.random() < 0.6), random.uniform(0.7, 1.35)
                ab, warped = turn_hue(ab, angle, scale), turn_hue(warped, angle, scale)
            top, left = random.integers(0, (CROP - crop) // CELL + 1, 2) * CELL
            parts = [luminance, ab, *(enlarge(part) for part in (spoil(warped, random), confidence, warped))]
            parts = [part[:, top:top + crop, left:left + crop] for part in parts]
            samples.append([part.flip(2) for part in parts] if random.integers(2) else parts)
        return ColorBatch(*(torch.stack(parts).to(self.device) for parts in zip(*samples)))

    def whole(self, rows: np.ndarray) -> ColorBatch:
        """Whole held-out pictures, nothing spoilt."""
        samples = [self.sample(row) for row in rows]
        luminance, ab, warped, confidence = (torch.stack(parts).to(self.device) for parts in zip(*samples))
        large = F.interpolate(warped, scale_factor=CELL, mode="bilinear", align_corners=False)
        return ColorBatch(luminance, ab, large, F.interpolate(confidence, scale_factor=CELL, mode="bilinear", align_corners=False), large)


def enlarge(part: Tensor) -> Tensor:
    """C×h×w → C×4h×4w, bilinear: as the pipeline does."""
    return F.interpolate(part[None], scale_factor=CELL, mode="bilinear", align_corners=False)[0]


class ColorScore:
    """ab error on self-references, perceptual distance and colourfulness on others; the warp's own figures beside them."""

    def __init__(self, data: ColorData, perceptual: Perceptual):
        self.perceptual, self.batches = perceptual, [data.whole(rows) for rows in data.held_out]

    @torch.no_grad()
    def __call__(self, network: nn.Module) -> dict[str, float]:
        own, other = self.batches
        answers = [torch.cat([network(*parts) for parts in zip(b.luminance.split(4), b.warped.split(4), b.confidence.split(4))]) for b in self.batches]
        figures = {"own_error": distance(answers[0], own.truth), "own_warp_error": distance(own.warped, own.truth)}
        truth = self._features(other, other.truth)
        for name, ab in (("other", answers[1]), ("other_warp", other.warped)):
            figures[f"{name}_perceptual"] = relative_distance(self._features(other, ab), truth).item()
            figures[f"{name}_chroma"] = (ab.norm(dim=1).mean() / other.truth.norm(dim=1).mean()).item()
        # Grey is perceptually near everything: a result that has lost colour is not better.
        figures["score"] = (
            figures["own_error"] / figures["own_warp_error"] + figures["other_perceptual"] / figures["other_warp_perceptual"]
            + max(0, 0.9 - figures["other_chroma"] / figures["other_warp_chroma"]))
        return figures

    def _features(self, batch: ColorBatch, ab: Tensor) -> list[Tensor]:
        return self.perceptual(lab_to_rgb(torch.cat([batch.luminance, ab], 1)))


def distance(a: Tensor, b: Tensor) -> float:
    """Mean distance in the ab plane."""
    return (a - b).norm(dim=1).mean().item()


class Adversary:
    """The discriminator with its optimizer; kept beside the run's checkpoint."""

    def __init__(self, path: Path, rate: float, device: str):
        self.path, self.network = path, Discriminator().to(device)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), rate, betas=(0.5, 0.999))
        if path.exists():
            state = torch.load(path, map_location=device)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])

    def loss(self, answer: Tensor, batch: ColorBatch) -> Tensor:
        """Trains the discriminator by a step, then judges the answer."""
        real = torch.cat([batch.luminance, batch.truth], 1).roll(1, 0)
        fake = torch.cat([batch.luminance, answer], 1)
        self.optimizer.zero_grad(set_to_none=True)
        realness_loss(self.network(real), self.network(fake.detach())).backward()
        self.optimizer.step()
        self.network.requires_grad_(False)
        loss = realness_loss(self.network(fake), self.network(real))
        self.network.requires_grad_(True)
        return loss

    def save(self) -> None:
        torch.save({"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}, self.path)


def main() -> None:
    parser = training_arguments(__doc__)
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--name", default="color", help="of the run: several can share a pool")
    parser.add_argument("--plain", action="store_true", help="plain perceptual loss instead of SMP (the paper's Table II)")
    arguments = parser.parse_args()
    one_thread()
    torch.manual_seed(arguments.seed)
    schedule = Schedule.read(arguments.config, "color")
    data = ColorData(Pool.load(arguments.work), arguments.device)
    perceptual = Perceptual(arguments.teachers).to(arguments.device).requires_grad_(False)
    adversarial = schedule.weights.get("adversarial", 0) > 0
    adversary = Adversary(arguments.work / f"{arguments.name}-adversary.pt", schedule.rate, arguments.device) if adversarial else None

    def losses(network: nn.Module, random: np.random.Generator, step: int) -> dict[str, Tensor]:
        batch = data.batch(random, schedule.batch, schedule.crop)
        answer = network(batch.luminance, batch.warped, batch.confidence)
        terms = color_losses(answer, batch, perceptual, masked=not arguments.plain)
        if adversary is not None:
            terms["adversarial"] = adversary.loss(answer, batch)
        return terms

    network = ColorNetwork()
    if arguments.start is not None:
        batches = [data.whole(rows) for rows in data.held_out]
        inputs = tuple(torch.cat([getattr(batch, name) for batch in batches]) for name in ("luminance", "warped", "confidence"))
        taken, layers = start_from(network, arguments.start / "color.onnx", inputs)
        print(f"{taken} of {layers} layers start as in {arguments.start}", flush=True)
    run = Run(network, schedule, arguments.work / f"{arguments.name}.pt", arguments.seed, arguments.device)
    run.train(losses, ColorScore(data, perceptual), arguments.minutes)
    if adversary is not None:
        adversary.save()


if __name__ == "__main__":
    main()
