import torch

from spcolor_training.lab import rgb_to_lab
from spcolor_training.people import HAIR, PERSON, PRIOR_CLASSES, SKIN, split_person
from spcolor_training.teachers import CLASSES

SKIN_RGB, HAIR_RGB, SHIRT_RGB = (0.85, 0.65, 0.55), (0.18, 0.13, 0.10), (0.15, 0.25, 0.65)


def _portrait() -> torch.Tensor:
    """Hair above a face above a blue shirt, 3×96×64."""
    rgb = torch.empty(3, 96, 64)
    for rows, color in ((slice(0, 24), HAIR_RGB), (slice(24, 56), SKIN_RGB), (slice(56, 96), SHIRT_RGB)):
        rgb[:, rows] = torch.tensor(color)[:, None, None]
    return rgb[None]


def _split(rgb: torch.Tensor, person: float) -> torch.Tensor:
    posterior = torch.full((1, CLASSES, rgb.shape[2] // 8, rgb.shape[3] // 8), (1 - person) / (CLASSES - 1))
    posterior[:, PERSON] = person
    split = split_person(posterior, rgb, rgb_to_lab(rgb))
    assert split.shape[1] == PRIOR_CLASSES and torch.allclose(split.sum(1), torch.ones(()), atol=1e-5)
    return split


def test_a_portrait_is_hair_skin_and_clothes() -> None:
    label = _split(_portrait(), 0.9).argmax(1)[0]
    assert (label[:3] == HAIR).all() and (label[3:7] == SKIN).all() and (label[7:] == PERSON).all()


def test_dark_clothes_below_a_face_are_no_hair() -> None:
    rgb = _portrait().flip(2)
    assert (_split(rgb, 0.9).argmax(1)[0, -3:] == PERSON).all()


def test_what_is_no_person_has_no_skin() -> None:
    assert _split(_portrait(), 0.0)[:, [SKIN, HAIR]].sum() == 0
