"""SPC with a soft class term, as Core runs it for the compact pack (spcolor.md §1.8, manifest facts)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.cluster import KMeans
from torch import Tensor

SHARPNESS, TEMPERATURE, CODE_WEIGHT = 33.333333, 0.012, 0.5
SIMILARITY_OFFSET, SIMILARITY_SCALE = 0.1, 0.6
MISSING = -9.0


@dataclass(frozen=True)
class Facts:
    """What the manifest says of matching."""

    offset: float = SIMILARITY_OFFSET
    scale: float = SIMILARITY_SCALE


def reduce_centres(centres: Tensor, areas: int) -> Tensor:
    """The area of each of the 27 centres; the same every time."""
    if areas >= len(centres):
        return torch.arange(len(centres))
    return torch.from_numpy(KMeans(areas, n_init=10, random_state=0).fit(centres.numpy()).labels_).long()


def classify(code: Tensor, centres: Tensor, area_of: Tensor) -> tuple[Tensor, Tensor]:
    """160×h×w → confidence and area, h×w: the area with the largest sum of its centres' softmax."""
    probabilities = torch.softmax(SHARPNESS * torch.einsum("chw,kc->khw", code, centres), 0)
    sums = torch.zeros(int(area_of.max()) + 1, *code.shape[1:], device=code.device).index_add_(0, area_of.to(code.device), probabilities)
    return sums.max(0)


@dataclass(frozen=True)
class Warp:
    """Warped ab (2×h×w), confidence (h×w) and areas of both pictures."""

    ab: Tensor
    confidence: Tensor
    target_areas: Tensor
    reference_areas: Tensor


@torch.no_grad()
def warp(
        match: tuple[Tensor, Tensor], code: tuple[Tensor, Tensor], reference_ab: Tensor, centres: Tensor, area_of: Tensor,
        facts: Facts = Facts()) -> Warp:
    """Target and reference: match 128×h×w and code 160×h/2×w/2 (unit); reference ab 2×4h×4w."""
    height, width = match[0].shape[1:]
    codes = [F.normalize(F.interpolate(part[None], size=m.shape[1:], mode="bilinear", align_corners=False), dim=1)[0] for part, m in zip(code, match)]
    (target_p, target_areas), (reference_p, reference_areas) = (classify(part, centres, area_of) for part in codes)
    similarity = match[0].flatten(1).t() @ match[1].flatten(1)
    similarity = (similarity + CODE_WEIGHT * codes[0].flatten(1).t() @ codes[1].flatten(1)) / (1 + CODE_WEIGHT)
    same = target_areas.flatten()[:, None] == reference_areas.flatten()[None]
    similarity = torch.where(same, similarity, torch.full_like(similarity, MISSING))
    best = similarity.max(1)[0]
    found = (best > MISSING / 2).float()
    weights = torch.softmax((similarity - best[:, None]) / TEMPERATURE, 1)
    ab = (weights @ F.avg_pool2d(reference_ab[None], 4)[0].flatten(1).t()).t() * found
    strength = ((best - facts.offset) / facts.scale).clamp(0, 1)
    confidence = strength * found * target_p.flatten() * (weights @ reference_p.flatten())
    return Warp(ab.view(2, height, width), confidence.view(height, width), target_areas, reference_areas)


def find_centres(codes: Tensor, weights: np.ndarray, count: int, seed: int = 0) -> Tensor:
    """n×160 unit codes and the weight of each → `count` unit centres, cosine k-means."""
    fitted = KMeans(count, n_init=3, max_iter=60, random_state=seed).fit(codes.numpy(), sample_weight=weights)
    return F.normalize(torch.from_numpy(fitted.cluster_centers_).float(), dim=1)
