"""The prior's classes as a pack holds them: 27 centres of codes, what they are called, how sharply codes are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.cluster import KMeans
from torch import Tensor

from .areas import AREAS
from .correspondence import PERMUTATION

CENTRES = 27

REPAIRED = ("skin", "hair", "clothes", "sky", "tree", "grass", "ground", "building", "water", "vehicle", "animal")
"""What people want to give another source: kept apart longest, people's parts first."""

KIN = {"road": "ground", "plant": "tree", "window": "building", "door": "building", "ceiling": "wall", "curtain": "wall", "picture": "wall", "bed": "chair"}
KINSHIP = 0.3
"""Areas that CRA joins first, and how far their centres are turned towards the others': surely told areas are all equally unlike otherwise."""

CLASSIFIER_STEPS, FITTED_SHARPNESS = 40, 100 / 6

SHARPNESS = 24.0
"""As colourful as 0.3.0 with 120, whose codes were less sure; softer is more even and paler (docs/models.md)."""


@dataclass(frozen=True)
class Classes:
    """27 unit centres, the name of each (None: the prior has none), and the factor on the cosine before the softmax."""

    centres: Tensor
    names: list[str] | None
    sharpness: float

    def save(self, path: Path) -> None:
        torch.save({"centres": self.centres, "names": self.names, "sharpness": self.sharpness}, path)

    @staticmethod
    def load(path: Path) -> Classes:
        return Classes(**torch.load(path, map_location="cpu"))


def named(codes: Tensor) -> Classes:
    """n×27 codes of the area network → a centre for each area, fitted to the network's own answers."""
    # An area that no cell shows has itself as mean.
    codes = torch.cat([codes, torch.eye(len(AREAS))])
    centres = told_apart(codes, codes.argmax(1))
    for area, kin in KIN.items():
        centres[AREAS.index(area)] += KINSHIP * centres[AREAS.index(kin)]
    return in_order_of_reduction(Classes(F.normalize(centres, dim=1), list(AREAS), SHARPNESS))


def told_apart(codes: Tensor, label: Tensor) -> Tensor:
    """Unit centres, K×channels, that say the labels of codes best: from each class's mean, which knows what it is mistaken for, a few steps of a cosine
    classifier; further steps turn the centres so far that CRA joins unlike classes. A class counts by the root of its frequency: else clothes and walls take
    the cells of skin and windows."""
    means = F.normalize(torch.stack([codes[label == k].sum(0) for k in range(int(label.max()) + 1)]), dim=1)
    weight = torch.bincount(label).float().clamp(min=1) ** -0.5
    centres = means.clone().requires_grad_(True)
    optimizer = torch.optim.Adam([centres], 5e-3)
    for _ in range(CLASSIFIER_STEPS):
        optimizer.zero_grad()
        F.cross_entropy(FITTED_SHARPNESS * codes @ F.normalize(centres, dim=1).t(), label, weight).backward()
        optimizer.step()
    return F.normalize(centres.detach(), dim=1)


def unsupervised(codes: Tensor, weights: np.ndarray, seed: int = 0) -> Classes:
    """n×27 codes and the weight of each → cosine k-means, as the paper's prior was made; no names (Table IV)."""
    fitted = KMeans(CENTRES, n_init=3, max_iter=60, random_state=seed).fit(codes.numpy(), sample_weight=weights)
    return Classes(F.normalize(torch.from_numpy(fitted.cluster_centers_).float(), dim=1), None, SHARPNESS)


def in_order_of_reduction(classes: Classes) -> Classes:
    """The same classes placed so that CRA, which starts with the first N of PERMUTATION, starts with what people repair, and then each time with
    the centre that is farthest from those it has: few areas are then unlike areas, and a shirt's is never the hair's."""
    centres = classes.centres
    chosen = [classes.names.index(name) for name in REPAIRED]
    while len(chosen) < len(centres):
        nearest = (centres @ centres[chosen].t()).max(1)[0]
        nearest[chosen] = torch.inf
        chosen.append(int(nearest.argmin()))
    order = torch.empty(len(centres), dtype=torch.long)
    order[list(PERMUTATION)] = torch.tensor(chosen)
    return Classes(centres[order], [classes.names[k] for k in order.tolist()], classes.sharpness)
