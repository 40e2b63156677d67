"""The paper's networks in PyTorch, run on demand: reads the name of a step per line, answers with its seconds; "memory" answers with the peak in MB.

    python3 torch_side.py FOLDER THREADS    FOLDER as training/parity/make.py full writes it
"""
import pathlib
import resource
import sys
import time

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "training" / "parity"))
import make  # noqa: E402
import networks  # noqa: E402
import pipeline  # noqa: E402


class Pair:
    def __init__(self, folder):
        make.lightning_leftovers()
        load = lambda name: torch.load(folder / name)
        self.vgg, self.stego, self.warp, self.color = networks.Vgg(), networks.Stego(), networks.Warp(), networks.Color()
        self.vgg.load_state_dict({k.replace("module.", ""): v for k, v in load("vgg.pth").items()})
        state = load("stego.ckpt")["state_dict"]
        state.pop("linear_probe.weight")
        self.stego.load_state_dict(state)
        self.warp.load_state_dict(load("spcolor_warp.pth"))
        self.color.load_state_dict(load("spcolor_color.pth"))
        for module in (self.vgg, self.stego, self.warp, self.color):
            module.eval()
        self.labs = {name: torch.from_numpy(np.load(folder / f"{name}_lab.npy")) for name in ("target", "reference")}
        self.seen = {}
        self.pair()

    def features(self, name="target"):
        target = name == "target"
        self.seen[name, "match"] = self.warp(self.vgg(pipeline.vgg_input(self.labs[name], target, published=True)), 0 if target else 1)

    def segmentation(self, name="target"):
        code = self.stego(pipeline.stego_input(self.labs[name], name == "target"))
        self.seen[name, "class"] = pipeline.classify(code, self.stego.cluster_probe.clusters, (64, 64))

    def matching(self):
        self.warped = pipeline.warp(
            self.seen["target", "match"], self.seen["reference", "match"],
            *self.seen["target", "class"], *self.seen["reference", "class"], self.labs["reference"])

    def colours(self):
        return self.color(pipeline.color_input(self.warped, self.labs["target"]))

    def one(self, name):
        self.features(name)
        self.segmentation(name)

    def change(self):
        self.matching()
        return self.colours()

    def cached(self):
        self.one("target")
        return self.change()

    def pair(self):
        self.one("reference")
        return self.cached()


def main(folder, threads):
    torch.set_num_threads(int(threads))
    pair = Pair(pathlib.Path(folder))
    print("ready", flush=True)
    for line in sys.stdin:
        step = line.strip()
        if step == "memory":
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            continue
        start = time.perf_counter()
        getattr(pair, step)()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    with torch.no_grad():
        main(*sys.argv[1:])
