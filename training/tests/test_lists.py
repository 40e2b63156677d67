from pathlib import Path

LISTS = Path(__file__).parent.parent / "lists"


def _names(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def test_no_version_was_trained_on_a_photo_it_is_judged_by() -> None:
    judged = set(_names(LISTS / "val.txt"))
    assert len(judged) == 392
    versions = sorted(LISTS.glob("train-*.txt"))
    assert versions
    for version in versions:
        names = _names(version)
        assert len(names) == len(set(names)) > 1000
        # The folder is part of a name: bare names are compared too.
        assert not {Path(name).name for name in names} & {Path(name).name for name in judged}
