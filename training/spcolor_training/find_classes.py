"""python3 -m spcolor_training.find_classes: the 27 classes of the guide network's codes."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .classes import supervised, unsupervised
from .guide import Guide
from .guide_data import GuideData
from .people import PRIOR_CLASSES
from .run import best_of, one_thread

PHOTOS, CELLS_A_PHOTO = 800, 80


def load_guide(work: Path, device: str = "cpu") -> Guide:
    """The best average of the guide's run, for inference."""
    guide = Guide()
    guide.load_state_dict(torch.load(best_of(work / "guide.pt"), map_location=device))
    return guide.to(device, memory_format=torch.channels_last).eval()


@torch.no_grad()
def sample_cells(guide: Guide, data: GuideData) -> tuple[Tensor, Tensor]:
    """Codes n×162 and the teacher's posteriors n×34 of cells drawn from the middle of PHOTOS photos."""
    random, codes, posteriors = np.random.default_rng(2), [], []
    for row in data.rows(held_out=False)[:PHOTOS]:
        photo = data.crop(data.whole(int(row)), 16, 1, 1)
        code = guide(photo.luminance[None].to(data.device))[1][0].flatten(1).t().cpu()
        cells = torch.from_numpy(random.choice(len(code), CELLS_A_PHOTO, replace=False))
        codes.append(code[cells])
        posteriors.append(photo.posterior.flatten(1).t()[cells])
    return torch.cat(codes), torch.cat(posteriors)


def class_weights(codes: Tensor) -> np.ndarray:
    """1/√frequency of each cell's most likely class: else walls and skies take the centres that people need."""
    label = codes[:, :PRIOR_CLASSES].argmax(1)
    return (1 / torch.bincount(label, minlength=PRIOR_CLASSES)[label].float().sqrt()).numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--unsupervised", action="store_true", help="k-means of the codes in place of the teacher's classes (the paper's Table IV)")
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    one_thread()
    codes, posterior = sample_cells(load_guide(arguments.work, arguments.device), GuideData(arguments.work, arguments.device))
    classes = unsupervised(codes, class_weights(codes)) if arguments.unsupervised else supervised(codes, posterior)
    classes.save(arguments.work / "classes.pt")
    shares = torch.bincount((codes @ classes.centres.t()).argmax(1), minlength=len(classes.centres)) / len(codes)
    print(f"sharpness {classes.sharpness:.1f}")
    for k, share in enumerate(shares.tolist()):
        print(f"{k:2} {share:6.1%} {classes.names[k] if classes.names else ''}")


if __name__ == "__main__":
    main()
