"""Skin, hair and clothes: the class teacher knows "person" only, and a blue shirt must not colour the hair. The colour photo, which the guide network
never sees, tells them apart roughly; many photos together teach the rest."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .teachers import CLASSES

PERSON, SKIN, HAIR = 13, CLASSES, CLASSES + 1
"""Class indices. After the split PERSON is what is left: clothes."""

PRIOR_CLASSES = CLASSES + 2

REACH_UP, REACH_ASIDE = 6, 3
"""Cells of an eighth from skin to its hair: a head's hair is above its face, or beside it."""


def skin_mask(rgb: Tensor, lab: Tensor) -> Tensor:
    """B×3×H×W sRGB in 0…1 and the same in Lab → 0 or 1, B×1×H×W: the daylight rule of Kovač et al. (2003), less what is as strongly coloured as no skin is."""
    r, g, b = (rgb * 255).unbind(1)
    daylight = (r > 95) & (g > 40) & (b > 20) & (rgb.amax(1) - rgb.amin(1) > 15 / 255) & (r - g > 15) & (r > b)
    _, a, b = lab.unbind(1)
    return (daylight & (torch.hypot(a, b) < 42) & (b > 0.35 * a))[:, None].float()


def dark_mask(lab: Tensor) -> Tensor:
    """0 or 1, B×1×H×W: as dark and as weakly coloured as most hair."""
    luminance, a, b = lab.unbind(1)
    return ((luminance < 42) & (torch.hypot(a, b) < 25) & (b > -6))[:, None].float()


def split_person(posterior: Tensor, rgb: Tensor, lab: Tensor) -> Tensor:
    """Posteriors B×32×h×w and the colour photo B×3×8h×8w, in sRGB and in Lab → B×34×h×w: "person" goes to skin, hair and clothes; each cell still sums to what it did."""
    skin, dark = (F.adaptive_avg_pool2d(mask, posterior.shape[2:]) for mask in (skin_mask(rgb, lab), dark_mask(lab)))
    person = posterior[:, PERSON:PERSON + 1]
    near = F.max_pool2d(
        F.pad(skin * person, (REACH_ASIDE, REACH_ASIDE, 0, REACH_UP)), (REACH_UP + 1, 2 * REACH_ASIDE + 1), 1)
    hair = dark * (1 - skin) * (near > 0.3)
    split = torch.cat([posterior, person * skin, person * hair], 1)
    split[:, PERSON] = (person * (1 - skin - hair).clamp(min=0))[:, 0]
    return split
