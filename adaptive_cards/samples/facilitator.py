"""What the facilitator sees: the cockpit, warnings, the lead; and the private nudges that it can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import FIVE, MAIJA, SESSION, SEVEN, Material, Named, at
from dialogs import messages as m
from dialogs.planner import Concern
from dialogs.verbs import EVERYBODY

_OF_ALL = {
    Concern.TOO_LONG,
    Concern.ROOM_LEFT,
    Concern.FEW_PEOPLE,
    Concern.MANY_PEOPLE,
    Concern.ONE_SITTING,
}


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message)."""
    return (*_cockpits(material), *_warnings(material), *_nudges(material), *_lead())


def _cockpits(material: Material) -> Iterator[Named[m.Message]]:
    lobby = _lobby(material)
    yield "cockpit-lobby-empty", replace(lobby, here=())
    yield "cockpit-lobby", lobby
    yield "cockpit-planned", _planned(material)
    yield "cockpit-slow", replace(lobby, slow=True, mode="remote")
    yield "cockpit-late", replace(_gather(material), late_minutes=9, cuts=_cuts(material))
    yield "cockpit-exchange", _exchange(material)
    yield "cockpit-gather", _gather(material)
    yield "cockpit-pick", _pick(material)
    yield "cockpit-shape", _shape(material)
    yield "cockpit-last", _last(material)
    yield "cockpit-paused", replace(_gather(material), stage=m.Stage.PAUSED)
    yield "cockpit-closed", replace(_last(material), stage=m.Stage.CLOSED)
    yield "cockpit-old", replace(_gather(material), live=False)


def _lobby(material: Material) -> m.Cockpit:
    return m.Cockpit(
        session=SESSION,
        stage=m.Stage.LOBBY,
        live=True,
        visit=0,
        step="",
        kind="",
        next_step=material.workshop.steps[0].id,
        began_at=None,
        ends_at=None,
        over=False,
        late_minutes=0,
        here=FIVE,
        ready=(),
        waiting=(),
        silent=(),
        not_reached=(),
        aside=(),
        groups=(),
        agenda=material.agenda(),
        shapes=(),
        can_regroup=False,
        can_go_back=False,
        picture_trouble="",
    )


def _planned(material: Material) -> m.Cockpit:
    """Planned for a time, with everything that there can be to know of it."""
    step = material.workshop.steps[0].id
    cautions = tuple(m.CautionView(one, "" if one in _OF_ALL else step, 25) for one in Concern)
    agenda = tuple(
        replace(line, pause=15, new_sitting=True, wishes=index) if index <= 1 else line
        for index, line in enumerate(material.agenda())
    )
    return replace(
        _lobby(material),
        length=240,
        mode="hybrid",
        cautions=cautions,
        cuts=_cuts(material),
        agenda=agenda,
    )


def _cuts(material: Material) -> tuple[m.CutView, ...]:
    """One step shorter, one left out."""
    one, other = (step.id for step in material.workshop.steps[:2])
    return m.CutView(one, 15, 10), m.CutView(other, 10, 0)


def running(material: Material, kind: str) -> m.Cockpit:
    """The panel while the first step of a kind goes on."""
    steps = [step.id for step in material.workshop.steps if step.on]
    now = next(step.id for step in material.workshop.steps if step.kind == kind and step.on)
    following = steps[steps.index(now) + 1 :]
    return replace(
        _lobby(material),
        stage=m.Stage.RUNNING,
        visit=6,
        step=now,
        kind=kind,
        next_step=following[0] if following else "",
        began_at=at(40),
        ends_at=at(50),
        here=SEVEN,
        agenda=material.agenda(now),
        can_go_back=True,
    )


def _exchange(material: Material) -> m.Cockpit:
    groups = (
        m.GroupLine(1, FIVE[:2], turns=4, turns_all=4, ready=2),
        m.GroupLine(2, FIVE[2:], turns=1, turns_all=6),
    )
    return replace(
        running(material, "exchange"),
        ready=FIVE[:2],
        waiting=FIVE[2:],
        silent=("Omar",),
        aside=("Jukka",),
        not_reached=("Åsa",),
        groups=groups,
        can_regroup=True,
        over=True,
        late_minutes=9,
    )


def _gather(material: Material) -> m.Cockpit:
    groups = (
        m.GroupLine(1, SEVEN[:3], notes=7, cells_begun=5, cells=8, ready=1),
        m.GroupLine(2, SEVEN[3:], notes=0, cells_begun=0, cells=8),
    )
    trouble = "missing_scope"
    return replace(
        running(material, "gather"),
        ready=("Anna",),
        waiting=SEVEN[1:],
        silent=SEVEN[3:],
        groups=groups,
        can_regroup=True,
        can_repeat=True,
        picture_trouble=trouble,
    )


def _pick(material: Material) -> m.Cockpit:
    groups = (m.GroupLine(1, SEVEN[:3], picks=2, ready=3), m.GroupLine(2, SEVEN[3:]))
    return replace(
        running(material, "pick"), ready=SEVEN[:3], waiting=SEVEN[3:], groups=groups, late_minutes=70
    )


def _shape(material: Material) -> m.Cockpit:
    others = tuple(step.id for step in material.shapes if not step.on)
    return replace(running(material, "shape"), shapes=others)


def _last(material: Material) -> m.Cockpit:
    return replace(running(material, "close"), ready=SEVEN[:5], waiting=SEVEN[5:])


def _warnings(material: Material) -> Iterator[Named[m.Message]]:
    gather, brief = material.gather.id, material.step("brief").id
    yield (
        "warned",
        m.Warned(SESSION, live=True, visit=7, step=gather, over=False, groups_writing=2, groups_all=3),
    )
    yield (
        "warned-over",
        m.Warned(SESSION, live=True, visit=7, step=gather, over=True, groups_writing=1, groups_all=3),
    )
    yield (
        "warned-alone",
        m.Warned(SESSION, live=True, visit=1, step=brief, over=False, groups_writing=0, groups_all=0),
    )
    yield (
        "warned-alone-over",
        m.Warned(SESSION, live=True, visit=1, step=brief, over=True, groups_writing=0, groups_all=0),
    )
    yield (
        "warned-old",
        m.Warned(SESSION, live=False, visit=7, step=gather, over=True, groups_writing=1, groups_all=3),
    )
    yield "two-left", m.TwoLeft(gather, at(85))


def _nudges(material: Material) -> Iterator[Named[m.Message]]:
    for kind, verb, args in (
        ("gather", "note", ("g2",)),
        ("discuss", "note", (EVERYBODY,)),
        ("exchange", "turn", ("0",)),
        ("exchange", "", ()),
        ("pick", "pick", ("g1",)),
        ("close", "feedback", ()),
        ("brief", "", ()),
    ):
        step = material.step(kind).id
        write_args = (step, *args) if args else ()
        name = f"nudge-{kind}" if verb else f"nudge-{kind}-waits"
        yield name, m.Nudge(SESSION, step, kind, live=True, write=verb, write_args=write_args)
    gather = material.gather.id
    yield "nudge-old", m.Nudge(SESSION, gather, "gather", live=False, write="note", write_args=(gather, "g2"))


def _lead() -> Iterator[Named[m.Message]]:
    yield "lead-offer", m.LeadOffer(SESSION, live=True, names=(MAIJA,))
    yield "lead-offer-taken", m.LeadOffer(SESSION, live=False, names=("Omar",))
