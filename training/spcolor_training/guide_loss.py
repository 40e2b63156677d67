"""What the guide network is asked for: the teachers' answers (distillation), and colours found again in a second view of the same photo."""

from __future__ import annotations

from dataclasses import dataclass, fields

import torch
import torch.nn.functional as F
from torch import Tensor

from .correspondence import TEMPERATURE
from .guide import Guide, class_code, smoothed_deep
from .layers import twice, unit
from .people import HAIR, PERSON, PRIOR_CLASSES, SKIN
from .teachers import MIDDLE_CHANNELS

MIDDLE_SHARE, DEEP_SHARE, CODE_SHARE = 0.4, 1.0, 0.7
"""What a good match is made of (training-recipe.md §5): deep features carry it, shallow ones place it, the code adds the class."""

AFFINITY_CELLS, WARP_CELLS = 384, 160
PEOPLE_WEIGHT = 3.0


@dataclass(frozen=True)
class GuideBatch:
    """The second half of a batch is a second view of the first half's photos, in the same order."""

    luminance: Tensor
    """B×1×H×W, as the network sees it: aged or not."""
    color: Tensor
    """B×2×H/4×W/4, ab of the photo."""
    middle: Tensor
    """B×64×H/8×W/8."""
    deep: Tensor
    """B×128×H/16×W/16."""
    posterior: Tensor
    """B×34×H/8×W/8."""

    @staticmethod
    def stack(samples: list[GuideBatch], device: str = "cpu") -> GuideBatch:
        """One batch of samples without a batch dimension."""
        return GuideBatch(*(torch.stack([getattr(sample, field.name) for sample in samples]).to(device) for field in fields(GuideBatch)))


def match_target(middle: Tensor, deep: Tensor, code: Tensor) -> Tensor:
    """B×64, B×128 and B×162 on the H/8 grid, each of unit length → B×354, unit length."""
    return F.normalize(torch.cat([MIDDLE_SHARE * middle, DEEP_SHARE * deep, CODE_SHARE * code], 1), dim=1)


def teacher_grids(middle: Tensor, deep: Tensor, posterior: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Cached targets → middle, deep, smoothed deep (all unit) and the class code, on the H/8 grid."""
    deep8, smooth8 = (F.normalize(twice(layer), dim=1) for layer in (deep, smoothed_deep(deep)))
    return F.normalize(middle, dim=1), deep8, smooth8, class_code(posterior, smooth8)


def warp_error(match: Tensor, color: Tensor, cells: Tensor) -> Tensor:
    """What SPC will do with the features: mean ab error, of 50, of the second views' colours warped onto `cells` of the first: B×C×h×w raw match features, B×2×h×w ab."""
    vectors, half = unit(match).flatten(2), len(match) // 2
    target, reference = vectors[:half, :, cells], vectors[half:]
    weights = torch.softmax((target / TEMPERATURE).transpose(1, 2) @ reference, 2)
    wanted = color[:half].flatten(2)[:, :, cells]
    warped = (weights @ color[half:].flatten(2).transpose(1, 2)).transpose(1, 2)
    return torch.sqrt(((warped - wanted) ** 2).sum(1) + 0.25).mean() / 50


def class_loss(logits: Tensor, posterior: Tensor) -> Tensor:
    """Kullback-Leibler divergence, B×34×h×w each; people count more: their hair, skin and clothes are what a user looks at."""
    divergence = F.kl_div(torch.log_softmax(logits, 1), posterior.clamp(min=1e-6), reduction="none").sum(1)
    weight = 1 + PEOPLE_WEIGHT * posterior[:, [PERSON, SKIN, HAIR]].sum(1)
    return (weight * divergence).sum() / weight.sum()


def guide_losses(guide: Guide, batch: GuideBatch) -> dict[str, Tensor]:
    """The terms by name; which cells are compared comes from torch's own generator."""
    middle, deep, smooth, code = teacher_grids(batch.middle, batch.deep, batch.posterior)
    match, answer = guide.heads(batch.luminance)
    match8 = F.avg_pool2d(match, 2)
    said = guide.adapter(match8)
    cells = torch.randint(0, len(match8) * match8[0, 0].numel(), (AFFINITY_CELLS,), device=match.device)
    found = F.normalize(match8, dim=1).permute(0, 2, 3, 1).flatten(0, 2)[cells]
    wanted = match_target(middle, deep, code).permute(0, 2, 3, 1).flatten(0, 2)[cells]
    warped_cells = torch.randint(0, match[0, 0].numel(), (WARP_CELLS,), device=match.device)
    return {
        "middle": 1 - F.cosine_similarity(said[:, :MIDDLE_CHANNELS], middle, dim=1).mean(),
        "deep": 1 - F.cosine_similarity(said[:, MIDDLE_CHANNELS:], deep, dim=1).mean(),
        "code": 1 - F.cosine_similarity(answer[:, PRIOR_CLASSES:], smooth, dim=1).mean(),
        "classes": class_loss(answer[:, :PRIOR_CLASSES], batch.posterior),
        "affinity": ((found @ found.t() - wanted @ wanted.t()) ** 2).mean(),
        "warp": warp_error(match, batch.color, warped_cells),
    }
