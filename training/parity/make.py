"""Writes seeded checkpoints of the paper's networks in both layouts and formats, and what the networks make of a seeded pair.

    python3 make.py small OUT    slim networks, 64×96 pictures: the fixture of tests/SPColor.Import.Tests
    python3 make.py full OUT     the published widths, 256×256 pictures (1.2 GB), for bench/SPColor.Bench -- paper
"""
import collections
import pathlib
import sys
import types

import numpy as np
import torch

import networks
import pipeline


def lightning_leftovers():
    """Objects of training programs, as STEGO's checkpoint holds them beside its state: they name modules that nobody needs to have."""
    made = {}
    for module, name in (("omegaconf.dictconfig", "DictConfig"), ("pytorch_lightning.callbacks.model_checkpoint", "ModelCheckpoint")):
        parts = module.split(".")
        for i in range(1, len(parts) + 1):
            sys.modules.setdefault(".".join(parts[:i]), types.ModuleType(".".join(parts[:i])))
        made[name] = type(name, (), {"__module__": module})
        setattr(sys.modules[module], name, made[name])
    config = made["DictConfig"]()
    config.__dict__ = {"_content": collections.defaultdict(dict, {"dim": 90}), "_parent": None}
    return {"epoch": 3, "global_step": 5000, "callbacks": {made["ModelCheckpoint"]: {"best": np.float64(0.5)}}, "hyper_parameters": config}


def both_layouts(small, out):
    """The same functions as SPColor and as DEVC keep them."""
    warp = networks.Warp((4, 8, 8, 8), (8, 8, 8, 8), 8) if small else networks.Warp()
    color = networks.Color((4, 8, 8, 12, 16)) if small else networks.Color()
    networks.seed(warp, 3), networks.seed(color, 4)
    # tanh in its curved part, neither flat nor straight.
    color.conv10_ab.weight.data *= 0.3
    torch.save(warp.state_dict(), out / "spcolor_warp.pth")
    torch.save(color.state_dict(), out / "spcolor_color.pth")
    state = warp.state_dict()
    devc = collections.OrderedDict(
        (key.replace("_class", ""), value[..., None, None] if key.endswith("_class.weight") else value) for key, value in state.items())
    torch.save(devc, out / "devc_warp.pth", _use_new_zipfile_serialization=False)
    state = color.state_dict()
    first = state["conv1_1_new.0.weight"]
    last_frame = torch.randn(first.shape[0], 3, 3, 3, generator=torch.Generator().manual_seed(5))
    devc = collections.OrderedDict((key.replace("conv1_1_new", "conv1_1"), value) for key, value in state.items())
    devc["conv1_1.0.weight"] = torch.cat([first[:, 3:], first[:, :3], last_frame], 1)
    torch.save(devc, out / "devc_color.pth", _use_new_zipfile_serialization=False)
    return warp, color


def picture(size, number, grey):
    """Waves and noise in CIELAB, inside sRGB."""
    random = np.random.default_rng(number)
    y, x = np.mgrid[0:size[0], 0:size[1]]
    l = np.clip(50 + 30 * np.sin(x / (9 + number)) * np.cos(y / 11) + random.normal(0, 3, size), 5, 95)
    a, b = 18 * np.sin(x / 17 + number) * np.cos(y / 13), 18 * np.cos(x / 23) * np.sin(y / 19 + number)
    return torch.from_numpy(np.stack([l, 0 * a if grey else a, 0 * b if grey else b]).astype(np.float32))


def class_centres(codes, noise):
    """Centres near some of the codes, so that both pictures have several classes, and no code so near two that rounding decides."""
    n = len(noise)
    pick = lambda name, count: codes[name].flatten(2)[0].T[::2048 // n][:count]
    near = torch.cat([pick("target", n - n // 2), pick("reference", n // 2)])
    for share in range(5, 100):
        # As they will be stored.
        centres = (near + 0.01 * share * noise).half().float()
        ties = [pipeline.probabilities(code, centres).topk(2, dim=1).values.diff(dim=1).abs().min() for code in codes.values()]
        if min(ties) > 1e-5:
            return centres
    raise SystemExit("no centres without ties")


def main(kind, out):
    small, out = kind == "small", pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    vgg = networks.seed(networks.Vgg((4, 4, 8, 8, 8)) if small else networks.Vgg(), 1)
    stego = networks.seed(networks.Stego(128, 2, 128, 6, 10, 9) if small else networks.Stego(), 2)
    torch.save(collections.OrderedDict(("module." + k, v) for k, v in vgg.state_dict().items()), out / "vgg.pth", _use_new_zipfile_serialization=False)
    state = stego.state_dict()
    if small:
        # Half the size, and the other type that checkpoints come in.
        state = {k: v.half() for k, v in state.items()}
        stego.load_state_dict({k: v.float() for k, v in state.items()})
    state["linear_probe.weight"] = torch.zeros(2, 2)
    torch.save({"state_dict": state, **lightning_leftovers()}, out / "stego.ckpt")
    warp, color = both_layouts(small, out)

    size = (64, 96) if small else (256, 256)
    labs = {"target": picture(size, 6, True), "reference": picture(size, 7, False)}
    save = lambda name, value: np.save(out / f"{name}.npy", value.numpy().astype(np.float32))
    grid = (size[0] // 4, size[1] // 4)
    codes = {}
    for name, lab in labs.items():
        save(f"{name}_lab", lab)
        codes[name] = stego(pipeline.stego_input(lab, name == "target"))
        save(f"{name}_code", codes[name][0])
    # Centres among the codes, so that both pictures have several classes.
    centres = class_centres(codes, stego.cluster_probe.clusters)
    state["cluster_probe.clusters"] = centres.half() if small else centres
    centres = state["cluster_probe.clusters"].float()
    torch.save({"state_dict": state, **lightning_leftovers()}, out / "stego.ckpt")
    theta = warp(vgg(pipeline.vgg_input(labs["target"], True, False)), 0)
    # The product leaves the projections' biases out: centring per class cancels them.
    unbiased = lambda features, which: features[0] - getattr(warp, warp.names[which]).bias.view(-1, 1, 1)
    save("theta", unbiased(theta, 0))
    classes = {name: pipeline.classify(code, centres, grid) for name, code in codes.items()}
    for convention in ("correct", "published"):
        phi = warp(vgg(pipeline.vgg_input(labs["reference"], False, convention == "published")), 1)
        save(f"phi_{convention}", unbiased(phi, 1))
        warped = pipeline.warp(theta, phi, *classes["target"], *classes["reference"], labs["reference"])
        save(f"warped_{convention}", warped)
        save(f"ab_{convention}", color(pipeline.color_input(warped, labs["target"]))[0])
    print({name: torch.unique(c).tolist() for name, (c, _) in classes.items()})


if __name__ == "__main__":
    with torch.no_grad():
        main(*sys.argv[1:])
