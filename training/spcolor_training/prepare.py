"""python3 -m spcolor_training.prepare: photos and teacher targets into the work folder. Resumable."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from .photos import PhotoCache, read_list
from .run import one_thread
from .targets import TargetCache
from .teachers import Teachers


def order_by_source(photos: PhotoCache, seed: int) -> np.ndarray:
    """All photos, shuffled so that every stretch holds the sources in proportion to the square root of their size, as far as they last."""
    random = np.random.default_rng(seed)
    sources = np.array([photo.source for photo in photos.photos])
    keys = np.empty(len(sources))
    for source in np.unique(sources):
        members = np.flatnonzero(sources == source)
        # The k-th photo of a source of n comes at time k / √n.
        keys[random.permutation(members)] = (np.arange(len(members)) + random.random(len(members))) / np.sqrt(len(members))
    return np.argsort(keys, kind="stable")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with train.tsv and train/")
    parser.add_argument("--teachers", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--list", default="train.tsv")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    one_thread()
    photos = PhotoCache.build(arguments.data, read_list(arguments.data / arguments.list), arguments.work)
    print(f"photos {len(photos)}", flush=True)
    teachers = Teachers(arguments.teachers, arguments.device)
    TargetCache.build(photos, teachers, arguments.work, order_by_source(photos, arguments.seed), device=arguments.device)


if __name__ == "__main__":
    main()
