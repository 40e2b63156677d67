#!/usr/bin/env python3
"""exiftool, which knows every container, looks for what people wrote about a picture after every change of container.

    tests/metadata.py      (after dotnet build -c Release; needs exiftool and Python's PIL)
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SPCOLOR = ["dotnet", str(ROOT / "artifacts/bin/SPColor.Worker/release/spcolor.dll")]
ENDINGS = (".jpg", ".png", ".tif", ".webp")
TAGS = ["-EXIF:Rating=4", "-EXIF:Artist=A. Drawn", "-EXIF:DateTimeOriginal=1931:06:01 10:00:00", "-XMP-dc:Title=The farm", "-XMP-xmp:Rating=4",
        "-IPTC:City=Nowhere", "-IPTC:Keywords=house"]
WORDS = {"EXIF rating": r"\[EXIF\] +Rating +: 4", "artist": "A. Drawn", "date": "1931:06:01 10:00:00", "XMP title": r"\[XMP\] +Title +: The farm",
         "IPTC city": r"\[IPTC\] +City +: Nowhere", "comment": "box 12, by hand"}


def exiftool(*args):
    return subprocess.run(["exiftool", *map(str, args)], capture_output=True, text=True, check=False).stdout


def source(folder, ending):
    path = folder / f"source{ending}"
    y, x = np.mgrid[0:96, 0:128]
    Image.fromarray((90 + 40 * np.sin(x / 9) + 30 * (y > 48) + (x * 7919 + y * 104729) % 17).astype(np.uint8)).convert("RGB").save(path)
    exiftool("-q", "-overwrite_original", *TAGS, "-Comment=box 12, by hand", path)
    return path


def reference(folder):
    path = folder / "reference.png"
    y, x = np.mgrid[0:96, 0:128]
    Image.fromarray(np.stack([120 + x, 200 - y, 60 + y], -1).clip(0, 255).astype(np.uint8)).save(path)
    return path


def main():
    wrong = checked = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        ref = reference(folder)
        for first in ENDINGS:
            photo = source(folder, first)
            there = [name for name, word in WORDS.items() if re.search(word, exiftool("-a", "-G", "-s", photo))]
            for second in ENDINGS:
                out = folder / f"out{second}"
                subprocess.run([*SPCOLOR, "colorize", photo, "-r", ref, "-o", out, "--device", "cpu"], check=True, capture_output=True)
                told = exiftool("-a", "-G", "-s", out)
                lost = [name for name in there if not re.search(WORDS[name], told)]
                checked, wrong = checked + len(there), wrong + len(lost)
                print(f"{first} to {second}: {len(there) - len(lost)} of {len(there)}" + (f", lost: {', '.join(lost)}" if lost else ""), flush=True)
    print(f"{checked} checked, {wrong} lost")
    return wrong


if __name__ == "__main__":
    os.environ.setdefault("DOTNET_NOLOGO", "1")
    sys.exit(1 if main() else 0)
