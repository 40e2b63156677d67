"""python3 -m spcolor_training.find_classes: the 27 centres of the area network's codes."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .area_network import AreaNetwork
from .area_score import seen
from .areas import AREAS
from .classes import named, unsupervised
from .labels import read_labelled
from .run import best_of, one_thread

PHOTOS, CELLS_A_PHOTO = 400, 300


def load_areas(work: Path, device: str = "cpu") -> AreaNetwork:
    """The best average of the area network's run, calibrated where that was done, for inference."""
    network = AreaNetwork()
    network.load_state_dict(torch.load(best_of(work / "areas.pt"), map_location=device))
    if (work / "temperature.pt").exists():
        network.temperature = torch.load(work / "temperature.pt", map_location=device)
    return network.to(device, memory_format=torch.channels_last).eval()


@torch.no_grad()
def sample_cells(network: AreaNetwork, labels: Path, device: str) -> Tensor:
    """Codes n×27 of cells drawn from PHOTOS labelled photos of the training split; what a cell shows is not asked."""
    random, codes = np.random.default_rng(2), []
    photos = read_labelled(labels, "train")
    for index in random.permutation(len(photos))[:PHOTOS]:
        code = network(torch.from_numpy(seen(photos[index]))[None, None].to(device))[0].flatten(1).t().cpu()
        codes.append(code[random.choice(len(code), CELLS_A_PHOTO, replace=False)])
    return torch.cat(codes)


def class_weights(codes: Tensor) -> np.ndarray:
    """1/√frequency of each cell's most likely area: else walls and skies take the centres that people need."""
    label = codes.argmax(1)
    return (1 / torch.bincount(label, minlength=len(AREAS))[label].float().sqrt()).numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--unsupervised", action="store_true", help="k-means of the codes in place of the named areas (the paper's Table IV)")
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    one_thread()
    codes = sample_cells(load_areas(arguments.work, arguments.device), arguments.labels, arguments.device)
    classes = unsupervised(codes, class_weights(codes)) if arguments.unsupervised else named(codes)
    classes.save(arguments.work / "classes.pt")
    said = (codes @ classes.centres.t()).argmax(1)
    if classes.names is not None:
        agreement = np.mean(np.array(classes.names)[said] == np.array(AREAS)[codes.argmax(1)])
        print(f"centres say what the network says in {agreement:.1%} of the cells")
    for k, share in enumerate((torch.bincount(said, minlength=len(classes.centres)) / len(codes)).tolist()):
        print(f"{k:2} {share:6.1%} {classes.names[k] if classes.names else ''}")


if __name__ == "__main__":
    main()
