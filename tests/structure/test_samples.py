"""Every sample report against the tree that stands beside it."""

import pytest

from tests.structure.trees import SAMPLES, sample, tree_of

NAMES = sorted(path.name.removesuffix(".tree") for path in SAMPLES.glob("*.tree"))
FORMATS = (".docx", ".html", ".md", ".mhtml", ".pdf", ".txt")


@pytest.mark.parametrize("name", NAMES)
def test_sample_has_its_tree(name: str) -> None:
    stated = (SAMPLES / f"{name}.tree").read_text("utf-8")
    assert tree_of(sample(name)) == stated.partition("figures:")[0].partition("notices:")[0]


def test_every_sample_has_a_tree() -> None:
    samples = {path.name for path in SAMPLES.iterdir() if path.suffix in FORMATS}
    assert samples == set(NAMES)
