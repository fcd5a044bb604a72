"""Every sample report against the tree that stands beside it."""

import pytest

from tests.structure.trees import SAMPLES, sample, tree_of

NAMES = sorted(path.name.removesuffix(".tree") for path in SAMPLES.glob("*.tree"))


@pytest.mark.parametrize("name", NAMES)
def test_sample_has_its_tree(name: str) -> None:
    assert tree_of(sample(name)) == (SAMPLES / f"{name}.tree").read_text("utf-8")


def test_every_sample_has_a_tree() -> None:
    samples = {path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md")}
    assert samples == set(NAMES)
