"""What the area network is asked for: the hand-made labels, and the teacher's classes where no label set has them."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .areas import CODES, NOT_HAIR, NOT_SKIN, NOTHING, TEACHER_OTHER, TEACHER_PERSON, allowed, from_teacher

_ALLOWED, _FROM_TEACHER = allowed(), from_teacher()
_CODE_WEIGHTS = torch.ones(CODES)
_CODE_WEIGHTS[NOTHING] = 0
_CODE_WEIGHTS[[2, 3]] = 1.5
_CODE_WEIGHTS[[9, 10, 12]] = 1.6
_CODE_WEIGHTS[[NOT_SKIN, NOT_HAIR]] = 0.5
_FEW_CELLS = 6
_LEAST, _SMALLEST = 1e-5, 1e-30


def label_loss(logits: Tensor, share: Tensor, by_thing: float) -> Tensor:
    """−log of the probability of what the label allows: logits B×27×h×w, share of each label code B×CODES×h×w. The share `by_thing` of it counts each code of
    a photo alike, however small it is: by cell alone a face of three cells never pays (of full figures' skin 27 % was found, so 71 %)."""
    # What is nearly impossible keeps its gradient.
    likely = torch.einsum("bkhw,ck->bchw", torch.softmax(logits, 1), _ALLOWED.to(logits)).clamp(_SMALLEST, 1)
    cost = -(share * likely.log())
    weights = _CODE_WEIGHTS.to(logits)
    cells = share * weights.view(1, -1, 1, 1)
    by_cell = (cost * weights.view(1, -1, 1, 1)).sum() / cells.sum().clamp(min=1)
    size = share.sum((2, 3))
    # A thing of a few cells may be a slip of the labels.
    trust = size / (size + _FEW_CELLS) * weights
    things = (trust * cost.sum((2, 3)) / size.clamp(min=1e-3)).sum() / trust.sum().clamp(min=1e-3)
    return (1 - by_thing) * by_cell + by_thing * things


def teacher_loss(logits: Tensor, posterior: Tensor) -> Tensor:
    """Kullback-Leibler divergence from the teacher's posterior, B×32×h×w, on its grid; not where it sees people, whom labels know better, and not where it
    has no word for what it sees (animals are its "other")."""
    sure = (1 - posterior[:, [TEACHER_PERSON, TEACHER_OTHER]].sum(1)).clamp(min=0) ** 2
    wanted = torch.einsum("bchw,kc->bkhw", posterior, _FROM_TEACHER.to(posterior))
    wanted = wanted / wanted.sum(1, keepdim=True).clamp(min=_LEAST)
    said = F.avg_pool2d(torch.softmax(logits, 1), logits.shape[2] // posterior.shape[2])
    divergence = F.kl_div(said.clamp(min=_LEAST).log(), wanted, reduction="none").sum(1)
    return (sure * divergence).sum() / sure.sum().clamp(min=1)
