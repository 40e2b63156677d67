"""sRGB and CIELAB (D65, 2°), the same colour space as SPColor.Core.Imaging.SrgbLabConverter."""

import torch
from torch import Tensor

_TO_XYZ = torch.tensor([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
_WHITE = torch.tensor([0.95047, 1.0, 1.08883])
_FROM_XYZ = torch.linalg.inv(_TO_XYZ)


def rgb_to_lab(rgb: Tensor) -> Tensor:
    """B×3×H×W sRGB in 0…1 → L in 0…100 and a, b in Lab units."""
    linear = torch.where(rgb <= 0.04045, rgb / 12.92, ((rgb.clamp(min=0) + 0.055) / 1.055) ** 2.4)
    xyz = torch.einsum("ij,bjhw->bihw", _TO_XYZ.to(rgb), linear) / _WHITE.to(rgb).view(1, 3, 1, 1)
    f = torch.where(xyz > 216 / 24389, xyz.clamp(min=1e-6) ** (1 / 3), (24389 / 27 * xyz + 16) / 116)
    return torch.cat([116 * f[:, 1:2] - 16, 500 * (f[:, 0:1] - f[:, 1:2]), 200 * (f[:, 1:2] - f[:, 2:3])], 1)


def lab_to_rgb(lab: Tensor) -> Tensor:
    """B×3×H×W Lab → sRGB clipped to 0…1; differentiable inside the gamut."""
    fy = (lab[:, 0:1] + 16) / 116
    f = torch.cat([fy + lab[:, 1:2] / 500, fy, fy - lab[:, 2:3] / 200], 1)
    xyz = torch.where(f > 6 / 29, f.clamp(min=0.2) ** 3, (116 * f - 16) * 27 / 24389) * _WHITE.to(lab).view(1, 3, 1, 1)
    linear = torch.einsum("ij,bjhw->bihw", _FROM_XYZ.to(lab), xyz).clamp(0, 1)
    return torch.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp(min=0.0031308) ** (1 / 2.4) - 0.055)


def grey_rgb(luminance: Tensor) -> Tensor:
    """B×1×H×W L → the grey sRGB picture of that luminance, B×3×H×W in 0…1."""
    zero = torch.zeros_like(luminance)
    return lab_to_rgb(torch.cat([luminance, zero, zero], 1))
