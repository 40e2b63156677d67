"""What time does to a photo: applied to the luminance that a network sees, never to what it should answer."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFilter

CLEAN_SHARE = 0.25


def age(luminance: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """H×W L in 0…100 → the same picture as an old print, L in 0…100; each fault comes in a part of the calls."""
    values = luminance / 100
    if random.random() < CLEAN_SHARE:
        return luminance
    if random.random() < 0.3:
        values = _blur(values, random.uniform(0.4, 0.8))
    values = _fade(values, random)
    if random.random() < 0.3:
        values = values + random.uniform(0, 0.06) * _stains(values.shape, random)
    if random.random() < 0.6:
        values = values + random.uniform(0, 0.06) * random.standard_normal(values.shape)
    if random.random() < 0.15:
        values = _scratch(values, random)
    if random.random() < 0.2:
        values = _compress(values, int(random.integers(30, 80)))
    return (values.clip(0, 1) * 100).astype(np.float32)


def old_print(luminance: np.ndarray, seed: int) -> np.ndarray:
    """The fixed heavy ageing that evaluation uses: blur, flat contrast, dark gamma, grain. H×W L in 0…100."""
    values = 0.2 + 0.65 * _blur(luminance / 100, 0.45) ** 1.4
    values = values + 0.05 * np.random.default_rng(seed).standard_normal(values.shape)
    return (values.clip(0, 1) * 100).astype(np.float32)


def _image(values: np.ndarray) -> Image.Image:
    return Image.fromarray((values.clip(0, 1) * 255).round().astype(np.uint8))


def _blur(values: np.ndarray, scale: float) -> np.ndarray:
    height, width = values.shape
    small = _image(values).resize((max(1, round(width * scale)), max(1, round(height * scale))), Image.BOX)
    return np.asarray(small.resize((width, height), Image.BILINEAR)) / 255


def _fade(values: np.ndarray, random: np.random.Generator) -> np.ndarray:
    low, high = random.uniform(0, 0.15), random.uniform(0.8, 1)
    return low + (high - low) * values.clip(0, 1) ** random.uniform(0.65, 1.6)


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
    soft = np.asarray(_image(mask).filter(ImageFilter.GaussianBlur(0.6))) / 255
    return values + soft * random.choice([-0.6, 0.6])


def _compress(values: np.ndarray, quality: int) -> np.ndarray:
    packed = io.BytesIO()
    _image(values).save(packed, "JPEG", quality=quality)
    return np.asarray(Image.open(packed)) / 255
