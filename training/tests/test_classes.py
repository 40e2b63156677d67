import numpy as np
import torch
import torch.nn.functional as F

from spcolor_training.classes import CENTRES, NAMES, supervised, told_apart, unsupervised
from spcolor_training.correspondence import PERMUTATION, reduce_centres
from spcolor_training.people import HAIR, PERSON, PRIOR_CLASSES, SKIN


def _cells() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Codes that say their class plainly; few cells of skin and hair."""
    label = torch.cat([torch.arange(PRIOR_CLASSES - 2).repeat_interleave(40), torch.full((5,), SKIN), torch.full((5,), HAIR)])
    codes = F.normalize(torch.eye(PRIOR_CLASSES)[label] + 0.02 * torch.randn(len(label), PRIOR_CLASSES), dim=1)
    posterior = F.one_hot(label, PRIOR_CLASSES).float() * 0.9 + 0.1 / PRIOR_CLASSES
    return codes, posterior, label


def test_supervised_centres_tell_their_classes() -> None:
    codes, posterior, label = _cells()
    classes = supervised(codes, posterior)
    assert len(classes.names) == CENTRES and len(set(classes.names)) == CENTRES
    assert {"skin", "hair", "clothes"} < set(classes.names)
    said = (codes @ classes.centres.t()).argmax(1)
    for centre, name in enumerate(classes.names):
        assert (said[label == NAMES.index(name)] == centre).all()
    assert torch.allclose(classes.centres.norm(dim=1), torch.ones(()), atol=1e-5)


def test_of_two_classes_that_overlap_the_frequent_one_is_said_more_often() -> None:
    """Means alone would split the overlap in the middle."""
    label = torch.tensor([0] * 2000 + [1] * 200)
    angle = 0.3 * label + 0.2 * torch.randn(len(label))
    codes = F.normalize(torch.stack([angle.cos(), angle.sin(), torch.ones_like(angle)], 1), dim=1)
    means = F.normalize(torch.stack([codes[label == k].mean(0) for k in range(2)]), dim=1)
    right = [((codes @ centres.t()).argmax(1) == label).float().mean() for centres in (means, told_apart(codes, label))]
    assert right[1] > right[0] + 0.05


def test_few_areas_keep_the_parts_of_people_apart() -> None:
    classes = supervised(*_cells()[:2])
    first = [classes.names[k] for k in PERMUTATION[:3]]
    assert first == [NAMES[SKIN], NAMES[HAIR], NAMES[PERSON]]
    for areas in (4, 7, 12, 22):
        assert len({reduce_centres(classes.centres, areas)[classes.names.index(name)].item() for name in first}) == 3


def test_unsupervised_centres_find_the_groups() -> None:
    codes = F.normalize(torch.eye(CENTRES).repeat_interleave(30, 0) + 0.02 * torch.randn(CENTRES * 30, CENTRES), dim=1)
    classes = unsupervised(codes, np.ones(len(codes)))
    assert classes.names is None and sorted(classes.centres.argmax(1).tolist()) == list(range(CENTRES))
