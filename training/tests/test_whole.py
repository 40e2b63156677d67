"""From a work folder to an evaluated pack, with networks that have learned next to nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import torch

from spcolor_training import export, find_classes, pool
from spcolor_training.color import ColorNetwork
from spcolor_training.correspondence import PERMUTATION
from spcolor_training.guide import Guide
from spcolor_training.pack import Pack
from spcolor_training.run import best_of


def _call(module: object, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["program", *map(str, arguments)])
    module.main()


def test_classes_pool_export_pack(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save(Guide().state_dict(), best_of(work / "guide.pt"))
    torch.save(ColorNetwork().state_dict(), best_of(work / "color.pt"))
    _call(find_classes, monkeypatch, "--work", work)
    assert torch.load(work / "centres.pt").shape == (find_classes.CENTRES, Guide.CODE_CHANNELS)

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


def test_names_come_from_the_classes_that_own_a_centre() -> None:
    centres = torch.zeros(4, Guide.CODE_CHANNELS)
    centres[0, 3] = centres[1, 13] = centres[2, 13] = 0.7
    centres[3, :10] = 0.2
    assert find_classes.names_of(centres)[:3] == ["sky", "clothes", "clothes"]
    assert " or " in find_classes.names_of(centres)[3]


def test_reduction_starts_with_the_parts_of_people() -> None:
    centres = torch.eye(Guide.CODE_CHANNELS)[:27].clone()
    centres[5], centres[9] = torch.eye(Guide.CODE_CHANNELS)[32], torch.eye(Guide.CODE_CHANNELS)[33]
    placed = find_classes.in_order_of_reduction(centres)
    assert find_classes.names_of(placed[list(PERMUTATION[:3])]) == ["skin", "hair", "clothes"]
    assert sorted(placed.argmax(1).tolist()) == sorted(centres.argmax(1).tolist())
