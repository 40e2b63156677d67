from pathlib import Path

import numpy as np
import torch

from spcolor_training.smoothing import GatedSmoothing, Smoothing, smooth

FIXTURES = Path(__file__).parents[2] / "tests/SPColor.Core.Tests/Fixtures/smoothing"


def _fixture(name: str) -> torch.Tensor:
    return torch.from_numpy(np.load(FIXTURES / f"{name}.npy"))


def test_colors_are_those_that_core_is_held_to() -> None:
    luminance, matched = _fixture("luminance")[None], _fixture("matched_ab_S_cosine")
    smoothing = GatedSmoothing(Smoothing(3, 30, 200, 1.5, 0.7, 0.85, gain=1), luminance, matched[3])
    assert torch.allclose(smoothing.warped(matched[:2], matched[2]), _fixture("expected_warped"), atol=1e-4)
    assert torch.allclose(smoothing.output(_fixture("chroma")), _fixture("expected_chroma"), atol=1e-4)


def test_a_line_is_the_solution_of_its_equations() -> None:
    random = np.random.default_rng(0)
    luminance, plane, trust = random.uniform(0, 9, (1, 7)), random.normal(size=(1, 1, 7)), random.uniform(0.1, 1, (1, 7))
    link = np.exp(-np.abs(np.diff(luminance[0])) / 3)
    wanted, weight = plane[0, 0], trust[0]
    for falling in (1.5 * 30 * 4 ** left / 63 for left in (2, 1, 0)):
        laplacian = np.diag(np.append(link, 0) + np.append(0, link)) - np.diag(link, 1) - np.diag(link, -1)
        wanted = np.linalg.solve(np.diag(weight) + falling * laplacian, weight * wanted)
        # The columns of a single row are points: they stay as they are, and trust counts in the first round only.
        weight = np.ones(7)
    assert np.allclose(smooth(plane, luminance, 30, 3, trust)[0, 0], wanted)


def test_nothing_is_smoothed_where_the_match_is_sure() -> None:
    luminance, matched = _fixture("luminance")[None], _fixture("matched_ab_S_cosine")
    smoothing = GatedSmoothing(Smoothing(), luminance, torch.full_like(matched[3], 0.9))
    assert torch.allclose(smoothing.warped(matched[:2], matched[2]), matched[:2])


def test_a_manifest_without_the_section_is_not_smoothed() -> None:
    assert Smoothing.read({}) is None
    facts = Smoothing(2, 10, 60, 1, 0.5, 0.8)
    assert Smoothing.read({"smoothing": facts.section()}) == facts
