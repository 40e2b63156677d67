"""What time does to a photo: applied to the luminance that a network sees, never to what it should answer."""

from __future__ import annotations

import io
import math

import numpy as np
from PIL import Image, ImageFilter

CLEAN_SHARE = 0.25
OLD_FAULTS = ("blurred", "faded", "grainy")


def age(luminance: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """H×W L in 0…100 → the same picture as an old print, L in 0…100. The faults of a print come together: one draw says how worn it is."""
    values = luminance / 100
    if random.random() < CLEAN_SHARE:
        return luminance
    wear = random.random()
    if random.random() < 0.2 + 0.7 * wear:
        # A small scan, or a lens out of focus.
        values = _blur(values, random.uniform(0.9 - 0.55 * wear, 0.9)) if random.integers(2) else _soften(values, random.uniform(0.3, 0.5 + 1.5 * wear))
    values = _fade(values, wear, random)
    if random.random() < 0.3:
        values = values + random.uniform(0, 0.07 * wear) * _stains(values.shape, random)
    if random.random() < 0.4 + 0.5 * wear:
        values = values + random.uniform(0, 0.02 + 0.06 * wear) * random.standard_normal(values.shape)
    if random.random() < 0.15:
        values = _scratch(values, random)
    if random.random() < 0.2:
        values = _compress(values, int(random.integers(30, 80)))
    return (values.clip(0, 1) * 100).astype(np.float32)


def old_print(luminance: np.ndarray, seed: int, faults: tuple[str, ...] = OLD_FAULTS) -> np.ndarray:
    """The fixed heavy ageing that evaluation uses, or some of its faults: blur, flat contrast with dark gamma, grain. H×W L in 0…100."""
    values = luminance / 100
    if "blurred" in faults:
        values = _blur(values, 0.45)
    if "faded" in faults:
        values = 0.2 + 0.65 * values ** 1.4
    if "grainy" in faults:
        values = values + 0.05 * np.random.default_rng(seed).standard_normal(values.shape)
    return (values.clip(0, 1) * 100).astype(np.float32)


def _image(values: np.ndarray) -> Image.Image:
    return Image.fromarray((values.clip(0, 1) * 255).round().astype(np.uint8))


def _blur(values: np.ndarray, scale: float) -> np.ndarray:
    height, width = values.shape
    small = _image(values).resize((max(1, round(width * scale)), max(1, round(height * scale))), Image.BOX)
    return np.asarray(small.resize((width, height), Image.BILINEAR)) / 255


def _soften(values: np.ndarray, radius: float) -> np.ndarray:
    return np.asarray(_image(values).filter(ImageFilter.GaussianBlur(radius))) / 255


def _fade(values: np.ndarray, wear: float, random: np.random.Generator) -> np.ndarray:
    low, high = random.uniform(0, 0.3 * wear), 1 - random.uniform(0, 0.3 * wear)
    return low + (high - low) * values.clip(0, 1) ** math.exp(random.uniform(-0.6, 0.6) * wear)


def _stains(shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    coarse = Image.fromarray(random.standard_normal((shape[0] // 24 + 2, shape[1] // 24 + 2)).astype(np.float32))
    return np.asarray(coarse.resize(shape[::-1], Image.BICUBIC))


def _scratch(values: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Thin, nearly straight lines and specks, light or dark."""
    height, width = values.shape
    mask = np.zeros((height, width), np.float32)
    for _ in range(int(random.integers(1, 5))):
        rows = np.arange(height)
        columns = random.uniform(0, width) + random.uniform(-0.3, 0.3) * rows + 2 * np.sin(rows / random.uniform(10, 60))
        inside = (columns >= 0) & (columns < width)
        mask[rows[inside], columns[inside].astype(int)] = 1
    mask[random.random((height, width)) < 0.0005] = 1
    return values + _soften(mask, 0.6) * random.choice([-0.6, 0.6])


def _compress(values: np.ndarray, quality: int) -> np.ndarray:
    packed = io.BytesIO()
    _image(values).save(packed, "JPEG", quality=quality)
    return np.asarray(Image.open(packed)) / 255
