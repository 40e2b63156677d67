"""SPC with a soft class term, as Core runs it for the compact pack (spcolor.md §1.8, manifest facts)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from sklearn.cluster import KMeans
from torch import Tensor

TEMPERATURE, CODE_WEIGHT, MEMBERSHIP = 0.012, 0.0, 0.01
SIMILARITY_OFFSET, SIMILARITY_SCALE = 0.3, 0.6
MISSING = -9.0
NO_AREA = -1

PERMUTATION = (18, 24, 5, 19, 17, 8, 1, 7, 21, 0, 11, 13, 4, 3, 14, 6, 9, 25, 20, 2, 26, 23, 16, 12, 22, 10, 15)
"""CRA starts with the first N of these 27 centres (spcolor.md §1.6)."""


@dataclass(frozen=True)
class Facts:
    """What the manifest says of matching."""

    sharpness: float
    offset: float = SIMILARITY_OFFSET
    scale: float = SIMILARITY_SCALE
    code_weight: float = CODE_WEIGHT
    membership: float | None = MEMBERSHIP


def reduce_centres(centres: Tensor, areas: int) -> Tensor:
    """CRA: the area of each centre. 27 start in the published order, any other number in their own, as in Core."""
    if areas >= len(centres):
        return torch.arange(len(centres))
    order = PERMUTATION if len(centres) == len(PERMUTATION) else range(len(centres))
    start = centres[list(order[:areas])].numpy()
    return torch.from_numpy(KMeans(areas, init=start, n_init=1, algorithm="lloyd").fit(centres.numpy()).labels_).long()


@dataclass(frozen=True)
class Areas:
    """The area of each cell, how sure that is, and the second area that the cell may belong to, or NO_AREA; h×w each."""

    ids: Tensor
    confidence: Tensor
    second: Tensor


def classify(code: Tensor, centres: Tensor, area_of: Tensor, facts: Facts) -> Areas:
    """162×h×w → areas by the sum of their centres' softmax. The second area counts from the membership on."""
    probabilities = torch.softmax(facts.sharpness * torch.einsum("chw,kc->khw", code, centres), 0)
    sums = torch.zeros(int(area_of.max()) + 1, *code.shape[1:], device=code.device).index_add_(0, area_of.to(code.device), probabilities)
    confidence, ids = sums.max(0)
    if facts.membership is None or len(sums) == 1:
        return Areas(ids, confidence, torch.full_like(ids, NO_AREA))
    values, places = sums.topk(2, 0)
    return Areas(ids, confidence, torch.where(values[1] >= facts.membership, places[1], NO_AREA))


@dataclass(frozen=True)
class Warp:
    """Warped ab (2×h×w), confidence and best cosine (h×w), areas of both pictures."""

    ab: Tensor
    confidence: Tensor
    cosine: Tensor
    target_areas: Tensor
    reference_areas: Tensor


@torch.no_grad()
def warp(
        match: tuple[Tensor, Tensor], code: tuple[Tensor, Tensor], reference_ab: Tensor, centres: Tensor, area_of: Tensor,
        facts: Facts) -> Warp:
    """Target and reference: match 128×h×w and code 162×h/2×w/2 (unit); reference ab 2×4h×4w."""
    height, width = match[0].shape[1:]
    codes = [F.normalize(F.interpolate(part[None], size=m.shape[1:], mode="bilinear", align_corners=False), dim=1)[0] for part, m in zip(code, match)]
    target, reference = (classify(part, centres, area_of, facts) for part in codes)
    similarity = match[0].flatten(1).t() @ match[1].flatten(1)
    if facts.code_weight > 0:
        similarity = (similarity + facts.code_weight * codes[0].flatten(1).t() @ codes[1].flatten(1)) / (1 + facts.code_weight)
    area, second = target.ids.flatten()[:, None], target.second.flatten()[:, None]
    ids = reference.ids.flatten()
    # As BlockPlanner in Core: a cell takes its own area's cells, those that may belong to it, and those of the area that it may belong to itself.
    similarity.masked_fill_((area != ids) & (area != reference.second.flatten()) & (second != ids), MISSING)
    best = similarity.max(1)[0]
    found = (best > MISSING / 2).float()
    weights = torch.softmax((similarity - best[:, None]) / TEMPERATURE, 1)
    ab = (weights @ F.avg_pool2d(reference_ab[None], 4)[0].flatten(1).t()).t() * found
    strength = ((best - facts.offset) / facts.scale).clamp(0, 1)
    confidence = strength * found * target.confidence.flatten() * (weights @ reference.confidence.flatten())
    return Warp(ab.view(2, height, width), confidence.view(height, width), (best * found).view(height, width), target.ids, reference.ids)

