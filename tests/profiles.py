#!/usr/bin/env python3
"""Whether littleCMS sees in spcolor's results what spcolor meant: one drawn photo under several profiles, in every kind of file.

    tests/profiles.py      (after dotnet build -c Release; needs tificc and jpgicc of liblcms2-utils, and Python's PIL)

Prints one line a check and ends with "N passed, N failed"; exits non-zero where one failed.
"""
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SPCOLOR = ["dotnet", str(ROOT / "artifacts/bin/SPColor.Worker/release/spcolor.dll")]
SIZE = 160, 120
SAME_COLOURS = 1.5  # mean ΔE of one result under two profiles
SAME_LIGHTNESS = 1.0  # largest L* between a grey photo and its result, at the mean of blocks of 8 × 8
SRGB = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])
D65 = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) / [[0.9505], [1], [1.089]]
D50 = 0.9642, 1.0, 0.8249
SPACES = {  # XYZ of red, green, blue at D50, and the exponent in 256ths
    "adobe": ([(0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)], 563),
    "wide": ([(0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03134, 0.00009, 0.82491)], 461),
    "linear": ([tuple(column) for column in SRGB.T], 256),
}


def profile(tags, device=b"mntr", space=b"RGB ", connection=b"XYZ "):
    text = b"Drawn"
    tags = [(b"desc", b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79), (b"cprt", b"text\0\0\0\0public domain\0"),
            (b"wtpt", xyz(D50)), *tags]
    body, table = b"", struct.pack(">I", len(tags))
    for name, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", 132 + 12 * len(tags) + len(body), len(data))
        body += data
    head = struct.pack(">I", 128 + len(table) + len(body)) + b"\0\0\0\0" + bytes([2, 0x40, 0, 0]) + device + space + connection
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + xyz(D50)[8:]
    return head.ljust(128, b"\0") + table + body


def xyz(values):
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))


def rgb_profile(name):
    columns, exponent = SPACES[name]
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, exponent)
    return profile([(k + b"XYZ", xyz(c)) for k, c in zip((b"r", b"g", b"b"), columns)] + [(k + b"TRC", curve) for k in (b"r", b"g", b"b")])


def cmyk_profile(grid=5):
    """Printer profile from four inks that take light away, CMYK to CIELAB."""
    c, m, y, k = np.meshgrid(*[np.linspace(0, 1, grid)] * 4, indexing="ij")
    light = 1 - 0.9 * k
    lab = np.stack([(95 - 30 * c - 35 * m - 5 * y) * light, (35 * m - 20 * c) * light, (45 * y - 25 * c - 5 * m) * light], -1)
    codes = np.rint(lab * [2.55, 1, 1] + [0, 128, 128]).astype(np.uint8)
    ramp, unit = bytes(range(256)), [65536 if i % 4 == 0 else 0 for i in range(9)]
    table = b"mft1\0\0\0\0" + bytes([4, 3, grid, 0]) + struct.pack(">9I", *unit) + ramp * 4 + codes.tobytes() + ramp * 3
    return profile([(b"A2B0", table)], b"prtr", b"CMYK", b"Lab ")


def decoded(values):
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def in_space(grey, name):
    return np.rint(decoded(grey / 255) ** (256 / SPACES[name][1]) * 255).astype(np.uint8)


def seen(path, scratch):
    """CIELAB of a file as littleCMS converts it to sRGB."""
    out = scratch / f"seen{path.suffix}"
    tool = ["jpgicc", "-q100"] if path.suffix == ".jpg" else ["tificc"]
    subprocess.run([*tool, "-t1", str(path), str(out)], check=True, capture_output=True)
    to_white = decoded(np.asarray(Image.open(out).convert("RGB"), float) / 255) @ D65.T
    f = np.where(to_white > 216 / 24389, np.cbrt(to_white), (24389 / 27 * to_white + 16) / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def blocks(plane):
    h, w = (side // 8 * 8 for side in plane.shape)
    return plane[:h, :w].reshape(h // 8, 8, w // 8, 8).mean((1, 3))


def pictures(folder):
    """A grey photo of sky, hill and stones, and a reference in colour."""
    rng = np.random.default_rng(2)
    (w, h), y = SIZE, np.linspace(0, 1, SIZE[1])[:, None]
    hill = 0.5 + 0.08 * np.sin(np.linspace(0, 6, w))[None]
    grey = np.where(y < hill, 205 - 60 * y, 120 - 50 * y + rng.normal(0, 12, (h, w)))
    colour = np.where((y < hill)[..., None], [110, 160, 225], [95, 125, 50]) * (grey[..., None] / 160)
    Image.fromarray(np.clip(colour, 0, 255).astype(np.uint8)).save(folder / "reference.png")
    return np.clip(grey, 0, 255).astype(np.uint8)


def main(folder):
    counts, grey = [0, 0], pictures(folder)

    def check(name, value, most):
        counts[int(value > most)] += 1
        print(f"{'met' if value <= most else 'NOT MET':8} {name}: {value:.2f}, at most {most}", flush=True)

    def colorize(target, ending):
        out = folder / f"{target.stem}-{target.suffix[1:]}-result{ending}"
        subprocess.run([*SPCOLOR, "colorize", target, "-r", folder / "reference.png", "-o", out, "--device", "cpu"], check=True, capture_output=True)
        return out

    Image.fromarray(grey).save(folder / "plain.tif")
    twin = seen(colorize(folder / "plain.tif", ".tif"), folder)
    for name in SPACES:
        for kind in ("tif", "jpg", "png", "webp"):
            photo = folder / f"{name}.{kind}"
            numbers = Image.fromarray(np.dstack([in_space(grey, name)] * 3))
            numbers.save(photo, icc_profile=rgb_profile(name), **({"quality": 97} if kind == "jpg" else {"lossless": True} if kind == "webp" else {}))
            if name == "linear" and kind == "jpg":
                continue  # JPEG's own rounding is too coarse in linear numbers
            result = seen(colorize(photo, ".tif"), folder)
            check(f"{photo.name}, colours", np.linalg.norm(result - twin, axis=-1).mean(), SAME_COLOURS)
            if kind in ("tif", "jpg"):
                check(f"{photo.name}, lightness", np.abs(blocks(result[..., 0]) - blocks(seen(photo, folder)[..., 0])).max(), SAME_LIGHTNESS)
    photo = folder / "adobe.tif"
    check("adobe.tif to JPEG", np.linalg.norm(seen(colorize(photo, ".jpg"), folder) - twin, axis=-1).mean(), SAME_COLOURS)

    inks = np.dstack([255 - grey // 2 - 64, 160 - grey // 2, 120 - grey // 3, 40 - grey // 8]).astype(np.uint8)
    Image.fromarray(inks, "CMYK").save(folder / "inks.tif", icc_profile=cmyk_profile())
    Image.fromarray(inks, "CMYK").save(folder / "inks.jpg", icc_profile=cmyk_profile(), quality=100, subsampling=0)
    for photo in (folder / "inks.tif", folder / "inks.jpg"):
        result = seen(colorize(photo, ".tif"), folder)
        check(f"{photo.name}, lightness", np.abs(blocks(result[..., 0]) - blocks(seen(photo, folder)[..., 0])).max(), SAME_LIGHTNESS)
    print(f"{counts[0]} passed, {counts[1]} failed")
    return counts[1]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(1 if main(Path(scratch)) else 0)
