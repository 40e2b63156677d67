"""Building blocks of both networks. Batch norms fold into the convolutions when the networks are written."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def conv(inputs: int, outputs: int, kernel: int = 3, stride: int = 1, groups: int = 1, dilation: int = 1, active: bool = True) -> nn.Sequential:
    """Convolution without bias, batch norm, ReLU where `active`."""
    padding = dilation * (kernel // 2)
    layers = [nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, groups, bias=False), nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if active else nn.Sequential(*layers)


def twice(x: Tensor) -> Tensor:
    """Bilinear, ×2, half-pixel centres."""
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def unit(x: Tensor) -> Tensor:
    """Unit length over the channels; 1e-6 outside the root, so that fp16 holds it too."""
    return x / (torch.sqrt((x * x).sum(1, keepdim=True)) + 1e-6)


class Bottleneck(nn.Module):
    """RegNet-X block: 1×1, grouped 3×3 that carries the stride, 1×1, and a shortcut."""

    GROUP_WIDTH = 16

    def __init__(self, inputs: int, outputs: int, stride: int = 1):
        super().__init__()
        self.body = nn.Sequential(
            conv(inputs, outputs, 1),
            conv(outputs, outputs, 3, stride, outputs // self.GROUP_WIDTH),
            conv(outputs, outputs, 1, active=False))
        self.shortcut = conv(inputs, outputs, 1, stride, active=False) if stride > 1 or inputs != outputs else nn.Identity()
        nn.init.zeros_(self.body[2][1].weight)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.shortcut(x) + self.body(x))


class Residual(nn.Module):
    """Two 3×3 convolutions and a shortcut; the first may be dilated."""

    def __init__(self, channels: int, dilation: int = 1):
        super().__init__()
        self.body = nn.Sequential(conv(channels, channels, dilation=dilation), conv(channels, channels, active=False))
        nn.init.constant_(self.body[1][1].weight, 0.2)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.body(x))
