"""One report gives one tree, however it is written."""

from random import Random

import pytest

from tests.structure.outlines import outlined
from tests.structure.shapes import LAYOUTS, Shape, shapes, written

_SHAPES = list(shapes())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_shape_gives_the_tree(layout: str) -> None:
    chosen = Random(layout).sample([shape for shape in _SHAPES if shape.layout == layout], 60)
    missed: list[Shape] = []
    for shape in chosen:
        text, tree = written(shape)
        if outlined(text) != tree:
            missed.append(shape)
    assert missed == []
