"""From a work folder to an evaluated pack, with networks that have learned next to nothing."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
import torch

from spcolor_training import calibrate, export, find_classes, pool
from spcolor_training.area_network import AreaNetwork
from spcolor_training.areas import AREAS
from spcolor_training.classes import CENTRES, Classes
from spcolor_training.color import ColorNetwork
from spcolor_training.guide import Guide
from spcolor_training.pack import Pack
from spcolor_training.evaluate import Case
from spcolor_training.run import best_of
from spcolor_training.smoothing import Smoothing
from spcolor_training.sweep_smoothing import color, variants


def _call(module: object, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["program", *map(str, arguments)])
    module.main()


def test_classes_export_pool_pack(work: Path, labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for network, name in ((Guide(), "guide"), (ColorNetwork(), "color"), (AreaNetwork(), "areas")):
        torch.save(network.state_dict(), best_of(work / f"{name}.pt"))
    _call(calibrate, monkeypatch, "--work", work, "--labels", labels)
    _call(find_classes, monkeypatch, "--work", work, "--labels", labels, "--unsupervised")
    assert Classes.load(work / "classes.pt").centres.shape == (CENTRES, len(AREAS))

    folder = tmp_path / "pack"
    _call(export, monkeypatch, "--work", work, "--out", folder, "--version", "0.0.1")
    _call(pool, monkeypatch, "--work", work, "--pack", folder, "--pairs", 4)
    pairs = pool.Pool.load(work)
    assert pairs.luminance.shape == (4, 1, pool.CROP, pool.CROP) and pairs.warped.shape == (4, 2, 64, 64)
    assert ((pairs.confidence >= 0) & (pairs.confidence <= 1)).all()

    facts = json.loads((folder / "manifest.json").read_text())
    assert [entry["bytes"] for entry in facts["files"]] == [(folder / entry["path"]).stat().st_size for entry in facts["files"]]
    opened, luminance = Pack(folder), torch.rand(1, 64, 64) * 100
    described = opened.describe(luminance)
    answer, warped = opened.colorize(luminance, opened.match(described, described, torch.full((2, 64, 64), 25.0), 12))
    assert answer.shape == warped.shape == (2, 64, 64)
    assert torch.allclose(warped, torch.full_like(warped, 25.0), atol=1e-2)

    assert opened.smoothing == Smoothing.read(facts) == Smoothing()
    tried = variants("120,80/0/0 120/30/60")
    case = Case(torch.full((3, 64, 64), 25.0), torch.full((3, 64, 64), 25.0), luminance)
    found = dict(color(opened, case, 12, tried))
    assert list(found) == tried == [(120, 0, 0), (80, 0, 0), (120, 30, 60)]
    assert not torch.equal(found[120, 0, 0], found[120, 30, 60])
    assert opened.smoothing == Smoothing() and opened.facts.sharpness == facts["classes"]["sharpness"]

def test_a_pack_is_kept_where_nothing_was_trained(work: Path, labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save(AreaNetwork().state_dict(), best_of(tmp_path / "areas.pt"))
    shutil.copy(work / "classes.pt", tmp_path)
    first, second = tmp_path / "first", tmp_path / "second"
    _call(export, monkeypatch, "--work", work, "--out", first, "--version", "0.0.1")
    _call(export, monkeypatch, "--work", tmp_path, "--kept", first, "--out", second, "--version", "0.0.2")
    assert (first / "color.onnx").read_bytes() == (second / "color.onnx").read_bytes()
    luminance = torch.rand(1, 64, 64) * 100
    (match, _), (kept, _) = (Pack(folder).describe(luminance) for folder in (first, second))
    assert torch.equal(match, kept)
