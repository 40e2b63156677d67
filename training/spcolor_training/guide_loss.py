"""Distillation of the guide network."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .guide import Guide, class_code, smoothed_deep
from .layers import twice
from .teachers import CLASSES, MIDDLE_CHANNELS

MIDDLE_SHARE, DEEP_SHARE, CODE_SHARE = 0.4, 1.0, 0.7
"""What a good match is made of (training-recipe.md §5): deep features carry it, shallow ones place it, the code adds the class."""

AFFINITY_CELLS = 384


def match_target(middle: Tensor, deep: Tensor, code: Tensor) -> Tensor:
    """B×64, B×128 and B×160 on the H/8 grid, each of unit length → B×352, unit length."""
    return F.normalize(torch.cat([MIDDLE_SHARE * middle, DEEP_SHARE * deep, CODE_SHARE * code], 1), dim=1)


def teacher_grids(middle: Tensor, deep: Tensor, posterior: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Cached targets → middle, deep, smoothed deep (all unit) and the class code, on the H/8 grid."""
    deep8, smooth8 = (F.normalize(twice(layer), dim=1) for layer in (deep, smoothed_deep(deep)))
    return F.normalize(middle, dim=1), deep8, smooth8, class_code(posterior, smooth8)


def guide_losses(guide: Guide, luminance: Tensor, middle: Tensor, deep: Tensor, posterior: Tensor, cells: Tensor) -> dict[str, Tensor]:
    """The terms by name; `cells` are the AFFINITY_CELLS cells of the batch between which affinities are compared."""
    middle, deep, smooth, code = teacher_grids(middle, deep, posterior)
    match, answer = guide.heads(luminance)
    match8 = F.avg_pool2d(match, 2)
    said = guide.adapter(match8)
    found = F.normalize(match8, dim=1).permute(0, 2, 3, 1).flatten(0, 2)[cells]
    wanted = match_target(middle, deep, code).permute(0, 2, 3, 1).flatten(0, 2)[cells]
    return {
        "middle": 1 - F.cosine_similarity(said[:, :MIDDLE_CHANNELS], middle, dim=1).mean(),
        "deep": 1 - F.cosine_similarity(said[:, MIDDLE_CHANNELS:], deep, dim=1).mean(),
        "code": 1 - F.cosine_similarity(answer[:, CLASSES:], smooth, dim=1).mean(),
        "classes": F.kl_div(torch.log_softmax(answer[:, :CLASSES], 1), posterior.clamp(min=1e-6), reduction="none").sum(1).mean(),
        "affinity": ((found @ found.t() - wanted @ wanted.t()) ** 2).mean(),
    }
