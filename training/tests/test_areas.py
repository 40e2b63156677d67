from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from spcolor_training.area_loss import label_loss, teacher_loss
from spcolor_training.area_score import AreaScore, Calibration
from spcolor_training.areas import AREAS, BACKDROP, CODES, COUNTED, NOT_SKIN, NOTHING, TEACHER_OTHER, allowed, from_teacher, label_of_area
from spcolor_training.labels import LabelledCrops, LabelledPhoto, read_labelled, with_backdrop


def test_every_area_stands_in_one_whole_label_only() -> None:
    table = allowed()
    for code in COUNTED:
        for other in COUNTED:
            assert code == other or not (table[code] * table[other]).any() or {code, other} == {5, 17}
    assert not table[NOTHING].any()
    assert [AREAS[k] for k in (label_of_area() == 7).nonzero().flatten()] == ["ground", "road"]


def test_every_class_of_the_teacher_but_person_is_one_area() -> None:
    assert from_teacher().sum(0).tolist() == [1.0] * 13 + [0.0] + [1.0] * 18


def _shares(code: int, cells: int) -> torch.Tensor:
    shares = torch.zeros(1, CODES, 8, 8)
    shares[:, NOTHING] = 1
    shares[:, NOTHING, 0, :cells], shares[:, code, 0, :cells] = 0, 1
    return shares


def _sure(area: str) -> torch.Tensor:
    logits = torch.zeros(1, len(AREAS), 8, 8)
    logits[:, AREAS.index(area)] = 12
    return logits


@pytest.mark.parametrize("code, right, wrong", [(1, "skin", "clothes"), (20, "clothes", "wall"), (22, "wall", "hair"), (NOT_SKIN, "hair", "skin"), (BACKDROP, "backdrop", "sky")])
def test_a_label_asks_for_what_it_allows(code: int, right: str, wrong: str) -> None:
    assert label_loss(_sure(right), _shares(code, 5), 0.5) < 1e-3 < 2 < label_loss(_sure(wrong), _shares(code, 5), 0.5)


def test_unknown_places_do_not_count() -> None:
    assert label_loss(_sure("sky"), _shares(NOTHING, 0), 0.5) == 0


def test_by_thing_a_small_face_counts_as_much_as_a_large_wall() -> None:
    shares = _shares(1, 4)
    shares[:, NOTHING], shares[:, 13, 1:] = 0, 1
    by_cell, by_thing = (label_loss(_sure("wall"), shares, share) for share in (0.0, 1.0))
    assert by_thing > 4 * by_cell


def test_the_teacher_is_not_asked_where_it_has_no_word() -> None:
    posterior = torch.zeros(1, 32, 4, 4)
    posterior[:, TEACHER_OTHER] = 1
    assert teacher_loss(_sure("sky"), posterior) == 0
    posterior[:, TEACHER_OTHER], posterior[:, 3] = 0, 1
    assert teacher_loss(_sure("sky"), posterior) < 1e-3 < 2 < teacher_loss(_sure("wall"), posterior)


def test_a_flat_background_is_a_studio_ground() -> None:
    label, luminance = np.full((40, 40), 22, np.uint8), np.full((80, 80), 120, np.uint8)
    photo = LabelledPhoto("people", "celeb", frozenset({1, 22}), luminance, label)
    assert (with_backdrop(photo).label == BACKDROP).all()
    luminance[:] = np.random.default_rng(0).integers(0, 255, luminance.shape)
    assert (with_backdrop(photo).label == 22).all()


def test_crops_keep_labels_on_their_things(labels: Path) -> None:
    crops = LabelledCrops(read_labelled(labels, "train"))
    luminance, shares = crops.batch(np.random.default_rng(1), 8, 64, "cpu")
    assert luminance.shape == (8, 1, 64, 64) and shares.shape == (8, CODES, 16, 16)
    assert torch.allclose(shares.sum(1), torch.ones(()), atol=1e-6)
    assert shares[:, 4].any() and shares[:, 8].any() and shares[:, 1].any() and shares[:, NOT_SKIN].any()


def test_a_network_that_knows_all_has_no_error_and_one_that_knows_nothing_has(labels: Path) -> None:
    photos = read_labelled(labels, "val")
    score = AreaScore(photos)
    answers = iter(photos)

    def perfect(luminance: torch.Tensor) -> torch.Tensor:
        label = torch.from_numpy(next(answers).label.astype(np.int64))
        said = torch.zeros(1, len(AREAS), *label.shape)
        for code, area in ((1, "skin"), (4, "sky"), (8, "building"), (NOT_SKIN, "wall"), (0, "wall")):
            said[:, AREAS.index(area)] += (label == code).float()
        return said

    figures = score(perfect)
    assert figures["skin"] == figures["sky"] == figures["sfa skin"] == figures["people_right"] == figures["scenes_right"] == 1
    assert figures["calibration"] < 1e-6
    ignorant = score(lambda x: torch.softmax(_sure("bed"), 1))
    assert ignorant["skin"] == 0 and ignorant["scenes_right"] == 0 and ignorant["calibration"] > 0.9


def test_calibration_is_the_gap_between_sure_and_right() -> None:
    calibration = Calibration()
    calibration.add(np.full(100, 0.9), np.arange(100) < 60)
    assert calibration.error == pytest.approx(0.3)


def test_what_is_nearly_impossible_keeps_its_gradient() -> None:
    logits = (2 * _sure("sky")).requires_grad_()
    label_loss(logits, _shares(12, 5), 0.5).backward()
    assert logits.grad[:, AREAS.index("animal")].abs().max() > 1e-3
