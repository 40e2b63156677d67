import numpy as np

from spcolor_training.degrade import OLD_FAULTS, age, old_print
from spcolor_training.spoil import spoil, turn_hue
import torch


def _ramp() -> np.ndarray:
    return np.tile(np.linspace(0, 100, 64, dtype=np.float32), (48, 1))


def test_same_seed_same_picture_and_range() -> None:
    changed = 0
    for seed in range(40):
        once, again = (age(_ramp(), np.random.default_rng(seed)) for _ in range(2))
        assert np.array_equal(once, again) and once.shape == (48, 64)
        assert once.min() >= 0 and once.max() <= 100
        changed += not np.array_equal(once, _ramp())
    assert 20 <= changed < 40


def test_old_print_lies_flat() -> None:
    old = old_print(_ramp(), seed=3)
    assert np.array_equal(old, old_print(_ramp(), seed=3))
    assert old.std() < _ramp().std()
    assert np.allclose(old_print(_ramp(), seed=3, faults=()), _ramp(), atol=1e-4)
    assert all(not np.allclose(old_print(_ramp(), 3, (fault,)), _ramp(), atol=0.5) for fault in OLD_FAULTS)


def test_spoilt_colors_come_from_the_same_picture() -> None:
    warped = torch.arange(2 * 32 * 32.0).view(2, 32, 32)
    spoilt = [spoil(warped, np.random.default_rng(seed)) for seed in range(12)]
    assert any(not torch.equal(one, warped) for one in spoilt)
    assert all(set(one[0].flatten().tolist()) <= set(warped[0].flatten().tolist()) for one in spoilt)


def test_turned_hue_keeps_or_scales_chroma() -> None:
    ab = torch.randn(2, 5, 7)
    assert torch.allclose(turn_hue(ab, 1.2, 0.8).norm(dim=0), 0.8 * ab.norm(dim=0), atol=1e-5)
    assert torch.allclose(turn_hue(turn_hue(ab, 1.2, 1), -1.2, 1), ab, atol=1e-5)
