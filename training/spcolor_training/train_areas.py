"""python3 -m spcolor_training.train_areas: teaches the area network what labels and teacher say. Resumable."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .area_loss import label_loss, teacher_loss
from .area_network import AreaNetwork
from .area_score import AreaScore
from .areas import COUNTED
from .labels import LabelledCrops, read_labelled
from .posteriors import TeacherCrops
from .run import Run, Schedule, one_thread, training_arguments
from .warm_start import start_from

JUDGED_PHOTOS = 120
"""Of each kind, people and scenes, in the scores while training."""

BY_THING = 0.5
"""Share of the label loss that counts each thing of a photo alike."""

TEACHER_SHARE = 0.3
"""Of a batch."""


class Judge:
    """The scores of clean and of aged photos; what is chosen by is the mean IoU of all kinds, both counting alike."""

    def __init__(self, labels: Path):
        self.score = AreaScore(read_labelled(labels, "val", JUDGED_PHOTOS))

    def __call__(self, network: AreaNetwork) -> dict[str, float]:
        def probabilities(luminance: Tensor) -> Tensor:
            return torch.softmax(network.logits(luminance), 1)

        figures = {}
        for prefix, aged in (("", False), ("aged_", True)):
            found = self.score(probabilities, aged)
            figures |= {f"{prefix}{name}": value for name, value in found.items() if " " not in name}
        means = [np.mean([figures.get(prefix + name, 0) for name in COUNTED.values()]) for prefix in ("", "aged_")]
        return figures | {"score": 1 - float(np.mean(means))}


def main() -> None:
    parser = training_arguments(__doc__)
    parser.add_argument("--labels", type=Path, required=True, help="folder with labelled.tsv")
    arguments = parser.parse_args()
    one_thread()
    schedule = Schedule.read(arguments.config, "areas")
    labelled, taught = LabelledCrops(read_labelled(arguments.labels, "train")), TeacherCrops(arguments.work, arguments.device)
    print(f"{len(labelled.photos)} labelled photos, {taught.done} with the teacher's posteriors", flush=True)

    def losses(network: nn.Module, random: np.random.Generator, _: int) -> dict[str, Tensor]:
        by_teacher = round(TEACHER_SHARE * schedule.batch)
        seen, shares = labelled.batch(random, schedule.batch - by_teacher, schedule.crop, arguments.device)
        plain, posteriors = taught.batch(random, by_teacher, schedule.crop)
        logits = network.logits(torch.cat([seen, plain]))
        return {"label": label_loss(logits[:len(seen)], shares, BY_THING), "teacher": teacher_loss(logits[len(seen):], posteriors)}

    torch.manual_seed(arguments.seed)
    network = AreaNetwork()
    if arguments.start is not None:
        seen, _ = labelled.batch(np.random.default_rng(arguments.seed), schedule.batch, schedule.crop, "cpu")
        taken, layers = start_from(network, arguments.start / "segmentation.onnx", (seen,))
        print(f"{taken} of {layers} layers start as in {arguments.start}", flush=True)
    run = Run(network, schedule, arguments.work / "areas.pt", arguments.seed, arguments.device)
    run.train(losses, Judge(arguments.labels), arguments.minutes)


if __name__ == "__main__":
    main()
