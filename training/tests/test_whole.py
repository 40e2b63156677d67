"""From a work folder to an evaluated pack, with networks that have learned next to nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import torch

from spcolor_training import export, find_classes, pool
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


def test_classes_pool_export_pack(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save(Guide().state_dict(), best_of(work / "guide.pt"))
    torch.save(ColorNetwork().state_dict(), best_of(work / "color.pt"))
    _call(find_classes, monkeypatch, "--work", work, "--unsupervised")
    assert Classes.load(work / "classes.pt").centres.shape == (CENTRES, Guide.CODE_CHANNELS)

    _call(pool, monkeypatch, "--work", work, "--pairs", 4)
    pairs = pool.Pool.load(work)
    assert pairs.luminance.shape == (4, 1, pool.CROP, pool.CROP) and pairs.warped.shape == (4, 2, 64, 64)
    assert ((pairs.confidence >= 0) & (pairs.confidence <= 1)).all()

    folder = tmp_path / "pack"
    _call(export, monkeypatch, "--work", work, "--out", folder, "--version", "0.0.1")
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
