import numpy as np
import pytest
import torch
import torch.nn.functional as F

from spcolor_training.areas import AREAS
from spcolor_training.classes import CENTRES, KIN, REPAIRED, named, told_apart, unsupervised
from spcolor_training.correspondence import PERMUTATION, reduce_centres


def _codes() -> torch.Tensor:
    """Codes that say their area plainly, as often as in photos."""
    label = torch.arange(len(AREAS)).repeat_interleave(torch.arange(10, 10 + len(AREAS)))
    return F.normalize(torch.eye(len(AREAS))[label] + 0.1 * torch.rand(len(label), len(AREAS)), dim=1)


def test_named_centres_say_what_the_network_says() -> None:
    codes = _codes()
    classes = named(codes)
    assert sorted(classes.names) == sorted(AREAS) and len(classes.names) == CENTRES
    said = (codes @ classes.centres.t()).argmax(1)
    assert [classes.names[k] for k in said.tolist()] == [AREAS[k] for k in codes.argmax(1).tolist()]
    assert torch.allclose(classes.centres.norm(dim=1), torch.ones(()), atol=1e-5)


def test_of_two_classes_that_overlap_the_frequent_one_is_said_more_often() -> None:
    """Means alone would split the overlap in the middle."""
    label = torch.tensor([0] * 2000 + [1] * 200)
    angle = 0.3 * label + 0.2 * torch.randn(len(label))
    codes = F.normalize(torch.stack([angle.cos(), angle.sin(), torch.ones_like(angle)], 1), dim=1)
    means = F.normalize(torch.stack([codes[label == k].mean(0) for k in range(2)]), dim=1)
    right = [((codes @ centres.t()).argmax(1) == label).float().mean() for centres in (means, told_apart(codes, label))]
    assert right[1] > right[0] + 0.05


@pytest.mark.parametrize("areas", [11, 12, 15, 22])
def test_what_people_repair_never_shares_an_area(areas: int) -> None:
    classes = named(_codes())
    assert [classes.names[k] for k in PERMUTATION[:len(REPAIRED)]] == list(REPAIRED)
    reduced = reduce_centres(classes.centres, areas)
    assert len({reduced[classes.names.index(name)].item() for name in REPAIRED}) == len(REPAIRED)


def test_kin_join_first() -> None:
    classes = named(_codes())
    reduced = reduce_centres(classes.centres, 22)
    joined = [{classes.names[k] for k in torch.where(reduced == area)[0].tolist()} for area in range(22)]
    for area, kin in (("road", "ground"), ("plant", "tree")):
        assert {area, kin} in joined
    assert all(len(names) == 1 or any(KIN.get(name) in names for name in names) for names in joined)


def test_unsupervised_centres_find_the_groups() -> None:
    codes = F.normalize(torch.eye(CENTRES).repeat_interleave(30, 0) + 0.02 * torch.randn(CENTRES * 30, CENTRES), dim=1)
    classes = unsupervised(codes, np.ones(len(codes)))
    assert classes.names is None and sorted(classes.centres.argmax(1).tolist()) == list(range(CENTRES))
