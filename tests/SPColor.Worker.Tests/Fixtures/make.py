"""Draws the pictures of this folder that Skia cannot write: python3 make.py FOLDER

The committed bytes are those of Debian 12's Pillow (9.4, libwebp 1.2.4, libjpeg-turbo 2.1.5); another version may encode the same pictures otherwise.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

INK_COLUMNS = 8


def full_inks() -> Image.Image:
    """Cyan, magenta, yellow and black side by side, each by itself and full."""
    picture = Image.new("CMYK", (4 * INK_COLUMNS, 8))
    for ink in range(4):
        color = tuple(255 if channel == ink else 0 for channel in range(4))
        picture.paste(color, (INK_COLUMNS * ink, 0, INK_COLUMNS * (ink + 1), picture.height))
    return picture


def three_frames() -> list[Image.Image]:
    """Black and two reds."""
    return [Image.new("RGB", (64, 48), (60 * frame, 0, 0)) for frame in range(3)]


def waves() -> Image.Image:
    """Texture enough that every part of the file holds something."""
    y, x = np.mgrid[0:90, 0:120]
    grey = 120 + 60 * np.sin(x / 9) + 40 * np.cos(y / 7) + ((x * 7919 + y * 104729) % 17)
    grey = grey.clip(0, 255).astype(np.uint8)
    return Image.fromarray(np.stack([grey, np.roll(grey, 9, 1), np.roll(grey, 17, 0)], -1))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    full_inks().save(folder / "generated-by-us-cmyk.jpg", quality=98)
    first, *others = three_frames()
    first.save(folder / "generated-by-us-three-frames.webp", save_all=True, append_images=others)
    waves().save(folder / "generated-by-us-progressive.jpg", quality=85, progressive=True)
    # Restart markers need libjpeg's own program.
    with tempfile.NamedTemporaryFile(suffix=".ppm") as plain:
        waves().save(plain.name)
        subprocess.run(["cjpeg", "-quality", "72", "-restart", "1", "-outfile", folder / "generated-by-us-restarts.jpg", plain.name], check=True)
