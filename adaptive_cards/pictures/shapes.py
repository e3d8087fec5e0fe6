"""From a picture's data to its SVG: `draw` chooses the shape; the contents page is at the foot."""

from __future__ import annotations

from collections.abc import Callable

from adaptive_cards.pictures.axes import draw_axes
from adaptive_cards.pictures.boards import draw_added_value, draw_now_future, draw_quadrant
from adaptive_cards.pictures.circles import draw_circles
from adaptive_cards.pictures.flower import draw_flower
from adaptive_cards.pictures.lotus import draw_lotus
from adaptive_cards.pictures.matching import draw_matching
from adaptive_cards.pictures.spec import PictureSpec, UnknownShapeError
from adaptive_cards.pictures.stairs import draw_stairs
from adaptive_cards.pictures.swot import draw_swot
from adaptive_cards.pictures.timeline import draw_timeline
from adaptive_cards.pictures.tree import draw_tree
from adaptive_cards.pictures.wheel import draw_wheel


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
    "flower": draw_flower,  # kukka
    "tree": draw_tree,  # puu
    "lotus": draw_lotus,  # Lotus Blossom: items with parts
    "quadrant": draw_quadrant,  # nelikenttä: four items with parts
    "swot": draw_swot,  # SWOT: four items with parts; a part's own parts are what it is turned into
    "axes": draw_axes,  # akselit: `axes`, two `labels`
    "circles": draw_circles,  # linkittyvät pallot: 2 to 6 items, `links` between them
    "wheel": draw_wheel,  # kehä: `base` is what surrounds it
    "stairs": draw_stairs,  # portaat: items from the lowest step up, `side`, `base`
    "now_future": draw_now_future,  # nyt ja tulevaisuudessa: two items with parts
    "matching": draw_matching,  # kohtaaminen: layers with parts; parts of one group are joined
    "added_value": draw_added_value,  # lisäarvo: themes with tools as detail and parts, `base`
    "timeline": draw_timeline,  # aikajana: weeks with counts as parts, `labels` name the rows
}
