"""Makes the parity fixture of the compact pack with PyTorch alone (no ONNX Runtime): python3 make.py ../../../../models/compact

Every operator of the three graphs is interpreted with torch in float32; the inputs are seeded noise over waves.
"""
import sys

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


def resize(x, a):
    assert a["mode"] == b"linear" and a["coordinate_transformation_mode"] == b"half_pixel"
    scales = [float(s) for s in x[2]]
    size = [round(s * n) for s, n in zip(scales, x[0].shape)][2:]
    return F.interpolate(x[0], size=size, mode="bilinear", align_corners=False)


def cut(x, a):
    y = x[0]
    for start, end, axis in zip(x[1].tolist(), x[2].tolist(), x[3].tolist()):
        n = y.shape[axis]
        y = y.narrow(axis, start, min(end, n) - start)
    return y


def unsqueeze(x, a):
    y = x[0]
    for axis in x[1].tolist():
        y = y.unsqueeze(axis)
    return y


def depth_to_space(x, a):
    assert a["mode"] == b"CRD"
    return F.pixel_shuffle(x[0], a["blocksize"])


def gemm(x, a):
    assert a.get("alpha", 1) == 1 and a.get("beta", 1) == 1 and a.get("transA", 0) == 0
    return x[0] @ (x[1].T if a.get("transB", 0) else x[1]) + x[2]


def conv(x, a):
    p = a["pads"]
    assert p[0] == p[2] and p[1] == p[3]
    return F.conv2d(x[0], x[1], x[2] if len(x) > 2 else None, a["strides"], p[:2], a["dilations"], a["group"])


OPERATORS = {
    "Cast": lambda x, a: x[0].to({1: torch.float32}[a["to"]]),
    "Conv": conv, "Gemm": gemm, "Resize": resize, "Slice": cut, "Unsqueeze": unsqueeze, "DepthToSpace": depth_to_space,
    "Relu": lambda x, a: F.relu(x[0]), "Sigmoid": lambda x, a: torch.sigmoid(x[0]), "Sqrt": lambda x, a: torch.sqrt(x[0]),
    "Add": lambda x, a: x[0] + x[1], "Sub": lambda x, a: x[0] - x[1], "Mul": lambda x, a: x[0] * x[1], "Div": lambda x, a: x[0] / x[1],
    "Concat": lambda x, a: torch.cat(x, a["axis"]), "Softmax": lambda x, a: torch.softmax(x[0], a["axis"]),
    "ReduceSum": lambda x, a: x[0].sum(x[1].tolist(), keepdim=bool(a.get("keepdims", 1))),
    "ReduceMean": lambda x, a: x[0].mean(a["axes"], keepdim=bool(a.get("keepdims", 1))),
}


def run(path, feeds):
    graph = onnx.load(path).graph
    values = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    values.update({name: torch.from_numpy(value) for name, value in feeds.items()})
    for node in graph.node:
        attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        if node.op_type == "Constant":
            values[node.output[0]] = torch.from_numpy(np.array(numpy_helper.to_array(attributes["value"])))
            continue
        inputs = [values[i] if i else None for i in node.input]
        values[node.output[0]] = OPERATORS[node.op_type](inputs, attributes)
    return {o.name: values[o.name].numpy() for o in graph.output}


def main(pack):
    height, width = 32, 64
    random = np.random.default_rng(20230413)
    y, x = np.mgrid[0:height, 0:width]
    noise = random.normal(0, 4, (height, width))
    luminance = np.clip(50 + 35 * np.sin(x / 7) * np.cos(y / 5) + noise, 0, 100).astype(np.float32)[None, None]
    # Warped colour on the correspondence grid; the product enlarges it itself.
    warp = random.uniform(-60, 60, (1, 2, height // 4, width // 4)).astype(np.float32)
    similarity = random.uniform(0, 1, (1, 1, height // 4, width // 4)).astype(np.float32)

    def enlarge(v):
        return F.interpolate(torch.from_numpy(v), scale_factor=4, mode="bilinear", align_corners=False).numpy()

    features = run(f"{pack}/features.onnx", {"L": luminance})
    areas = run(f"{pack}/segmentation.onnx", {"L": luminance})
    colour = run(f"{pack}/color.onnx", {"L": luminance, "warp_ab": enlarge(warp), "conf": enlarge(similarity)})

    def vectors(v):
        return np.ascontiguousarray(v[0].reshape(v.shape[1], -1).T)

    np.save("luminance.npy", luminance[0, 0])
    np.save("warped.npy", np.concatenate([warp, similarity], 1)[0])
    np.save("feature_every_7th_cell.npy", vectors(features["feat"])[::7])
    np.save("code_every_7th_cell.npy", vectors(areas["code"])[::7])
    np.save("ab.npy", colour["ab"][0])


if __name__ == "__main__":
    with torch.no_grad():
        main(sys.argv[1])
