"""The prior's classes as a pack holds them: 27 centres of codes, what they are called, how sharply codes are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.cluster import KMeans
from torch import Tensor

from .correspondence import PERMUTATION
from .people import HAIR, PERSON, PRIOR_CLASSES, SKIN

CENTRES = 27

NAMES = (
    "other", "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "window", "grass", "cabinet", "pavement", "clothes", "earth",
    "door", "table", "mountain", "plant", "curtain", "chair", "car", "water", "painting", "sofa", "shelf", "house", "sea", "mirror", "rug",
    "field", "armchair", "skin", "hair")
"""Of ADE20K-32's classes and the two that people.py splits from its "person"."""

SHARPNESSES = (10.0, 14.0, 20.0, 28.0, 40.0, 56.0, 80.0, 112.0)


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


def supervised(codes: Tensor, posterior: Tensor) -> Classes:
    """n×162 codes and the teacher's n×34 posteriors → the mean code of each of the 27 most frequent classes; skin, hair and clothes are always
    among them."""
    label = posterior.argmax(1)
    counts = torch.bincount(label, minlength=PRIOR_CLASSES).float()
    counts[[SKIN, HAIR, PERSON]] += len(codes)
    kept = counts.topk(CENTRES)[1].sort()[0]
    centres = torch.stack([(codes * (posterior[:, k] * (label == k))[:, None]).sum(0) for k in kept.tolist()])
    centres = F.normalize(centres, dim=1)
    known = torch.isin(label, kept)
    sharpness = fitted_sharpness(codes[known] @ centres.t(), torch.searchsorted(kept, label[known]))
    return in_order_of_reduction(Classes(centres, [NAMES[k] for k in kept.tolist()], sharpness))


def unsupervised(codes: Tensor, weights: np.ndarray, seed: int = 0) -> Classes:
    """n×162 codes and the weight of each → cosine k-means, as the paper's prior was made; no names (Table IV)."""
    fitted = KMeans(CENTRES, n_init=3, max_iter=60, random_state=seed).fit(codes.numpy(), sample_weight=weights)
    return Classes(F.normalize(torch.from_numpy(fitted.cluster_centers_).float(), dim=1), None, 100 / 3)


def fitted_sharpness(cosines: Tensor, label: Tensor) -> float:
    """The factor under which softmax probabilities say the labels best: then an area's confidence means what it says."""
    return min(SHARPNESSES, key=lambda sharpness: F.cross_entropy(sharpness * cosines, label).item())


def in_order_of_reduction(classes: Classes) -> Classes:
    """The same classes placed so that CRA, which starts with the first N of PERMUTATION, starts with skin, hair and clothes, and then each time with
    the centre that is farthest from those it has: few areas are then unlike areas, and a shirt's is never the hair's."""
    centres = classes.centres
    chosen = [classes.names.index(NAMES[part]) for part in (SKIN, HAIR, PERSON)]
    while len(chosen) < len(centres):
        nearest = (centres @ centres[chosen].t()).max(1)[0]
        nearest[chosen] = torch.inf
        chosen.append(int(nearest.argmin()))
    order = torch.empty(len(centres), dtype=torch.long)
    order[list(PERMUTATION)] = torch.tensor(chosen)
    return Classes(centres[order], [classes.names[k] for k in order.tolist()], classes.sharpness)
