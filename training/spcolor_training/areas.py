"""The 27 areas that the area network tells apart, by names that a hobbyist would say, and which of them the teacher's classes and the hand-made labels allow."""

from __future__ import annotations

import torch
from torch import Tensor

TEACHER_CLASSES: dict[str, str] = {
    "skin": "", "hair": "", "clothes": "", "animal": "", "backdrop": "", "sky": "sky", "tree": "tree", "plant": "plant", "grass": "grass field",
    "ground": "earth", "road": "road pavement", "building": "building house", "window": "window", "door": "door", "water": "water sea",
    "mountain": "mountain", "vehicle": "car", "wall": "wall", "ceiling": "ceiling", "floor": "floor rug", "curtain": "curtain", "table": "table",
    "chair": "chair armchair sofa", "bed": "bed", "cabinet": "cabinet shelf", "picture": "painting mirror", "other": "other"}
"""Each area, and the classes of the teacher (teachers.py) that are it; twins are one area. What people are made of, animals and a studio's ground only labels know."""

AREAS = tuple(TEACHER_CLASSES)

_ADE32 = (
    "other", "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "window", "grass", "cabinet", "pavement", "person", "earth",
    "door", "table", "mountain", "plant", "curtain", "chair", "car", "water", "painting", "sofa", "shelf", "house", "sea", "mirror", "rug",
    "field", "armchair")
TEACHER_PERSON, TEACHER_OTHER = _ADE32.index("person"), _ADE32.index("other")

NOTHING, ANIMAL, NOT_PERSON, NOT_SKIN, NOT_HAIR, BACKDROP, CODES = 0, 12, 22, 27, 28, 29, 30
"""Label codes with a meaning of their own in code: unknown, animal, background of a person, and the three that labels.py adds."""

_ONE_OF = {
    1: "skin", 2: "hair", 3: "clothes", 4: "sky", 5: "tree plant", 6: "grass", 7: "ground road", 8: "building window door", 9: "water", 10: "vehicle",
    11: "mountain", ANIMAL: "animal", 13: "wall ceiling curtain", 14: "floor", 15: "table chair bed cabinet", 17: "plant", 20: "skin hair clothes", 21: "skin hair",
    23: "skin clothes", 24: "grass ground road", BACKDROP: "backdrop"}
_NONE_OF = {
    NOT_PERSON: "skin hair clothes", 16: "skin hair clothes sky animal", 18: "skin hair clothes sky vehicle animal",
    25: "sky grass ground road water building", 26: "sky", NOT_SKIN: "skin", NOT_HAIR: "hair"}
"""An area stands in one of the whole labels only: with "window" in walls of rooms and of houses, rooms became "window" in 400 steps."""

COUNTED = {1: "skin", 2: "hair", 3: "clothes", 4: "sky", 5: "tree", 6: "grass", 7: "ground", 8: "building", 9: "water", 10: "vehicle", 11: "mountain",
           ANIMAL: "animal", 13: "wall", 14: "floor", 15: "furniture"}
"""Label codes of which evaluation counts the IoU, and what the tables call them."""


def _indices(names: str) -> list[int]:
    return [AREAS.index(name) for name in names.split()]


def allowed() -> Tensor:
    """CODES×27, 1 where a label code allows an area. Row NOTHING is 0."""
    table = torch.zeros(CODES, len(AREAS))
    for code, names in _ONE_OF.items():
        table[code, _indices(names)] = 1
    for code, names in _NONE_OF.items():
        table[code] = 1
        table[code, _indices(names)] = 0
    return table


def from_teacher() -> Tensor:
    """27×32, 1 where a class of the teacher is an area."""
    return torch.tensor([[float(name in classes.split()) for name in _ADE32] for classes in TEACHER_CLASSES.values()])


def label_of_area() -> Tensor:
    """27: the counted label code that each area belongs to, or NOTHING."""
    table = allowed()[list(COUNTED)]
    return torch.where(table.any(0), torch.tensor(list(COUNTED))[table.argmax(0)], NOTHING)
