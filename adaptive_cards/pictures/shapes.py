"""From a picture's data to its SVG: `draw` chooses the shape; the contents page is at the foot."""

from __future__ import annotations

from collections.abc import Callable

from adaptive_cards.pictures.flower import draw_flower
from adaptive_cards.pictures.lotus import draw_lotus
from adaptive_cards.pictures.spec import PictureSpec, UnknownShapeError
from adaptive_cards.pictures.tree import draw_tree


def draw(spec: PictureSpec) -> str:
    """The picture as SVG 1.1 with title and description for screen readers.

    Raises:
        UnknownShapeError: no shape has the name `spec.shape`.
    """
    shape = SHAPES.get(spec.shape)
    if shape is None:
        raise UnknownShapeError(spec.shape, tuple(SHAPES))
    return shape(spec)


SHAPES: dict[str, Callable[[PictureSpec], str]] = {
    "flower": draw_flower,
    "tree": draw_tree,
    "lotus": draw_lotus,
}
