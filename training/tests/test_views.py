import numpy as np
import torch

from spcolor_training.guide_data import COLOR_STRIDE, GuideData
from spcolor_training.guide_loss import GuideBatch, warp_error
from spcolor_training.photos import SIDE
from spcolor_training.views import coarser, look, view_grid


def test_maps_of_any_stride_are_seen_at_the_same_place() -> None:
    """A ramp over the photo: both the photo and its map at an eighth say where a cell of the view lies."""
    ramp = torch.linspace(-1 + 1 / SIDE, 1 - 1 / SIDE, SIDE).expand(1, SIDE, SIDE)
    grid = view_grid((0.0, 0.0), 0.4, 160, np.random.default_rng(3))
    fine, small = look(ramp, grid), look(torch.nn.functional.avg_pool2d(ramp, 8), coarser(grid, 8))
    assert (torch.nn.functional.avg_pool2d(fine, 8) - small).abs().max() < 0.01


def test_second_views_show_the_same_part(work) -> None:
    data, random = GuideData(work, "cpu"), np.random.default_rng(0)
    batch = data.batch(random, 8, 96)
    assert batch.luminance.shape == (8, 1, 96, 96) and batch.posterior.shape == (8, 34, 12, 12)
    assert batch.color.shape == (8, 2, 96 // COLOR_STRIDE, 96 // COLOR_STRIDE)
    seen = set(map(tuple, batch.color[:4].flatten(2).round().int().permute(0, 2, 1).reshape(-1, 2).tolist()))
    # Pictures have two colours each: a view of a photo mixes no others than that photo's.
    for first, second in zip(batch.color[:4], batch.color[4:]):
        low, high = first.amin((1, 2)), first.amax((1, 2))
        inside = ((second >= low[:, None, None] - 1) & (second <= high[:, None, None] + 1)).all(0).float().mean()
        assert inside == 1 or len(torch.unique(first.flatten(1).round(), dim=1).t()) == 1
    assert len(seen) > 1


def test_warp_error_is_small_exactly_where_features_find_the_color() -> None:
    match = torch.zeros(2, 4, 2, 2)
    for cell in range(4):
        match[:, cell].flatten(1)[:, cell] = 1
    color = torch.arange(8.0).view(1, 2, 2, 2) * 10
    cells = torch.arange(4)
    floor = 0.5 / 50
    assert torch.allclose(warp_error(match, torch.cat([color, color]), cells), torch.tensor(floor), atol=1e-4)
    assert warp_error(match, torch.cat([color, color.flip(3)]), cells) > 0.1


def test_a_batch_keeps_the_order_of_its_samples(work) -> None:
    data = GuideData(work, "cpu")
    crops = [data.crop(data.whole(row), 6, 2, 3) for row in (50, 51)]
    batch = GuideBatch.stack(crops)
    assert torch.equal(batch.luminance[1], crops[1].luminance) and torch.equal(batch.deep[0], crops[0].deep)
