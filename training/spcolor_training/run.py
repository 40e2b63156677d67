"""A training run that can be stopped at any time and goes on as if it had not been."""

from __future__ import annotations

import argparse
import copy
import json
import math
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

import numpy as np
import torch
from torch import Tensor, nn

_RECENT = 0.98


def training_arguments(description: str | None) -> argparse.ArgumentParser:
    """What every training command takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent.parent / "compact.toml")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="pack whose network the run starts with, where it does not go on")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def one_thread() -> None:
    """One thread a process is fastest on few cores; a sharp softmax makes denormal numbers, which would cost a third of the time (measured)."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)


@dataclass(frozen=True)
class Schedule:
    """Steps and rates of one network's training, from the config file."""

    steps: int
    batch: int
    crop: int
    rate: float
    warm_up: int
    weight_decay: float
    ema: float
    clip: float
    evaluate_every: int
    weights: dict[str, float]
    """Weights of the losses by name."""

    @staticmethod
    def read(config: Path, table: str) -> Schedule:
        return Schedule(**tomllib.loads(config.read_text(encoding="utf-8"))[table])

    def rate_at(self, step: int) -> float:
        """Linear warm-up, then a cosine to a hundredth."""
        cosine = 0.5 + 0.5 * math.cos(math.pi * min(1, step / self.steps))
        return self.rate * min(1, (step + 1) / self.warm_up) * (0.01 + 0.99 * cosine)


class Run:
    """Network, its moving average, optimizer, step count, best score. Everything random in step n comes from (seed, n)."""

    def __init__(self, network: nn.Module, schedule: Schedule, checkpoint: Path, seed: int, device: str):
        self.schedule, self.checkpoint, self.seed, self.device = schedule, checkpoint, seed, device
        # Grouped and 1×1 convolutions: 1.5 to 2 times as fast, on CPUs too (measured).
        self.network = network.to(device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), schedule.rate, betas=(0.9, 0.98), weight_decay=schedule.weight_decay)
        self.step, self.best, self.seconds = 0, math.inf, 0.0
        if checkpoint.exists():
            state = torch.load(checkpoint, map_location=device)
            self.network.load_state_dict(state["network"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.best, self.seconds = state["step"], state["best"], state["seconds"]

    def train(
            self,
            losses: Callable[[nn.Module, np.random.Generator, int], dict[str, Tensor]],
            score: Callable[[nn.Module], dict[str, float]],
            minutes: float) -> None:
        """Until the schedule or the time ends. `score` gives figures of the average; "score" among them is kept when lowest."""
        started, recent = time.monotonic(), {}
        while self.step < self.schedule.steps and time.monotonic() - started < minutes * 60:
            begun = time.process_time()
            random = np.random.default_rng([self.seed, self.step])
            torch.manual_seed(self.seed * 1_000_003 + self.step)
            terms = losses(self.network, random, self.step)
            total = sum(self.schedule.weights[name] * term for name, term in terms.items())
            for group in self.optimizer.param_groups:
                group["lr"] = self.schedule.rate_at(self.step)
            self.optimizer.zero_grad(set_to_none=True)
            total.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), self.schedule.clip)
            self.optimizer.step()
            self.step += 1
            self._follow()
            for name, term in terms.items():
                recent[name] = _RECENT * recent.get(name, term.item()) + (1 - _RECENT) * term.item()
            self.seconds += time.process_time() - begun
            if self.step % self.schedule.evaluate_every == 0 or self.step == self.schedule.steps:
                self._report(recent, score)
        self.save()

    def save(self) -> None:
        """Writes the checkpoint beside, then renames."""
        state = {
            "network": self.network.state_dict(), "average": self.average.state_dict(), "optimizer": self.optimizer.state_dict(),
            "step": self.step, "best": self.best, "seconds": self.seconds}
        _replace(state, self.checkpoint)

    @torch.no_grad()
    def _follow(self) -> None:
        decay = min(self.schedule.ema, self.step / (self.step + 20))
        for kept, value in zip(self.average.state_dict().values(), self.network.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.lerp_(value, 1 - decay)
            else:
                kept.copy_(value)

    def _report(self, recent: dict[str, float], score: Callable[[nn.Module], dict[str, float]]) -> None:
        figures = score(self.average)
        entry: dict[str, Any] = {"step": self.step, "cpu_seconds": round(self.seconds)}
        entry |= {name: round(value, 4) for name, value in (recent | figures).items()}
        with self.checkpoint.with_suffix(".log").open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
        print(json.dumps(entry), flush=True)
        if figures["score"] < self.best:
            self.best = figures["score"]
            _replace(self.average.state_dict(), best_of(self.checkpoint))
        self.save()


def best_of(checkpoint: Path) -> Path:
    """Where the best average of a run lies."""
    return checkpoint.with_suffix(".best.pt")


def _replace(state: dict[str, Any], path: Path) -> None:
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)
