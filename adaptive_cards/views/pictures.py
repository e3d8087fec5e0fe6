"""Pictures: what is to be drawn (`spec`) and how it stands on a card, with all its words as text."""

from __future__ import annotations

from collections.abc import Iterable

from adaptive_cards.card import Picture
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.words import Words
from content.wording import Point
from dialogs.messages import PickView, PictureView

_LOTUS = "lotus"


def spec(view: PictureView, words: Words) -> PictureSpec:
    """What the picture is drawn from."""
    step = words.step(view.step)
    return PictureSpec(
        shape=view.shape,
        title=step.title,
        center=step.center,
        items=_items(view, words),
        description=alt(view, words),
        language=words.language,
        more=words.phrases.template("picture.more"),
        groups=_groups(view, words),
    )


def picture(view: PictureView, words: Words, *, titled: bool = False) -> Picture:
    """The picture on a card; `titled` where the card itself is called otherwise."""
    return Picture(view.ref, alt(view, words), words.step(view.step).title if titled else "")


def alt(view: PictureView, words: Words) -> str:
    """Everything that the picture shows, as one text."""
    step = words.step(view.step)
    items = "; ".join(_spoken(item, words) for item in _items(view, words))
    return words.text("picture.alt", title=step.title, center=step.center, items=items)


def _spoken(item: PictureItem, words: Words) -> str:
    text = words.text("picture.times", text=item.text, n=item.weight) if item.weight > 1 else item.text
    return f"{text}: {', '.join(_spoken(part, words) for part in item.parts)}" if item.parts else text


def _groups(view: PictureView, words: Words) -> tuple[str, ...]:
    """The names of the colours; none when it is not known which column a cell stands in."""
    if not (view.notes_of and words.structure):
        return ()
    titles = words.step(view.notes_of).columns
    return tuple(titles.get(column, "") for column in view.columns)


def _items(view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    if not view.notes_of:
        return tuple(_point(point, index) for index, point in enumerate(words.step(view.step).points))
    if view.shape == _LOTUS:
        return _by_cell(view, words)
    return _merged(view.items, view, words)


def _point(point: Point, index: int) -> PictureItem:
    return PictureItem(point.label or point.text, point.text if point.label else "", group=index)


def _by_cell(view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    """A lotus opens from the middle: the cells around the theme, the picks of each around the cell."""
    cells = dict.fromkeys(item.cell for item in view.items)
    return tuple(
        PictureItem(
            words.cell(view.notes_of, cell).label,
            group=_colour(view, cell, words),
            parts=_merged((one for one in view.items if one.cell == cell), view, words),
        )
        for cell in cells
    )


def _merged(picks: Iterable[PickView], view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    """What several groups brought up in the same words is one item, and weighs more."""
    same: dict[tuple[str, str], list[PickView]] = {}
    for pick in picks:
        same.setdefault((pick.cell, " ".join(pick.text.casefold().split())), []).append(pick)
    return tuple(
        PictureItem(found[0].text, weight=len(found), group=_colour(view, cell, words))
        for (cell, _), found in same.items()
    )


def _colour(view: PictureView, cell: str, words: Words) -> int:
    column = words.column_of(view.notes_of, cell)
    return view.columns.index(column) if column in view.columns else 0
