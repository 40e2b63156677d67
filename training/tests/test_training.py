from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from spcolor_training.guide import Guide
from spcolor_training.guide_data import GuideData
from spcolor_training.guide_loss import guide_losses
from spcolor_training.guide_score import GuideScore
from spcolor_training.run import Run, Schedule, best_of

CONFIG = Path(__file__).parent.parent / "compact.toml"


def _schedule(steps: int) -> Schedule:
    return dataclasses.replace(Schedule.read(CONFIG, "guide"), steps=steps, batch=4, crop=64, warm_up=2, evaluate_every=3)


def _train(work: Path, checkpoint: Path, stops: list[int]) -> tuple[Run, list[float]]:
    """Trains a small guide; a stop is a step after which the process ends and another one goes on."""
    data, totals = GuideData(work, "cpu"), []
    for stop in stops:
        schedule = _schedule(stops[-1])
        torch.manual_seed(1)
        run = Run(Guide(widths=(16, 16, 32, 32), depths=(1, 1, 1, 1), pyramid=32), schedule, checkpoint, 1, "cpu")

        def losses(guide: torch.nn.Module, random: np.random.Generator, step: int) -> dict[str, torch.Tensor]:
            if step >= stop:
                raise KeyboardInterrupt
            terms = guide_losses(guide, data.batch(random, 4, 64))
            totals.append(sum(term.item() for term in terms.values()))
            return terms

        try:
            run.train(losses, lambda _: {"score": -run.step}, minutes=60)
        except KeyboardInterrupt:
            run.save()
    return run, totals


def test_a_stopped_run_goes_on_as_if_it_had_not_been(work: Path, tmp_path: Path) -> None:
    straight, _ = _train(work, tmp_path / "straight.pt", [6])
    stopped, _ = _train(work, tmp_path / "stopped.pt", [2, 4, 6])
    assert straight.step == stopped.step == 6
    for one, other in zip(straight.average.state_dict().values(), stopped.average.state_dict().values()):
        assert torch.equal(one, other)


def test_distillation_learns_and_keeps_the_best(work: Path, tmp_path: Path) -> None:
    run, totals = _train(work, tmp_path / "guide.pt", [24])
    assert np.mean(totals[-4:]) < 0.8 * np.mean(totals[:4])
    lines = [json.loads(line) for line in (tmp_path / "guide.log").read_text().splitlines()]
    assert [line["step"] for line in lines] == [3, 6, 9, 12, 15, 18, 21, 24]
    best = torch.load(best_of(tmp_path / "guide.pt"))
    assert all(torch.equal(best[name], value) for name, value in run.average.state_dict().items())


def test_held_out_photos_are_never_trained_on(work: Path) -> None:
    data = GuideData(work, "cpu")
    assert not set(data.rows(held_out=True)) & set(data.rows(held_out=False))
    assert len(data.rows(held_out=True)) + len(data.rows(held_out=False)) == data.targets.done


def test_score_of_a_guide_that_knows_nothing(work: Path) -> None:
    figures = GuideScore(GuideData(work, "cpu"))(Guide().eval())
    assert figures["code_cosine"] < 0.6 and 0 < figures["regret"] < 2
    assert all(np.isfinite(value) for value in figures.values())


@pytest.mark.parametrize("step, rate", [(0, 0.5), (1, 1.0), (50, 0.505), (100, 0.01)])
def test_rate(step: int, rate: float) -> None:
    schedule = dataclasses.replace(_schedule(100), rate=1.0, warm_up=2)
    assert schedule.rate_at(step) == pytest.approx(rate, abs=0.01)
