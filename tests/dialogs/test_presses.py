"""Every button and form, at every stage, by everybody: a defined answer, never a mistake of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import messages as m
from dialogs.asking import Values
from dialogs.compose import compose
from dialogs.effects import Show
from dialogs.engine import advance
from dialogs.forms import ask, read
from dialogs.presses import answer, event_of
from dialogs.receipts import Code, Receipt
from dialogs.verbs import FORMS, PRESSES
from tests.support.stage import BEGINS, Stage
from tests.support.stage_watch import pid

GRID = "voimavararuudukko"
ANSWERED = {"stored", "examples", "status", "summary", "together", "forget"}
"""Buttons that make no event."""


def lobby() -> Stage:
    stage = Stage()
    stage.joins("Anna", "Ville", "Liisa")
    return stage


def at(step: str) -> Callable[[], Stage]:
    def make() -> Stage:
        stage = Stage()
        stage.begins("Anna", "Ville", "Liisa", step=step)
        return stage

    return make


def paused() -> Stage:
    stage = at(GRID)()
    stage.presses("Maija", "pause")
    return stage


def closed() -> Stage:
    stage = at(GRID)()
    stage.presses("Maija", "end")
    return stage


STAGES = {
    "lobby": lobby,
    "brief": at("toimintatavat"),
    "discuss": at("muutoskeskustelu"),
    "exchange": at("joo-ja"),
    "gather": at(GRID),
    "pick": at("nostot"),
    "shape": at("voimavarakukka"),
    "close": at("lopetus"),
    "paused": paused,
    "closed": closed,
}
ROLES = {"facilitator": "Maija", "participant": "Anna", "stranger": "Tuomas"}
STEERING = (
    *("begin", "next", "back", "skip", "more", "pause", "resume", "remind"),
    *("regroup", "regroup-same", "end", "cut"),
)
# By stage: what the facilitator's button answers.
FACILITATORS = {
    "begin": {"lobby": Code.DONE, "closed": Code.CLOSED, "": Code.ALREADY_STARTED},
    "next": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "": Code.DONE},
    "back": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "brief": Code.FIRST_STEP, "": Code.DONE},
    "skip": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "": Code.DONE},
    "more": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "paused": Code.PAUSED, "": Code.TIME_ADDED},
    "pause": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "": Code.PAUSED},
    "resume": {"closed": Code.CLOSED, "paused": Code.RESUMED, "": Code.NOT_PAUSED},
    "remind": {
        "lobby": Code.NOT_STARTED,
        "closed": Code.CLOSED,
        "brief": Code.NOBODY_TO_REMIND,
        "pick": Code.NOBODY_TO_REMIND,
        "shape": Code.NOBODY_TO_REMIND,
        "": Code.REMINDED,
    },
    "regroup": {
        "lobby": Code.NOT_STARTED,
        "closed": Code.CLOSED,
        "exchange": Code.DONE,
        "gather": Code.DONE,
        "paused": Code.DONE,
        "": Code.NO_GROUPS,
    },
    "regroup-same": {"lobby": Code.NOT_STARTED, "closed": Code.CLOSED, "": Code.NO_GROUPS},
    "cut": {"closed": Code.CLOSED, "": Code.DONE},
    "end": {"closed": Code.CLOSED, "": Code.DONE},
}
# By stage: what anybody's button answers, by role.
ANYBODYS: dict[str, dict[str, dict[str, Code]]] = {
    "join": {
        "facilitator": {"closed": Code.CLOSED, "": Code.JOINED},
        "participant": {"closed": Code.CLOSED, "": Code.ALREADY_IN},
        "stranger": {"closed": Code.CLOSED, "": Code.JOINED},
    },
    "leave": {
        "facilitator": {"": Code.LEFT},
        "participant": {"": Code.LEFT},
        "stranger": {"": Code.NOT_IN},
    },
    "takeover": {
        "facilitator": {"closed": Code.CLOSED, "": Code.ONE_ALREADY},
        "participant": {"closed": Code.CLOSED, "": Code.LEAD_IS_TAKEN},
        "stranger": {"closed": Code.CLOSED, "": Code.LEAD_IS_TAKEN},
    },
    "ready": {
        "facilitator": {"lobby": Code.UNKNOWN, "closed": Code.CLOSED, "": Code.NOT_IN},
        "participant": {"lobby": Code.UNKNOWN, "closed": Code.CLOSED, "": Code.DONE},
        "stranger": {"lobby": Code.UNKNOWN, "closed": Code.CLOSED, "": Code.NOT_IN},
    },
    "arrive": {
        "facilitator": {"closed": Code.CLOSED, "exchange": Code.NOT_IN, "": Code.NOT_IN},
        "participant": {"closed": Code.CLOSED, "exchange": Code.DONE, "": Code.UNKNOWN},
        "stranger": {"closed": Code.CLOSED, "exchange": Code.NOT_IN, "": Code.NOT_IN},
    },
    "recorder": {
        "facilitator": {"lobby": Code.UNKNOWN, "closed": Code.CLOSED, "": Code.NOT_IN},
        "participant": {
            "lobby": Code.UNKNOWN,
            "closed": Code.CLOSED,
            "exchange": Code.DONE,
            "gather": Code.DONE,
            "pick": Code.DONE,
            "paused": Code.DONE,
            "": Code.NOT_YOURS,
        },
        "stranger": {"lobby": Code.UNKNOWN, "closed": Code.CLOSED, "": Code.NOT_IN},
    },
    "shape": {
        "facilitator": {"closed": Code.CLOSED, "": Code.UNKNOWN},
        "participant": {"closed": Code.CLOSED, "": Code.FACILITATORS_ONLY},
        "stranger": {"closed": Code.CLOSED, "": Code.FACILITATORS_ONLY},
    },
}


MADE = {name: make() for name, make in STAGES.items()}
"""Shared by all: nothing is done to them, `advance` and `read` are pure."""


def pressed(stage: Stage, name: str, verb: str, args: tuple[str, ...]) -> Code:
    """The answer; all that it would show can be composed, and what is refused changes nothing."""
    event = event_of(verb, args, pid(name), name, "fi")
    if event is None:
        return Code.UNKNOWN
    turn = advance(stage.session, event, stage.clock)
    for effect in turn.effects:
        if isinstance(effect, Show):
            compose(turn.session, effect.board, effect.room, stage.clock)
    assert turn.facts or (turn.session == stage.session and not turn.effects)
    return turn.receipt.code


def expected(verb: str, stage: str, role: str) -> Code:
    if verb in STEERING:
        if role != "facilitator":
            return Code.CLOSED if stage == "closed" else Code.FACILITATORS_ONLY
        return FACILITATORS[verb].get(stage, FACILITATORS[verb][""])
    return ANYBODYS[verb][role].get(stage, ANYBODYS[verb][role][""])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("stage", STAGES)
def test_every_button_at_every_stage_by_everybody(stage: str, role: str) -> None:
    """18 buttons × 10 stages × 3 roles."""
    verbs = sorted(PRESSES - ANSWERED)
    assert set(verbs) == {*STEERING, *ANYBODYS}
    played, name = MADE[stage], ROLES[role]
    answers = {}
    for verb in verbs:
        args = ("no-such",) if verb == "shape" else played.newest(name, verb)
        answers[verb] = pressed(played, name, verb, args)
    assert answers == {verb: expected(verb, stage, role) for verb in verbs}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("stage", STAGES)
def test_every_form_at_every_stage_opens_or_says_why_not(stage: str, role: str) -> None:
    played, name = MADE[stage], ROLES[role]
    for verb in sorted(FORMS):
        args = ("no-such",) if verb == "edit" else played.newest(name, verb)
        found = ask(played.session, verb, args, pid(name), played.clock)
        assert isinstance(found, Receipt) or type(found).__name__ == f"{verb.title().replace('-', '')}Form"
        sent = read(played.session, verb, args, pid(name), {}, "nonce-x", played.clock)
        if not isinstance(sent, dict | Receipt):
            advance(played.session, sent, played.clock)  # type: ignore[arg-type]


def test_forms_that_open() -> None:
    opened = {
        (stage, role, verb)
        for stage, made in MADE.items()
        for role, name in ROLES.items()
        for verb in FORMS - {"edit"}
        if not isinstance(made.opens(name, verb), Receipt)
    }
    running = set(STAGES) - {"closed"}
    assert opened == {
        *((stage, role, "feedback") for stage in STAGES for role in ("facilitator", "participant")),
        *((stage, "facilitator", verb) for stage in running for verb in ("agenda", "item", "lead")),
        ("lobby", "facilitator", "plan"),
        ("lobby", "participant", "wish"),
        ("discuss", "facilitator", "note"),
        *((stage, "participant", "note") for stage in ("discuss", "gather", "paused")),
        *((found[0], "participant", "turn") for found in (("exchange",),) if _annas_turn()),
    }


def _annas_turn() -> bool:
    return MADE["exchange"].writer("Anna") == "Anna"


HOSTILE = (
    "",
    "0",
    "²",
    "٣",
    "-1",
    "1.5",
    "9" * 5000,
    "no-such",
    "<script>",
    "../..",
    "g1",
    "all",
    GRID,
    "1",
    "\x00",
)


@settings(max_examples=400)
@given(
    st.sampled_from(sorted(PRESSES | FORMS | {"", "no-such", "Join"})),
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=3),
    st.sampled_from(sorted(ROLES.values())),
    st.sampled_from(sorted(STAGES)),
)
def test_forged_arguments_get_an_answer_and_break_nothing(
    verb: str, args: list[str], name: str, stage: str
) -> None:
    played, forged = MADE[stage], tuple(args)
    assert pressed(played, name, verb, forged) in Code
    answer(played.session, verb, forged, pid(name), played.clock)
    ask(played.session, verb, forged, pid(name), played.clock)
    values: Values = {
        "text": "x",
        "notes": ("a", "b"),
        "cell": "jakaminen",
        "score": "3",
        "note": "n",
        "how": "x",
    }
    read(played.session, verb, forged, pid(name), values, "nonce-x", played.clock)


@pytest.mark.parametrize("number", ["²", "٣", "", "-1", "1.5", "1e3", "9" * 7, "9" * 5000, " 1", "x"])
def test_what_is_no_number_of_ours_makes_no_event(number: str) -> None:
    for verb in ("next", "back", "skip", "remind", "regroup", "regroup-same"):
        assert event_of(verb, (number,), "p", "P", "fi") is None
    assert event_of("more", ("1", number), "p", "P", "fi") is None
    assert event_of("more", (number, "5"), "p", "P", "fi") is None
    sent = read(MADE["exchange"].session, "turn", ("joo-ja", number), "p", {"text": "x"}, "n", BEGINS)
    assert sent == Receipt(Code.UNKNOWN)


def test_the_private_answers() -> None:
    stage = at(GRID)()
    stage.writes("Anna", "Jaamme", cell="jakaminen")
    cells = stage.session.workshop.by_id[GRID].canvas.ids()  # type: ignore[union-attr]
    told = answer(stage.session, "examples", (GRID, "g1"), pid("Anna"), stage.clock)
    assert told == m.StepInfo(GRID, tuple(one for one in cells if one != "jakaminen"))
    stored = answer(stage.session, "stored", (), pid("Anna"), stage.clock)
    assert stored == m.StoredInfo(("Maija",))
    where = answer(stage.session, "status", (), pid("Anna"), stage.clock)
    assert isinstance(where, m.StatusCard)
    assert (where.step, where.here, where.in_it, where.can_take_over) == (GRID, 3, True, False)
