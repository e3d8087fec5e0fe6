"""Canvases that not everybody sees, stories, tables, dots, and the pictures of what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import FIVE, SESSION, Material, Named, at
from content.steps import GatherStep, ShapeStep
from dialogs import messages as m

_AUDIENCES = {
    "parin-pohja": m.Audience.GROUP,
    "oma-swot": m.Audience.SELF,
    "yksin": m.Audience.SELF_NOW,
}


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message); `material` is the example."""
    return (
        *_boards(),
        *_sheets(material),
        *_together(material),
        *_picks(material),
        *_shapes(material),
    )


def _boards() -> Iterator[Named[m.Message]]:
    for step, audience in _AUDIENCES.items():
        board = m.GatherBoard(
            SESSION,
            step,
            live=True,
            ends_at=at(85),
            groups=4,
            groups_writing=2,
            notes=5,
            ready=1,
            here=7,
            audience=audience,
        )
        yield f"gather-board-{audience}", board


def _sheets(material: Material) -> Iterator[Named[m.Message]]:
    for step, audience in _AUDIENCES.items():
        people = {m.Audience.GROUP: FIVE[:2]}.get(audience, FIVE[:1])
        sheet = _sheet(material, step, audience, people)
        yield f"sheet-{audience}", sheet
        yield f"sheet-{audience}-old", replace(sheet, live=False, ends_at=None)
    pair = _sheet(material, "parin-pohja", m.Audience.GROUP, FIVE[:3])
    yield "sheet-group-trio", pair
    yield "sheet-group-four", replace(pair, names=FIVE[:4])
    yield "sheet-group-moved", replace(pair, live=False, ends_at=None, names=(), notes=0, cells_begun=0)


def _sheet(material: Material, step: str, audience: m.Audience, people: tuple[str, ...]) -> m.GroupCanvas:
    found = material.gathering(step)
    return m.GroupCanvas(
        session=SESSION,
        step=step,
        visit=3,
        group_id="g2",
        group=2,
        live=True,
        names=people,
        recorder=people[0],
        ends_at=at(85),
        canvas=material.canvas(found, 1),
        notes=2,
        cells_begun=2,
        audience=audience,
    )


def _together(material: Material) -> Iterator[Named[m.Message]]:
    hidden = _talk(material, "tavoitelaput", 0)
    kept = replace(hidden, hidden=12, audience=m.Audience.HIDDEN)
    yield "together-hidden", kept
    yield "together-hidden-one", replace(kept, hidden=1)
    yield "together-hidden-none", replace(kept, hidden=0)
    yield "together-shown-old", replace(_talk(material, "tavoitelaput"), live=False, ends_at=None)
    yield "story", _talk(material, "tarina")
    yield "story-empty", _talk(material, "tarina", 0)
    yield "story-old", replace(_talk(material, "tarina"), live=False, ends_at=None)
    yield "story-of-summary", m.SummaryCanvas(0, (), material.canvas(material.gathering("tarina"), 2), 0)
    yield "table", _talk(material, "sopiminen")
    yield "table-of-summary", m.SummaryCanvas(0, (), material.canvas(material.gathering("sopiminen"), 2), 0)
    yield "examples-of-table", m.StepInfo("sopiminen", ("paatos",))
    yield "stored-private", m.StoredInfo(("Maija",))


def _talk(material: Material, step: str, most: int = 2) -> m.Discuss:
    canvas = material.canvas(material.gathering(step), most)
    return m.Discuss(SESSION, step, visit=4, live=True, ends_at=at(30), canvas=canvas, ready=2, here=7)


def _picks(material: Material) -> Iterator[Named[m.Message]]:
    own = m.PickBoard(
        SESSION,
        "swot-nostot",
        "oma-swot",
        live=True,
        ends_at=at(95),
        budget=3,
        groups=0,
        groups_done=0,
        by="person",
        voters=4,
        here=7,
        private=True,
    )
    found = material.written("oma-swot")
    yield "pick-own", own
    yield "pick-own-one", replace(own, budget=1)
    yield "pick-own-old", replace(own, live=False, ends_at=None, tally=found)
    dots = replace(own, step="pisteet", notes_of="tavoitelaput", by="everybody", private=False)
    voted = tuple(replace(one, votes=3 - n) for n, one in enumerate(material.written("tavoitelaput")[:2]))
    yield "pick-dots", dots
    yield "pick-dots-one", replace(dots, budget=1)
    yield "pick-dots-old", replace(dots, live=False, ends_at=None, tally=voted)
    yield "pick-dots-none-old", replace(dots, live=False, ends_at=None)


def _shapes(material: Material) -> Iterator[Named[m.Message]]:
    for step in material.shapes:
        of = _words_of(material, step)
        items, axes = _items(material, step, of), material.axes if step.shape == "axes" else ()
        picture = m.PictureView(f"pic-{step.id}", step.id, step.shape, items, (), of, axes)
        yield f"drawn-{step.id}", m.Shape(step.id, picture, items, of, from_notes=True)
    begun = material.written("parin-pohja")[:1]
    few = m.PictureView("pic-few", "nelikenttakuva", "quadrant", begun, (), "parin-pohja")
    yield "drawn-with-empty-fields", m.Shape("nelikenttakuva", few, begun, "parin-pohja", from_notes=True)
    yield "drawn-nothing", m.Shape("nelikenttakuva", None, (), "parin-pohja", from_notes=True)


def _words_of(material: Material, step: ShapeStep) -> str:
    found = material.workshop.by_id[step.notes_of]
    return "oma-swot" if found.kind == "merge" else found.id


def _items(material: Material, step: ShapeStep, of: str) -> tuple[m.PickView, ...]:
    if not isinstance(material.workshop.by_id[of], GatherStep):
        return ()
    found = material.written(of)
    if step.shape != "swot":
        return found
    weak = next(one for one in found if one.cell == "heikkoudet")
    better = material.words.steps["yhteinen-swot"].examples[0]
    same = replace(weak, votes=2)
    return (
        *(same if one is weak else one for one in found),
        m.PickView("vahvuudet", better, 0, origin=weak.text),
    )
