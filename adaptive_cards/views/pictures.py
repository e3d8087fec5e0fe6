"""Pictures: what is to be drawn (`spec`) and how it stands on a card, with all its words as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from adaptive_cards.card import Picture
from adaptive_cards.pictures.spec import Axis, PictureItem, PictureSpec
from adaptive_cards.views.axes import axis_title, ends, spoken
from adaptive_cards.views.fields import FIELDS, cells_of, fields, links, shared
from adaptive_cards.views.journey.timeline import timeline_spec
from adaptive_cards.views.parts import DOT
from adaptive_cards.words import Words
from content.wording import Point
from dialogs.journey.diary.messages import TimelineView
from dialogs.messages import AxisView, PickView, PictureView

_LOTUS, _AXES = "lotus", "axes"
_WITHOUT_MIDDLE = frozenset({"axes", "matching", "swot"})


def spec(view: PictureView | TimelineView, words: Words) -> PictureSpec:
    """What the picture is drawn from."""
    if isinstance(view, TimelineView):
        return timeline_spec(view, words)
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
        axes=tuple(_axis(axis, view, words) for axis in view.axes),
        links=links(view, words),
        labels=(words.text("scale.now"), words.text("scale.wished")) if view.shape == _AXES else (),
        base=step.base or _among_all(view, words),
        side=step.side,
    )


def picture(view: PictureView, words: Words, *, titled: bool = False) -> Picture:
    """The picture on a card; `titled` where the card itself is called otherwise."""
    return Picture(view.ref, alt(view, words), words.step(view.step).title if titled else "")


# --- said -----------------------------------------------------------------------------------------


def alt(view: PictureView, words: Words) -> str:
    """Everything that the picture shows, as one text."""
    step = words.step(view.step)
    if view.shape in FIELDS or view.shape == _AXES:
        return words.text("picture.board", title=step.title, content=" ".join(_sentences(view, words)))
    items = "; ".join(_spoken(item, words) for item in _items(view, words))
    return words.text("picture.alt", title=step.title, center=step.center, items=items)


def _sentences(view: PictureView, words: Words) -> Iterator[str]:
    """The middle, the fields one by one, what stands between, under and beside them."""
    step, items = words.step(view.step), _items(view, words)
    if step.center and view.shape not in _WITHOUT_MIDDLE:
        yield words.text("picture.middle", text=step.center)
    for item in items:
        yield words.text("picture.field", label=item.text, items=_content(item, words))
    for axis in view.axes:
        title = axis_title(view.notes_of, axis.axis, words)
        yield words.text("picture.field", label=title, items=spoken(axis, words))
    for link in links(view, words):
        first, second = items[link.first].text, items[link.second].text
        yield words.text("picture.meeting", first=first, second=second, text=link.text)
    if together := shared(view, words):
        yield words.text("picture.field", label=together.text, items=_content(together, words))
    if step.base:
        yield words.text("picture.base", text=step.base)
    if step.side:
        yield words.text("picture.side", text=words.listed(step.side))


def _content(item: PictureItem, words: Words) -> str:
    """What stands in a field; notes with what they were turned into."""
    told = (item.detail, *(_noted(part, words) for part in item.parts))
    return "; ".join(one for one in told if one) or words.text("picture.nothing")


def _noted(item: PictureItem, words: Words) -> str:
    text = words.text("picture.times", text=item.text, n=item.weight) if item.weight > 1 else item.text
    into = ", ".join(part.text for part in item.parts)
    return words.text("merge.turned", text=text, into=into) if into else text


def _spoken(item: PictureItem, words: Words) -> str:
    text = words.text("picture.times", text=item.text, n=item.weight) if item.weight > 1 else item.text
    return f"{text}: {', '.join(_spoken(part, words) for part in item.parts)}" if item.parts else text


# --- drawn ----------------------------------------------------------------------------------------


def _axis(axis: AxisView, view: PictureView, words: Words) -> Axis:
    left, right = ends(view.notes_of, axis.axis, words)
    return Axis(left, right, _answers(axis.now), _answers(axis.wished))


def _among_all(view: PictureView, words: Words) -> str:
    """What stands in the middle of circles, beside its name."""
    together = shared(view, words)
    return DOT.join(part.text for part in together.parts) if together else ""


def _answers(counts: tuple[int, ...]) -> tuple[float, ...]:
    """Each answer as a place between the two ends, 0 to 1."""
    last = max(len(counts) - 1, 1)
    return tuple(place / last for place, count in enumerate(counts) for _ in range(count))


def _groups(view: PictureView, words: Words) -> tuple[str, ...]:
    """The names of the colours; none when they mean nothing, or are not known."""
    if not view.notes_of or view.shape in FIELDS or view.shape == _AXES:
        return ()
    if words.structure and view.columns:
        titles = words.step(view.notes_of).columns
        return tuple(titles.get(column, "") for column in view.columns)
    return tuple(words.cell(view.notes_of, cell).label for cell in _coloured(view, words))


def _coloured(view: PictureView, words: Words) -> tuple[str, ...]:
    """Cells that have a colour each: where there are no columns, and more than one cell."""
    cells = cells_of(view, words) if words.structure and not view.columns else ()
    return cells if len(cells) > 1 else ()


def _items(view: PictureView, words: Words) -> tuple[PictureItem, ...]:
    if view.shape == _AXES:
        return ()
    if not view.notes_of:
        return tuple(_point(point, index) for index, point in enumerate(words.step(view.step).points))
    if view.shape in FIELDS:
        return fields(view, words)
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
        PictureItem(
            found[0].text,
            weight=max(len(found), *(one.votes for one in found)),
            group=_colour(view, cell, words),
        )
        for (cell, _), found in same.items()
    )


def _colour(view: PictureView, cell: str, words: Words) -> int:
    if not view.columns:
        cells = _coloured(view, words)
        return cells.index(cell) if cell in cells else 0
    column = words.column_of(view.notes_of, cell)
    return view.columns.index(column) if column in view.columns else 0
