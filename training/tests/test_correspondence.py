import torch
import torch.nn.functional as F

from spcolor_training.correspondence import NO_AREA, PERMUTATION, Facts, classify, reduce_centres, warp

CENTRES = torch.eye(4)
SHARP = Facts(sharpness=33)
LEFT, RIGHT = torch.tensor([1.0, 0, 0, 0]), torch.tensor([0.0, 1, 0, 0])


def _halves(left: torch.Tensor, right: torch.Tensor, height: int, width: int) -> torch.Tensor:
    grid = torch.empty(len(left), height, width)
    grid[:, :, :width // 2], grid[:, :, width // 2:] = left[:, None, None], right[:, None, None]
    return grid


def test_areas_take_the_colors_of_their_own_class() -> None:
    match, swapped = _halves(LEFT, RIGHT, 8, 8), _halves(RIGHT, LEFT, 8, 8)
    red, blue = torch.tensor([60.0, 40]), torch.tensor([10.0, -70])
    found = warp((match, swapped), (_halves(LEFT, RIGHT, 8, 8), _halves(RIGHT, LEFT, 8, 8)), _halves(red, blue, 32, 32), CENTRES, torch.arange(4), SHARP)
    assert torch.allclose(found.ab[:, :, 0], blue[:, None].expand(2, 8), atol=1e-3)
    assert torch.allclose(found.ab[:, :, 7], red[:, None].expand(2, 8), atol=1e-3)
    assert (found.confidence > 0.9).all()


def test_a_missing_class_gives_grey_and_no_confidence() -> None:
    match = _halves(LEFT, RIGHT, 8, 8)
    only_left = _halves(LEFT, LEFT, 8, 8)
    found = warp((match, match), (_halves(LEFT, RIGHT, 8, 8), only_left), torch.full((2, 32, 32), 30.0), CENTRES, torch.arange(4), SHARP)
    assert (found.confidence[:, 5:] == 0).all() and (found.ab[:, :, 5:] == 0).all()
    assert (found.confidence[:, :4] > 0).all()
    everywhere = warp((match, match), (_halves(LEFT, RIGHT, 8, 8), only_left), torch.full((2, 32, 32), 30.0), CENTRES, torch.zeros(4).long(), SHARP)
    assert torch.allclose(everywhere.ab, torch.full((2, 8, 8), 30.0), atol=1e-3)


def test_strength_follows_the_facts() -> None:
    match = _halves(LEFT, RIGHT, 8, 8)
    code = _halves(LEFT, RIGHT, 8, 8)
    ab = torch.zeros(2, 32, 32)
    half = warp((match, match), (code, code), ab, CENTRES, torch.zeros(4).long(), Facts(33, offset=0, scale=2))
    assert torch.allclose(half.confidence, torch.full((8, 8), 0.5), atol=1e-3)


def test_areas_are_the_most_probable_class() -> None:
    found = classify(torch.eye(6)[2][:, None, None], torch.eye(6), torch.arange(6), SHARP)
    assert found.ids.item() == 2 and found.confidence.item() > 0.99 and found.second.item() == NO_AREA
    assert reduce_centres(torch.eye(6), 3).unique().tolist() == [0, 1, 2]
    assert torch.equal(reduce_centres(torch.eye(6), 6), torch.arange(6))


def test_reduction_keeps_the_first_of_the_published_order_apart() -> None:
    """As CategoryReduction in Core: with N areas, the first N centres of the permutation start one each."""
    centres = F.normalize(torch.eye(27) + 0.01, dim=1)
    area_of = reduce_centres(centres, 5)
    assert len({area_of[k].item() for k in PERMUTATION[:5]}) == 5


def test_a_cell_that_may_belong_to_an_area_lends_it_its_color() -> None:
    """The reference's only cells are mostly of the second area; the target's are of the first."""
    between = F.normalize(torch.tensor([0.99, 1.0, 0, 0]), dim=0)
    first, mixed = _halves(LEFT, LEFT, 8, 8), _halves(between, between, 8, 8)
    parts = ((first, first), (first, mixed), torch.full((2, 32, 32), 30.0), CENTRES, torch.arange(4))
    assert (warp(*parts, Facts(33, membership=None)).confidence == 0).all()
    swapped = ((first, first), (mixed, first), *parts[2:])
    assert (warp(*swapped, Facts(33, membership=None)).confidence == 0).all()
    for side in (parts, swapped):
        lent = warp(*side, Facts(33, membership=0.05))
        assert torch.allclose(lent.ab, torch.full((2, 8, 8), 30.0), atol=1e-3) and (lent.confidence > 0).all()
