"""Teacher networks: ONNX files run by torch, so that they run on CUDA and pass gradients to their input (for perceptual losses).

Debian has no onnxruntime for Python, and neither it nor a converter is differentiable; the teachers and our own exported networks need few operators.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

_TYPES = {1: torch.float32, 6: torch.int32, 7: torch.int64, 10: torch.float32}
_INFINITE = 2**31


def _conv(attributes: dict[str, Any], x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    return F.conv2d(
        F.pad(x, (left, right, top, bottom)), weight, bias,
        attributes.get("strides", 1), 0, attributes.get("dilations", 1), attributes.get("group", 1))


def _max_pool(attributes: dict[str, Any], x: Tensor) -> Tensor:
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    kernel, stride = attributes["kernel_shape"], attributes.get("strides", [1, 1])
    if attributes.get("ceil_mode", 0):
        bottom, right = bottom + stride[0] - 1, right + stride[1] - 1
        height, width = x.shape[2] + top + bottom, x.shape[3] + left + right
        bottom -= (height - kernel[0]) % stride[0]
        right -= (width - kernel[1]) % stride[1]
    return F.max_pool2d(F.pad(x, (left, right, top, bottom), value=-1e30), kernel, stride)


def _average_pool(attributes: dict[str, Any], x: Tensor) -> Tensor:
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    if (top, left) != (bottom, right):
        raise NotImplementedError("AveragePool with uneven pads")
    counts = bool(attributes.get("count_include_pad", 0))
    return F.avg_pool2d(x, attributes["kernel_shape"], attributes.get("strides", [1, 1]), (top, left), count_include_pad=counts)


def _slice(_: dict[str, Any], x: Tensor, starts: Tensor, ends: Tensor, axes: Tensor | None = None, steps: Tensor | None = None) -> Tensor:
    count = len(starts)
    for axis, start, end, step in zip(
            range(count) if axes is None else axes.tolist(), starts.tolist(), ends.tolist(), [1] * count if steps is None else steps.tolist()):
        if step < 0:
            if step != -1 or start not in (-1, x.shape[axis] - 1) or end > -_INFINITE + 1:
                raise NotImplementedError(f"Slice from {start} to {end} in steps of {step}")
            x = x.flip(axis)
        else:
            places = range(x.shape[axis])[start:end:step]
            x = x.narrow(axis, places.start, len(places)) if step == 1 else x.index_select(axis, torch.tensor(list(places), device=x.device))
    return x


def _pad(_: dict[str, Any], x: Tensor, pads: Tensor, value: Tensor | None = None) -> Tensor:
    amounts, axes = pads.tolist(), len(pads) // 2
    order = [amounts[axis + half * axes] for axis in reversed(range(axes)) for half in (0, 1)]
    return F.pad(x, order, value=0.0 if value is None else float(value))


def _resize(attributes: dict[str, Any], x: Tensor, _roi: Tensor | None, scales: Tensor | None, sizes: Tensor | None = None) -> Tensor:
    size = [round(s * n) for s, n in zip(scales.tolist(), x.shape)] if sizes is None or len(sizes) == 0 else sizes.tolist()
    linear = attributes["mode"] == b"linear"
    corners = attributes.get("coordinate_transformation_mode", b"half_pixel") == b"align_corners"
    return F.interpolate(x, size=size[2:], mode="bilinear" if linear else "nearest", align_corners=corners if linear else None)


def _reshape(_: dict[str, Any], x: Tensor, shape: Tensor) -> Tensor:
    return x.reshape([x.shape[axis] if length == 0 else length for axis, length in enumerate(shape.tolist())])


def _constant_of_shape(attributes: dict[str, Any], shape: Tensor) -> Tensor:
    value = numpy_helper.to_array(attributes["value"]) if "value" in attributes else np.zeros(1, np.float32)
    return torch.full(tuple(shape.tolist()), value.item(), dtype=torch.from_numpy(value.copy()).dtype)


def _clip(_: dict[str, Any], x: Tensor, low: Tensor | None = None, high: Tensor | None = None) -> Tensor:
    return x.clamp(None if low is None else float(low), None if high is None else float(high))


def _unsqueeze(x: Tensor, axes: list[int]) -> Tensor:
    for axis in axes:
        x = x.unsqueeze(axis)
    return x


def _depth_to_space(attributes: dict[str, Any], x: Tensor) -> Tensor:
    if attributes.get("mode", b"DCR") != b"CRD":
        raise NotImplementedError("DepthToSpace in DCR order")
    return F.pixel_shuffle(x, attributes["blocksize"])


def _gemm(attributes: dict[str, Any], x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return F.linear(x, weight if attributes.get("transB", 0) else weight.t(), bias)


def _reduce_mean(attributes: dict[str, Any], x: Tensor) -> Tensor:
    return x.mean(attributes["axes"], keepdim=bool(attributes.get("keepdims", 1)))


_OPERATORS: dict[str, Callable[..., Tensor]] = {
    "Add": lambda _, x, y: x + y,
    "AveragePool": _average_pool,
    "Cast": lambda attributes, x: x.to(_TYPES[attributes["to"]]),
    "Clip": _clip,
    "Concat": lambda attributes, *parts: torch.cat(parts, attributes["axis"]),
    "ConstantOfShape": _constant_of_shape,
    "Conv": _conv,
    "DepthToSpace": _depth_to_space,
    "Div": lambda _, x, y: x / y if x.is_floating_point() else torch.div(x, y, rounding_mode="trunc"),
    "Gather": lambda attributes, x, places: x.index_select(attributes.get("axis", 0), places.flatten()).reshape(
        *x.shape[:attributes.get("axis", 0)], *places.shape, *x.shape[attributes.get("axis", 0) + 1:]),
    "Gemm": _gemm,
    "Identity": lambda _, x: x,
    "MaxPool": _max_pool,
    "Mul": lambda _, x, y: x * y,
    "Pad": _pad,
    "ReduceMean": _reduce_mean,
    "ReduceSum": lambda attributes, x, axes: x.sum(axes.tolist(), keepdim=bool(attributes.get("keepdims", 1))),
    "Relu": lambda _, x: F.relu(x),
    "Reshape": _reshape,
    "Resize": _resize,
    "Shape": lambda _, x: torch.tensor(x.shape),
    "Sigmoid": lambda _, x: torch.sigmoid(x),
    "Slice": _slice,
    "Softmax": lambda attributes, x: torch.softmax(x, attributes.get("axis", -1)),
    "Sqrt": lambda _, x: torch.sqrt(x),
    "Sub": lambda _, x, y: x - y,
    "Transpose": lambda attributes, x: x.permute(*attributes["perm"]),
    "Unsqueeze": lambda _, x, axes: _unsqueeze(x, sorted(axes.tolist())),
}


class OnnxModule(nn.Module):
    """One network. Sub-graphs of constants are computed once, when it is opened."""

    def __init__(self, path: Path, outputs: list[str] | None = None):
        """Opens `path` and keeps only what `outputs` (default: all of the file's) need."""
        super().__init__()
        graph = onnx.load(str(path)).graph
        self.outputs = outputs or [output.name for output in graph.output]
        constants = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
        self.inputs = [entry.name for entry in graph.input if entry.name not in constants]
        nodes = []
        for node in graph.node:
            attributes = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
            if node.op_type == "Constant":
                constants[node.output[0]] = torch.from_numpy(np.array(numpy_helper.to_array(attributes["value"])))
            elif node.op_type not in _OPERATORS:
                raise NotImplementedError(f"{path}: operator {node.op_type}")
            elif all(name == "" or name in constants for name in node.input):
                inputs = [constants[name] if name else None for name in node.input]
                constants[node.output[0]] = _OPERATORS[node.op_type](attributes, *inputs)
            else:
                nodes.append((_OPERATORS[node.op_type], attributes, list(node.input), node.output[0]))
        needed, kept = set(self.outputs), []
        for node in reversed(nodes):
            if node[3] in needed:
                kept.append(node)
                needed.update(node[2])
        self.nodes = kept[::-1]
        self.last_use = {name: index for index, node in enumerate(self.nodes) for name in node[2]}
        self.constants: dict[str, str] = {}
        for index, (name, value) in enumerate((name, value) for name, value in constants.items() if name in needed):
            self.constants[name] = f"constant{index}"
            self.register_buffer(f"constant{index}", value)

    def forward(self, *inputs: Tensor) -> list[Tensor]:
        """Runs the network; returns `outputs` in their order."""
        values = dict(zip(self.inputs, inputs, strict=True))
        for index, (run, attributes, operands, output) in enumerate(self.nodes):
            values[output] = run(attributes, *(
                None if name == "" else values[name] if name in values else getattr(self, self.constants[name]) for name in operands))
            for name in operands:
                if self.last_use[name] == index and name not in self.outputs:
                    values.pop(name, None)
        return [values[output] for output in self.outputs]
