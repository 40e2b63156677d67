import torch

from spcolor_training.lab import grey_rgb, lab_to_rgb, rgb_to_lab


def test_known_colors() -> None:
    red, white = torch.tensor([1.0, 0, 0]).view(1, 3, 1, 1), torch.ones(1, 3, 1, 1)
    assert torch.allclose(rgb_to_lab(red).flatten(), torch.tensor([53.2408, 80.0925, 67.2032]), atol=0.01)
    assert torch.allclose(rgb_to_lab(white).flatten(), torch.tensor([100.0, 0, 0]), atol=0.01)


def test_round_trip() -> None:
    rgb = torch.rand(1, 3, 32, 32)
    assert torch.allclose(lab_to_rgb(rgb_to_lab(rgb)), rgb, atol=1e-4)


def test_grey_keeps_luminance() -> None:
    luminance = torch.linspace(0, 100, 64).view(1, 1, 8, 8)
    lab = rgb_to_lab(grey_rgb(luminance))
    assert torch.allclose(lab[:, :1], luminance, atol=0.01)
    assert lab[:, 1:].abs().max() < 0.05
