import math

import torch

from spcolor_training.measures import blotch, fringe

SIDE = 96


def _halves(left: float, right: float) -> torch.Tensor:
    plane = torch.full((1, SIDE, SIDE), left)
    plane[:, :, SIDE // 2:] = right
    return plane


def test_blotch_is_the_spread_of_colors_where_the_true_ones_are_even() -> None:
    noise = torch.randn(2, SIDE, SIDE) * 3
    even, luminance = torch.zeros(2, SIDE, SIDE), torch.full((1, SIDE, SIDE), 50.0)
    assert abs(blotch(noise, luminance, even) - 3 * math.sqrt(2)) < 0.2
    assert blotch(even, luminance, even) == 0
    uneven = torch.randn(2, SIDE, SIDE) * 3
    assert math.isnan(blotch(noise, luminance, uneven))


def test_without_a_truth_blotch_looks_where_luminance_is_even_but_for_its_slope() -> None:
    noise, slope = torch.randn(2, SIDE, SIDE) * 3, torch.arange(SIDE).float().expand(1, SIDE, SIDE) / 2
    assert abs(blotch(noise, slope) - 3 * math.sqrt(2)) < 0.3
    assert math.isnan(blotch(noise, torch.rand(1, SIDE, SIDE) * 60))


def test_fringe_is_the_share_of_the_change_beside_the_edge() -> None:
    luminance = _halves(20, 80)
    on_the_edge = torch.cat([_halves(0, 40), _halves(0, 0)])
    assert fringe(on_the_edge, luminance) < 0.01
    late = torch.roll(on_the_edge, 4, 2)
    late[:, :, :8] = on_the_edge[:, :, :8]
    assert fringe(late, luminance) > 0.99
    assert math.isnan(fringe(torch.zeros(2, SIDE, SIDE), luminance))
    assert math.isnan(fringe(on_the_edge, torch.full((1, SIDE, SIDE), 50.0)))
