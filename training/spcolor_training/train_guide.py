"""python3 -m spcolor_training.train_guide: distils the guide network from the cached targets. Resumable."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from .guide import Guide
from .guide_data import GuideData
from .guide_loss import guide_losses
from .guide_score import GuideScore
from .run import Run, Schedule, one_thread, training_arguments
from .warm_start import start_from


def main() -> None:
    parser = training_arguments(__doc__)
    arguments = parser.parse_args()
    one_thread()
    schedule = Schedule.read(arguments.config, "guide")
    data = GuideData(arguments.work, arguments.device)

    def losses(guide: nn.Module, random: np.random.Generator, _: int) -> dict[str, Tensor]:
        return guide_losses(guide, data.batch(random, schedule.batch, schedule.crop))

    torch.manual_seed(arguments.seed)
    guide = Guide()
    if arguments.start is not None:
        crops = GuideScore(data).crops
        taken, layers = start_from(guide, arguments.start / "features.onnx", (torch.stack([crop.luminance for crop in crops]),))
        print(f"{taken} of {layers} layers start as in {arguments.start}", flush=True)
    run = Run(guide, schedule, arguments.work / "guide.pt", arguments.seed, arguments.device)
    run.train(losses, GuideScore(data), arguments.minutes)


if __name__ == "__main__":
    main()
