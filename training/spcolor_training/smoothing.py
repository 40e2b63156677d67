"""Gated edge-aware smoothing of warped and final colours, as FastGlobalSmoother and GatedSmoothing in Core (steps 6 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from scipy.ndimage import gaussian_filter
from torch import Tensor

ITERATIONS, LEAST_TRUST = 3, 1e-3


@dataclass(frozen=True)
class Smoothing:
    """What the manifest says of it: σ in L units, λ of the warped and of the final colours, and between which best cosines colours are more and more kept."""

    sigma: float = 3.0
    warped: float = 30.0
    output: float = 200.0
    blur: float = 1.5
    start: float = 0.7
    end: float = 0.85
    gain: float = 1.04
    """On the smoothed output: what disagreed is pale once it is evened out."""

    @staticmethod
    def read(manifest: dict[str, Any]) -> Smoothing | None:
        """None where the pack is not smoothed."""
        if (section := manifest.get("smoothing")) is None:
            return None
        gate = section["gate"]
        return Smoothing(section["sigma"], section["warped"], section["output"], gate["blur"], gate["from"], gate["to"], section.get("gain", 1.0))

    def section(self) -> dict[str, Any]:
        """As the manifest has it."""
        return {
            "sigma": self.sigma, "warped": self.warped, "output": self.output,
            "gate": {"blur": self.blur, "from": self.start, "to": self.end}, "gain": self.gain}


def _solve(values: np.ndarray, link: np.ndarray, trust: np.ndarray, strength: float) -> None:
    """Lines along the first axis, in place: u that minimises Σ trust·(u − f)² + strength·Σ link·(next u − u)². values n×C×m, link (n−1)×m, trust n×m."""
    back = np.empty_like(link)
    share, before = np.zeros_like(trust[0]), np.zeros_like(trust[0])
    for i in range(len(values)):
        after = strength * link[i] if i < len(link) else 0
        above = trust[i] + before * share
        inverse = 1 / (above + after)
        share = above * inverse
        values[i] *= trust[i] * inverse
        if i > 0:
            values[i] += before * inverse * values[i - 1]
        if i < len(link):
            back[i] = after * inverse
        before = after
    for i in range(len(link) - 1, -1, -1):
        values[i] += back[i] * values[i + 1]


def smooth(planes: np.ndarray, luminance: np.ndarray, strength: float, sigma: float, trust: np.ndarray | None = None) -> np.ndarray:
    """Fast global smoother (Min et al. 2014): C×H×W guided by H×W; each place is believed by its trust in the first of three rounds."""
    along_rows, along_columns = (np.exp(-np.abs(np.diff(luminance, axis=axis)) / sigma) for axis in (1, 0))
    weight = np.ones_like(luminance) if trust is None else np.maximum(trust, LEAST_TRUST)
    u = planes.transpose(2, 0, 1).copy()
    for left in range(ITERATIONS - 1, -1, -1):
        falling = 1.5 * strength * 4 ** left / (4 ** ITERATIONS - 1)
        _solve(u, along_rows.T, weight.T, falling)
        u = u.transpose(2, 1, 0).copy()
        _solve(u, along_columns, weight, falling)
        u = u.transpose(2, 1, 0).copy()
        weight = np.ones_like(luminance)
    return u.transpose(1, 2, 0)


class GatedSmoothing:
    """Smooths the colours of one picture except where SPC is sure: luminance 1×H×W, best cosine h×w."""

    def __init__(self, facts: Smoothing, luminance: Tensor, cosine: Tensor):
        self.facts = facts
        self.luminance = luminance[0].numpy().astype(np.float64)
        self.of_cells = F.adaptive_avg_pool2d(luminance[None], cosine.shape)[0, 0].numpy().astype(np.float64)
        self.kept = np.clip((gaussian_filter(cosine.numpy().astype(np.float64), facts.blur) - facts.start) / (facts.end - facts.start), 0, 1)

    def warped(self, ab: Tensor, confidence: Tensor) -> Tensor:
        """2×h×w."""
        return self._mixed(ab, self.of_cells, self.facts.warped, self.kept, confidence.numpy().astype(np.float64), 1.0)

    def output(self, ab: Tensor) -> Tensor:
        """2×H×W."""
        kept = F.interpolate(torch.from_numpy(self.kept)[None, None], size=ab.shape[1:], mode="bilinear", align_corners=False)[0, 0].numpy()
        return self._mixed(ab, self.luminance, self.facts.output, kept, None, self.facts.gain)

    def _mixed(self, ab: Tensor, luminance: np.ndarray, strength: float, kept: np.ndarray, trust: np.ndarray | None, gain: float) -> Tensor:
        if strength == 0:
            return ab
        planes = ab.numpy().astype(np.float64)
        even = gain * smooth(planes, luminance, strength, self.facts.sigma, trust)
        return torch.from_numpy(even + kept * (planes - even)).float()
