"""What a picture is drawn from: plain values, made by whoever knows the workshop."""

from __future__ import annotations

from dataclasses import dataclass


class UnknownShapeError(LookupError):
    """No picture of this name exists."""

    def __init__(self, shape: str, known: tuple[str, ...]) -> None:
        """Name the shape that was asked for and the ones that exist."""
        super().__init__(f"unknown picture shape {shape!r}; known: {', '.join(known)}")
        self.shape = shape
        self.known = known


class PictureTooLargeError(ValueError):
    """The picture does not fit into what the chats accept even when it is made small."""


@dataclass(frozen=True, slots=True)
class PictureItem:
    """One petal, leaf, cell, step or column of a picture.

    `weight` above one is shown as "×3"; `group` chooses the colour and the name in `PictureSpec.groups`;
    `parts` are what stands inside it (notes of a cell, the ideas around a lotus petal).
    """

    text: str
    detail: str = ""
    weight: int = 1
    group: int = 0
    parts: tuple[PictureItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """A line between two opposites; `now` and `wished` are people's answers from 0 (left) to 1 (right)."""

    left: str
    right: str
    now: tuple[float, ...] = ()
    wished: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What stands where two items of the picture meet; `first` and `second` are their positions from 0."""

    first: int
    second: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """Everything that one picture shows.

    `more` is a template with `{n}`, shown when not all items fit. `groups` names the colours. `labels`
    are the words a shape needs of its own (axes: now, wished). `base` stands under or around the whole
    (stairs, wheel, added value), or where all circles meet; `side` are the words of the pillar beside the
    stairs.
    """

    shape: str
    title: str
    center: str
    items: tuple[PictureItem, ...]
    description: str = ""
    language: str = "fi"
    more: str = ""
    groups: tuple[str, ...] = ()
    axes: tuple[Axis, ...] = ()
    links: tuple[Link, ...] = ()
    labels: tuple[str, ...] = ()
    base: str = ""
    side: tuple[str, ...] = ()
