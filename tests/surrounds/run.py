"""Colours photos that lie in a surround, and compares each with the same photo alone.

    /usr/bin/python3 tests/surrounds/run.py CASES [WORD]

CASES holds pictures made by make_cases.py and make_new.py of this project's failing inputs: k25_* (transparent surround), k26_*
(album border), k10_* (scanner bed) and new/n02_* (reference with a border). WORD runs only the names that hold it. Needs numpy,
Pillow, and a built spcolor (artifacts/bin/SPColor.Worker/release).
"""
import os
import re
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SPCOLOR = os.path.join(ROOT, "artifacts/bin/SPColor.Worker/release/spcolor")
WIDTH, HEIGHT = 288, 216  # of the photo in all cases
TURNS = {"k10_bed_white_at": 0, "k10_bed_white_turned": 3, "k10_bed_grey_turned": -4, "k10_bed_dark_turned": 2}
TURNED_LIMIT, LIMIT, CHROMA_LIMIT, OPAQUE = 2, 1, 2, 250


def lab(picture):
    """CIELAB (D65) of an 8-bit RGB picture."""
    c = np.asarray(picture.convert("RGB"), float) / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    xyz = c @ np.array([[0.412453, 0.212671, 0.019334], [0.357580, 0.715160, 0.119193], [0.180423, 0.072169, 0.950227]])
    f = xyz / [0.95047, 1, 1.08883]
    f = np.where(f > 0.008856, np.cbrt(f), 7.787 * f + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def colored(target, reference, folder):
    out = os.path.join(folder, os.path.basename(target) + os.path.basename(reference) + ".png")
    done = subprocess.run([SPCOLOR, "colorize", target, "-r", reference, "-o", out, "--device", "cpu"], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{target}: {done.stderr}")
    return Image.open(out)


def frameless(path, folder):
    """The reference cut out of its border by hand: another JPEG file of the same picture gives colours that differ by up to 1.4."""
    picture, percent = Image.open(path), re.search(r"(\d+)\.jpg", path)
    left, top = (200 * int(percent[1]) // 100, 150 * int(percent[1]) // 100) if percent else (0, 0)
    cut = os.path.join(folder, os.path.basename(path) + ".cut.png")
    picture.crop((left, top, left + 200, top + 150)).save(cut)
    return cut


def upright(picture, turn):
    """The photo of a print that was turned, and what surrounds it."""
    left, top = 44, 40
    mask = Image.new("L", picture.size, 0)
    mask.paste(255, (left, top, left + WIDTH, top + HEIGHT))
    mask = mask.rotate(turn, Image.BICUBIC, center=(left + WIDTH / 2, top + HEIGHT / 2))
    back = picture.convert("RGB").rotate(-turn, Image.BICUBIC, center=(left + WIDTH / 2, top + HEIGHT / 2))
    return back.crop((left, top, left + WIDTH, top + HEIGHT)), np.asarray(mask) == 0


def compare(name, result, plain):
    """Mean distance in a*, b* over the photo, 95th percentile of the surround's chroma (None: nothing of it is visible)."""
    if name == "k25_oval_soft.png":
        inside = np.asarray(result)[..., 3] > OPAQUE
        return np.hypot(*np.moveaxis(lab(result) - plain, -1, 0)[1:])[inside].mean(), None
    turn = next((angle for start, angle in TURNS.items() if name.startswith(start)), None)
    if turn is not None:
        photo, outside = upright(result, turn)
        difference = (lab(photo) - plain)[2:-2, 2:-2]
    elif at := re.search(r"_at_(\d+)_(\d+)\.", name):
        left, top = int(at[1]), int(at[2])
        difference = lab(result)[top:top + HEIGHT, left:left + WIDTH] - plain
        outside = np.ones((result.height, result.width), bool)
        outside[top:top + HEIGHT, left:left + WIDTH] = False
    else:
        difference, outside = lab(result) - plain, np.zeros((result.height, result.width), bool)
    if "A" in result.getbands():
        outside &= np.asarray(result)[..., -1] > 0
    chroma = np.hypot(*np.moveaxis(lab(result), -1, 0)[1:])[outside]
    return np.hypot(*np.moveaxis(difference, -1, 0)[1:]).mean(), np.percentile(chroma, 95) if chroma.size else None


def main():
    cases, word = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    reference, failed = os.path.join(cases, "ref.jpg"), 0
    with tempfile.TemporaryDirectory() as folder:
        plain = lab(colored(os.path.join(cases, "k25_plain.png"), reference, folder))
        names = sorted(n for n in os.listdir(cases) if re.match("k25|k26|k10", n)) + sorted(
            "new/" + n for n in os.listdir(os.path.join(cases, "new")) if n.startswith("n02"))
        print(f"{'case':44} {'photo':>6} {'surround':>9}")
        for name in (n for n in names if word in n):
            if name.startswith("new/"):
                target = os.path.join(cases, "k25_plain.png")
                result = colored(target, os.path.join(cases, name), folder)
                truth = lab(colored(target, frameless(os.path.join(cases, name), folder), folder))
            else:
                result, truth = colored(os.path.join(cases, name), reference, folder), plain
            distance, chroma = compare(name, result, truth)
            ok = distance <= (TURNED_LIMIT if name.startswith("k10") else LIMIT) and (chroma or 0) <= CHROMA_LIMIT
            failed += not ok
            print(f"{name:44} {distance:6.2f} {'' if chroma is None else format(chroma, '9.2f'):>9} {'' if ok else ' too much'}", flush=True)
    print(f"{failed} too far from the photo alone, or coloured around it")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
