#!/usr/bin/env python3
"""Runs spcolor over a folder of hard inputs and says for each whether LIST.tsv's expectation is met.

    tests/cases.py FOLDER [PREFIX…]      (after dotnet build -c Release; needs exiftool and Python's PIL)

Prints "met", "NOT MET" or "no check here" with the file's name; ends with the counts and exits non-zero where one is not met.
"""
import csv
import fnmatch
import io
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

ROOT = Path(__file__).resolve().parent.parent
SPCOLOR = ["dotnet", str(ROOT / "artifacts/bin/SPColor.Worker/release/spcolor.dll")]
VISIBLE_CHROMA = 3  # CIELAB units; a result below shows no colour
ROUNDING = 1.0  # mean ΔE between two readings of one picture
SAME_COLOURS = 1.5  # mean ΔE between one picture under two profiles, each with its own rounding
LIGHTNESS = 0.5  # mean L* between one picture under two curves
BIG_CLAIM_MB = 300  # the program without a picture takes 100 to 200


class Run:
    """One run of spcolor: its exit code, messages, output picture and peak memory."""

    def __init__(self, *args, cwd=None):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        done = subprocess.run([*SPCOLOR, *map(str, args)], capture_output=True, text=True, cwd=cwd, timeout=300)
        self.code, self.said = done.returncode, done.stderr
        self.notes = [line for line in done.stderr.splitlines() if line.startswith("note: ")]
        self.peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 if before else 0


def lab(path):
    """CIELAB as a program shows it that follows the file's profile (by littleCMS)."""
    image = Image.open(path)
    profile = image.info.get("icc_profile")
    if profile:
        own, srgb = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(image.convert("RGB"), own, srgb, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    rgb = np.asarray(image.convert("RGB"), dtype=np.float64) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]]) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def chroma(path):
    return np.hypot(*np.moveaxis(lab(path)[..., 1:], -1, 0)).mean()


def distance(path, other):
    return np.linalg.norm(lab(path) - lab(other), axis=-1).mean()


class Cases:
    """Expectations by kind; each returns what is wrong, or None."""

    def __init__(self, folder, scratch):
        self.folder, self.scratch = folder, scratch
        self.ref = folder / "ref.jpg"

    def colorize(self, file, ending=".png", reference=None, target=None):
        out = self.scratch / f"out{ending}"
        out.unlink(missing_ok=True)
        run = Run("colorize", target or self.folder / file, "-r", reference or self.ref, "-o", out, "--device", "cpu")
        run.out = out
        return run

    def opens(self, file):
        run = self.colorize(file)
        return None if run.code == 0 and chroma(run.out) > VISIBLE_CHROMA else run.said

    def says(self, *words):
        """Done with a note, or refused, in these words."""
        def check(file):
            run = self.colorize(file)
            told = "\n".join(run.notes) if run.code == 0 else run.said
            return None if run.code in (0, 1) and all(re.search(word, told) for word in words) else run.said
        return check

    def refused(self, *words):
        def check(file):
            run = self.colorize(file)
            return None if run.code == 1 and all(re.search(word, run.said) for word in words) else run.said
        return check

    def kept_in_place(self, word):
        def check(file):
            own = self.scratch / ("in-place" + Path(file).suffix)
            own.write_bytes((self.folder / file).read_bytes())
            run = Run("colorize", own, "-r", self.ref, "-o", own, "--in-place", "--device", "cpu")
            same = own.read_bytes() == (self.folder / file).read_bytes()
            refused = run.code == 1 and same
            return self.says(word)(file) or (None if refused else run.said)
        return check

    def two_tone(self, file):
        run = self.colorize(file)
        if run.code == 0:
            return None if chroma(run.out) > VISIBLE_CHROMA else run.said
        return None if re.search("black and white alone", run.said) else run.said

    def at_name(self, file):
        out = self.scratch / "at.png"
        run = Run("colorize", Path(file).name, "-r", self.ref, "-o", out, "--device", "cpu", cwd=(self.folder / file).parent)
        return None if run.code == 0 and out.exists() else run.said

    def big_claim(self, file):
        command = f"import resource,subprocess,sys; r=subprocess.run(sys.argv[1:],capture_output=True,text=True); " \
                  "print(r.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)"
        done = subprocess.run([sys.executable, "-c", command, *SPCOLOR, "colorize", self.folder / file, "-r", self.ref, "-o",
                               self.scratch / "x.png", "--device", "cpu"], capture_output=True, text=True)
        code, peak = map(int, done.stdout.split())
        return None if code == 1 and peak < BIG_CLAIM_MB else f"exit {code}, {peak} MB"

    def reference(self, word):
        def check(file):
            run = self.colorize(file, reference=self.folder / file, target=self.folder / "k25_plain.png")
            told = "\n".join(run.notes) if run.code == 0 else run.said
            return None if run.code in (0, 1) and re.search(word, told) else run.said
        return check

    def colours_of(self, twin, most=SAME_COLOURS, target=True, reference=False):
        """Coloured, and as a reference, as its twin is."""
        def colored(file, is_reference):
            run = self.colorize(file, reference=self.folder / file, target=self.folder / "k25_plain.png") if is_reference else self.colorize(file)
            kept = self.scratch / f"seen-{Path(file).name}.png"
            kept.write_bytes(run.out.read_bytes())
            return kept

        def check(file):
            found = [distance(colored(file, role), colored(twin, role)) for role, asked in ((False, target), (True, reference)) if asked]
            return None if max(found) <= most else f"dE {max(found):.1f} to {twin}"
        return check

    def lightness(self, wanted):
        def check(file):
            found = lab(self.colorize(file).out)[..., 0].mean()
            return None if abs(found - wanted) <= LIGHTNESS else f"mean L {found:.1f}, not {wanted}"
        return check

    def full_size(self, file):
        run = self.colorize(file)
        return None if run.code == 0 and Image.open(run.out).size == (144, 108) else run.said

    def words_kept(self, file):
        wrong = []
        for ending in (".jpg", ".png", ".tif", ".webp"):
            run = self.colorize(file, ending)
            told = subprocess.run(["exiftool", "-a", "-G", "-s", run.out], capture_output=True, text=True).stdout
            for word in ("scanned by hand, box 12", "Grandfather before the house", "Nowhere", "A. Drawn", r"\[XMP\] +Title", r"\[EXIF\] +Rating"):
                if not re.search(word, told):
                    wrong.append(f"{ending} lacks {word}")
        return "; ".join(wrong) or None

    def long_exif(self, file):
        wrong = []
        for ending in (".jpg", ".png", ".tif", ".webp"):
            run = self.colorize(file, ending)
            told = subprocess.run(["exiftool", "-a", "-G", "-s", run.out], capture_output=True, text=True).stdout
            wanted = ["Farm, 1931", "A. Drawn", "1931:06:01"] + ([] if ending == ".jpg" else ["UserComment"])
            wrong += [f"{ending} lacks {word}" for word in wanted if word not in told]
            if ending == ".jpg" and "user comment" not in "".join(run.notes):
                wrong.append("the loss is not named")
        return "; ".join(wrong) or None

    def checks(self):
        """File pattern → check. The first that fits is taken."""
        whole = "its end is missing"
        return {
            "k12_continuous*": self.opens, "k12_halftone*": self.says("printing screen"),
            "p05_*": self.two_tone, "t04_*": self.two_tone,
            "m01_*": self.words_kept, "m05_*": self.long_exif,
            "t07_*": self.kept_in_place("first of its 3 pages"), "p10_*": self.kept_in_place("first of its 3 frames"),
            "a_gif*": self.says("first of its 3 frames"), "a_webp*": self.kept_in_place("first of its 3 frames"),
            "new/n08_*": self.kept_in_place("first of its 2 pictures"), "t_sub*": self.full_size,
            "j08_*": self.opens, "j_prog_*": self.refused(whole), "p_noiend*": self.opens,
            "j15_*": self.refused("12-bit JPEG"), "j18_*": self.refused("lossless JPEG"),
            "t14_bigtiff_little*": self.opens, "t14_bigtiff_big*": self.says("big-endian BigTIFF"),
            "t17_*": self.says("CMYK TIFF of 16 bits"), "t34_*": self.refused("ZSTD", "LZW"), "t35_*": self.refused("LZMA", "LZW"),
            "new/n01_target_*": self.colours_of("new/n01_same_without_profile.png"),
            "r02_adobe*": self.colours_of("r02_same_in_srgb.jpg", reference=True),
            "r_gama_mac_18_chrm_ref*": self.colours_of("r02_same_in_srgb.jpg", target=False, reference=True),
            "r_gama_*": self.lightness(60.3), "new/n01_same*": self.opens, "r02_same*": self.opens, "r04_cmyk*": self.opens,
            "r05_cmyk_icc*": self.colours_of("r04_cmyk_icc.jpg", reference=True), "r05_cmyk_no_icc*": self.says("how its inks look"),
            "n_at/*": self.at_name, "big_claim*": self.big_claim,
            "ref_noise_grey*": self.reference("next to no colour"), "ref_noise_paper*": self.reference("one colour only"),
            "ref_noise_cast*": self.reference("no colour"),
            "new/n04_heic*": self.refused("HEIC"), "new/n04_avif*": self.refused("AVIF"), "new/n04_jp2*": self.refused("JPEG 2000"),
            "new/n04_web*": self.refused("web page"), "new/n05_*": self.opens, "new/n07_*": self.refused("signed"),
        }


def main(folder, prefixes):
    met = missed = unchecked = 0
    with tempfile.TemporaryDirectory() as scratch:
        checks = Cases(folder, Path(scratch)).checks()
        with open(folder / "LIST.tsv", newline="") as listing:
            rows = [row["file"] for row in csv.DictReader(listing, delimiter="\t")]
        for file in rows:
            if prefixes and not any(file.startswith(prefix) for prefix in prefixes):
                continue
            check = next((check for pattern, check in checks.items() if fnmatch.fnmatch(file, pattern)), None)
            if check is None:
                unchecked += 1
                print(f"no check here  {file}")
                continue
            wrong = check(file)
            met, missed = met + (wrong is None), missed + (wrong is not None)
            print(f"{'met' if wrong is None else 'NOT MET':13}  {file}" + (f"\n    {wrong.strip()}" if wrong else ""), flush=True)
    print(f"{met} met, {missed} not met, {unchecked} without a check here")
    return missed


if __name__ == "__main__":
    os.environ.setdefault("DOTNET_NOLOGO", "1")
    sys.exit(1 if main(Path(sys.argv[1]).resolve(), sys.argv[2:]) else 0)
