"""Starts a network with the weights of a pack's graph: only packs are kept in the repository, and each training goes on from the last."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import torch
from torch import Tensor, nn

from .onnx_module import _OPERATORS, OnnxModule


def graph_weights(path: Path) -> dict[tuple[int, ...], list[tuple[Tensor, Tensor]]]:
    """Weight and bias of every convolution and linear layer of a graph, by the weight's shape, in the graph's order."""
    graph, found = OnnxModule(path), defaultdict(list)
    for run, _, operands, _ in graph.nodes:
        # What has no bias is no layer that learned: a folded norm leaves one.
        if run in (_OPERATORS["Conv"], _OPERATORS["Gemm"]) and len(operands) > 2:
            weight, bias = (getattr(graph, graph.constants[name]) for name in operands[1:3])
            found[tuple(weight.shape)].append((weight, bias))
    return found


@torch.no_grad()
def start_from(network: nn.Module, path: Path, inputs: tuple[Tensor, ...]) -> tuple[int, int]:
    """Layers of equal shape take the graph's weights in order. The graph's batch norms are folded, so each norm gets the mean and deviation that
    its inputs have for `inputs`, and gives them back: the network answers as the graph does, and its norms work as in training.

    Returns how many layers took weights, and how many there are.
    """
    weights, taken, layers, handles = graph_weights(path), 0, 0, []

    def fill(layer: nn.Module, _: tuple[Tensor, ...]) -> None:
        nonlocal taken, layers
        layers += 1
        queue = weights[graph_shape(layer)]
        layer.given_bias = None
        if queue:
            taken += 1
            weight, layer.given_bias = queue.pop(0)
            layer.weight.copy_(weight if weight.shape == layer.weight.shape else folded_back(weight))
            if layer.bias is not None:
                layer.bias.copy_(layer.given_bias)

    def calibrate(norm: nn.BatchNorm2d, given: tuple[Tensor, ...], bias: Tensor | None) -> None:
        if bias is not None:
            norm.running_mean.copy_(given[0].mean((0, 2, 3)))
            norm.running_var.copy_(given[0].var((0, 2, 3)))
            norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
            norm.bias.copy_(norm.running_mean + bias)

    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            handles.append(module.register_forward_pre_hook(fill))
        if isinstance(module, nn.Sequential):
            for layer, norm in zip(module, module[1:]):
                if isinstance(norm, nn.BatchNorm2d):
                    handles.append(norm.register_forward_pre_hook(lambda norm, given, layer=layer: calibrate(norm, given, layer.given_bias)))
    training = network.training
    network.eval()(*inputs)
    network.train(training)
    for handle in handles:
        handle.remove()
    return taken, layers


def graph_shape(layer: nn.Module) -> tuple[int, ...]:
    """The shape that the layer's weight has in a graph: pixel-unshuffle and a 3×3 are one 6×6 there (export.ColorForExport)."""
    outputs, inputs, *kernel = layer.weight.shape
    return (outputs, 4, 6, 6) if (inputs, *kernel) == (16, 3, 3) and layer.groups == 1 else tuple(layer.weight.shape)


def folded_back(weight: Tensor) -> Tensor:
    """O×4×6×6, stride 2 → O×16×3×3 behind pixel-unshuffle."""
    return weight.view(-1, 4, 3, 2, 3, 2).permute(0, 1, 3, 5, 2, 4).reshape(-1, 16, 3, 3)
