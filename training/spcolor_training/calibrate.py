"""python3 -m spcolor_training.calibrate: fits the temperature of the area network's probabilities on held-out labels."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .area_network import AreaNetwork
from .area_score import AreaScore, Calibration, seen
from .areas import COUNTED, label_of_area
from .degrade import old_print
from .find_classes import load_areas
from .labels import LabelledPhoto, read_labelled
from .run import one_thread

TEMPERATURES = tuple(np.arange(0.7, 1.6, 0.05).round(2).tolist())
CELLS_A_PHOTO = 400


@torch.no_grad()
def labelled_cells(network: AreaNetwork, photos: list[LabelledPhoto]) -> tuple[Tensor, Tensor]:
    """Logits n×27 of labelled cells of clean and of aged photos, and their label codes."""
    random, logits, codes = np.random.default_rng(4), [], []
    for index, photo in enumerate(photos):
        luminance = seen(photo) if index % 2 == 0 else old_print(seen(photo), index)
        said = network.logits(torch.from_numpy(luminance)[None, None])[0]
        rows, columns = (torch.from_numpy(random.random(CELLS_A_PHOTO)) for _ in range(2))
        label = torch.from_numpy(photo.label.astype(np.int64))
        code = label[(rows * label.shape[0]).long(), (columns * label.shape[1]).long()]
        logits.append(said[:, (rows * said.shape[1]).long(), (columns * said.shape[2]).long()].t()[code > 0])
        codes.append(code[code > 0])
    return torch.cat(logits), torch.cat(codes)


def gap(logits: Tensor, codes: Tensor, temperature: float) -> float:
    """Expected calibration error of the most probable kind of thing, on cells that a label names."""
    kinds, calibration = torch.tensor(list(COUNTED)), Calibration()
    named = torch.isin(codes, kinds)
    groups = torch.softmax(logits[named] / temperature, 1) @ (label_of_area()[:, None] == kinds).float()
    confidence, best = groups.max(1)
    calibration.add(confidence.clamp(max=1).numpy(), (kinds[best] == codes[named]).numpy())
    return calibration.error


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    arguments = parser.parse_args()
    one_thread()
    (arguments.work / "temperature.pt").unlink(missing_ok=True)
    network, photos = load_areas(arguments.work), read_labelled(arguments.labels, "val")
    logits, codes = labelled_cells(network, photos)
    temperature = min(TEMPERATURES, key=lambda t: gap(logits, codes, t))
    for value in (1.0, temperature):
        network.temperature = torch.tensor(value)
        clean, aged = (AreaScore(photos)(lambda x: network(x) ** 2, old)["calibration"] for old in (False, True))
        print(f"temperature {value}: expected calibration error {clean:.3f}, old prints {aged:.3f}")
    torch.save(torch.tensor(temperature), arguments.work / "temperature.pt")


if __name__ == "__main__":
    main()
