"""How good a guide network is on held-out photos, clean and aged."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .correspondence import TEMPERATURE
from .guide_data import GuideData, as_old_print
from .guide_loss import GuideBatch, match_target, teacher_grids
from .people import HAIR, PRIOR_CLASSES, SKIN
from .teachers import DEEP_STRIDE

CELLS = 16
"""Of a sixteenth: 256×256, as users' pictures are seen at the smallest working size."""

MIRRORED_SHARE = 0.85


class GuideScore:
    """Agreement with the teachers between photos, and colours found again in a photo's own mirrored crop."""

    def __init__(self, data: GuideData):
        self.device = data.device
        self.crops = [data.crop(data.whole(int(row)), CELLS, 1, 1) for row in data.rows(held_out=True)]

    @torch.no_grad()
    def __call__(self, guide: nn.Module) -> dict[str, float]:
        figures = self._agreement(guide, self.crops)
        aged = self._agreement(guide, [as_old_print(crop, seed) for seed, crop in enumerate(self.crops)])
        figures |= {f"aged_{name}": value for name, value in aged.items()}
        # Users' photos are old: both count alike. Ten units of ab error weigh as much as all of the regret.
        figures["score"] = sum(f["regret"] - f["code_cosine"] + f["mirrored_error"] / 10 for f in (figures, aged))
        return figures

    def _agreement(self, guide: nn.Module, crops: list[GuideBatch]) -> dict[str, float]:
        sums = torch.zeros(6)
        for pair in range(0, len(crops) - 1, 2):
            sums += self._pair(guide, *(GuideBatch.stack(views[pair:pair + 2], self.device) for views in (crops, self.crops)))
        code_cosine, classes, parts, lost, kept, error = (sums / (len(crops) // 2)).tolist()
        return {
            "code_cosine": code_cosine, "class_agreement": classes, "part_agreement": parts,
            # 0: matches as well as the teachers; 1: as badly as a random cell.
            "regret": lost / kept, "mirrored_error": error}

    @staticmethod
    def _pair(guide: nn.Module, batch: GuideBatch, clean: GuideBatch) -> Tensor:
        middle, deep, _, code = teacher_grids(batch.middle, batch.deep, batch.posterior)
        match, said = guide(batch.luminance)
        label = batch.posterior.argmax(1)
        # A code begins with the roots of the posterior.
        right = (said[:, :PRIOR_CLASSES].argmax(1) == label).float()
        rare = (label == SKIN) | (label == HAIR)
        wanted, found = match_target(middle, deep, code).flatten(2), F.normalize(F.avg_pool2d(match, 2), dim=1).flatten(2)
        similar = wanted[0].t() @ wanted[1]
        chosen = similar.gather(1, (found[0].t() @ found[1]).argmax(1, keepdim=True))[:, 0]
        best = similar.max(1)[0]
        return torch.stack([
            (said * code).sum(1).mean(), right.mean(), right[rare].mean() if rare.any() else right.mean(),
            (best - chosen).mean(), (best - similar.mean(1)).mean(), mirrored_error(guide, match, batch, clean)]).cpu()


def mirrored_error(guide: nn.Module, match: Tensor, batch: GuideBatch, clean: GuideBatch) -> Tensor:
    """Mean ab error of colours warped from each clean photo's mirrored crop onto every fourth cell of the H/4 grid of the photo as it is seen."""
    inset = round(CELLS * DEEP_STRIDE * (1 - MIRRORED_SHARE) / 2)
    def mirrored(plane: Tensor, inset: int) -> Tensor:
        return F.interpolate(plane[:, :, inset:-inset, inset:-inset].flip(3), size=plane.shape[2:], mode="bilinear", align_corners=False)

    reference = guide(mirrored(clean.luminance, inset))[0].flatten(2)
    target, wanted = (plane[:, :, ::2, ::2].flatten(2) for plane in (match, batch.color))
    weights = torch.softmax((target / TEMPERATURE).transpose(1, 2) @ reference, 2)
    warped = (weights @ mirrored(batch.color, inset // 4).flatten(2).transpose(1, 2)).transpose(1, 2)
    return (warped - wanted).norm(dim=1).mean()
