"""Pictures (kukka, puu, lotus …) drawn from what people wrote: data → SVG → PNG, nothing else."""

from adaptive_cards.pictures.png import PictureTooLargeError, to_png
from adaptive_cards.pictures.shapes import SHAPES, draw
from adaptive_cards.pictures.spec import Axis, Link, PictureItem, PictureSpec, UnknownShapeError

UnknownShape = UnknownShapeError

__all__ = [
    "SHAPES",
    "Axis",
    "Link",
    "PictureItem",
    "PictureSpec",
    "PictureTooLargeError",
    "UnknownShape",
    "UnknownShapeError",
    "draw",
    "to_png",
]
