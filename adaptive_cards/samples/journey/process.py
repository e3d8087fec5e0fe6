"""Processes: every card, form and reminder in every state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from adaptive_cards.samples.material import Named
from dialogs.calendar.due import Kind
from dialogs.journey.messages import Digest, DigestLine, JourneyForm, JourneyMessage, OwnLine, OwnThings
from dialogs.journey.process import messages as m
from dialogs.journey.process.state import Answer, MeetingState, Phase, Verdict

JOURNEY = "j1"
SLUG = "kehitysprosessi"
STARTS = datetime(2027, 3, 9, 7, 0, tzinfo=UTC)
"""9.00 in Helsinki."""
_LAST = "kuusi-kuukautta"
_KINDS = ("orientation", *("workshop",) * 7, *("follow_up",) * 2)
PEOPLE = (("teams:t:anna", "Anna"), ("teams:t:ville", "Ville"), ("teams:t:maija", "Maija"))


def meeting(number: int, **changes: object) -> m.MeetingLine:
    """The meeting of that number, three weeks after the one before."""
    starts = STARTS + timedelta(days=21 * number)
    made = m.MeetingLine(
        id=f"t{number}",
        ids=(f"t{number}",),
        kind=_KINDS[number],
        workshops=(f"kehitys-{number}",),
        starts=starts,
        ends=starts + timedelta(hours=3),
        why="normal",
        state=MeetingState.COMING,
        start=f"kehitys-{number}",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


ALL = tuple(map(meeting, range(10)))
MIXED = (
    meeting(0, state=MeetingState.HELD, start=""),
    meeting(1, state=MeetingState.HELD, start=""),
    meeting(2, ids=("t2", "t3"), workshops=("kehitys-2", "kehitys-3"), why="asked"),
    meeting(4, state=MeetingState.SKIPPED, start=""),
    meeting(5, why="holiday"),
    meeting(6, why="quiet_month"),
    meeting(7, why="gap"),
    meeting(8, why="absence"),
    meeting(9, id="x10", ids=("x10",), kind="extra", workshops=(), why="asked", start=""),
)
PROMISES = (
    m.PromiseLine("esihenkilo", "supervisor", "Liisa", Answer.YES, ""),
    m.PromiseLine("tyoaika", "working_time", "Maija", Answer.YES, "Perjantaisin klo 13–14", again=True),
    m.PromiseLine("tyoskentely", "agreement", "Maija", Answer.YES, "Jokaisella on tilaa puhua"),
    m.PromiseLine("seuranta", "agreement", "", None, ""),
)
PRACTICES = (
    m.PracticeLine(1, "Aamupäivät rauhassa, neuvonta iltapäivällä", "Omar"),
    m.PracticeLine(2, "Jokaisella ohjeella on omistaja", "Sari", Verdict.HOLDS, "Maanantait vielä lipsuvat."),
    m.PracticeLine(3, "Työpari ruuhkapäiviin", "", Verdict.CHANGE),
)
MAP = m.ProcessMap(
    journey=JOURNEY,
    number=1,
    slug=SLUG,
    phase=Phase.GOING,
    done=1,
    total=8,
    meetings=MIXED,
    next=MIXED[2],
    facilitators=("Maija", "Jukka"),
    promises=PROMISES,
    tasks=1,
    cycle=True,
)
OVER = tuple(replace(one, state=MeetingState.HELD, start="") for one in ALL)


def samples() -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*_plans(), *_maps(), *_private(), *_people(), *_follow_ups())


def _plans() -> Iterator[Named[JourneyMessage]]:
    yield "process-choices", m.ProcessChoices(JOURNEY, (SLUG, "tyokirja"))
    yield "process-choices-archived", m.ProcessChoices(JOURNEY, (SLUG,), archived=1)
    yield "process-choices-none", m.ProcessChoices(JOURNEY, ())
    plan = m.ProcessPlan(JOURNEY, 1, SLUG, ALL, ("Maija",))
    yield "process-plan", plan
    yield "process-plan-why", replace(plan, meetings=MIXED)
    yield "process-plan-unknown", replace(plan, slug="oma-prosessi")
    yield "process-plan-old", replace(plan, open=False, agreed=True)
    yield "process-plan-dropped-old", replace(plan, open=False)


def _maps() -> Iterator[Named[JourneyMessage]]:
    yield "process-map", MAP
    begun = replace(MAP, done=0, total=9, meetings=ALL, next=ALL[0], promises=(), tasks=0)
    yield "process-map-begun", begun
    yield "process-map-long", replace(begun, meetings=ALL * 3, promises=PROMISES, practices=PRACTICES * 4)
    yield "process-map-private", replace(MAP, private=True, refused=True)
    asked = (replace(PROMISES[0], answer=Answer.ASKED),)
    yield "process-map-asked", replace(MAP, promises=asked)
    yield "process-map-unled", replace(MAP, facilitators=(), unled=True)
    yield "process-map-paused", replace(MAP, phase=Phase.PAUSED)
    yield "process-map-paused-until", replace(MAP, phase=Phase.PAUSED, until=date(2027, 8, 9))
    evaluated = replace(MAP, next=ALL[8], evaluation=True, tasks=2)
    yield "process-map-evaluation", evaluated
    yield "process-map-extra", replace(MAP, next=MIXED[-1])
    last = replace(MAP, next=ALL[9], asks_practices=True)
    yield "process-map-last", last
    followed = replace(
        MAP,
        phase=Phase.FOLLOWED,
        done=9,
        total=9,
        meetings=OVER,
        next=None,
        tasks=0,
        practices=PRACTICES,
        asks_practices=True,
        follow_ups=(("kolme-kuukautta", date(2027, 12, 14)), (_LAST, date(2028, 3, 14))),
    )
    yield "process-map-followed", followed
    archived = replace(followed, phase=Phase.ARCHIVED, asks_practices=False, follow_ups=())
    yield "process-map-archived-old", archived
    yield "process-map-past-old", m.ProcessMapPast(SLUG, 2, 9)


def _private() -> Iterator[Named[JourneyMessage]]:
    desk = m.ProcessDesk(JOURNEY, 1, SLUG, Phase.GOING, past=ALL[3], late=False, asks=True, records=True)
    yield "process-desk", desk
    yield "process-desk-late", replace(desk, late=True)
    yield "process-desk-paused", replace(desk, phase=Phase.PAUSED)
    yield "process-desk-proposed", replace(desk, phase=Phase.PROPOSED, past=None)
    yield "process-desk-followed", replace(desk, phase=Phase.FOLLOWED, past=None, asks=False)
    later = timedelta(days=7)
    move = m.MoveAsked(
        JOURNEY,
        1,
        SLUG,
        ALL[2],
        ALL[2].starts + later,
        tuple((one, one.starts + later) for one in ALL[3:5]),
        (),
        ("1", "t2", "2027-04-27", "09:00"),
    )
    yield "process-move", move
    every = ("holiday", "absence", "too_soon", "too_late", "long_after")
    yield "process-move-cautions", replace(move, shifts=(), cautions=every)
    yield "process-move-july", replace(move, shifts=(), cautions=("quiet_month",))
    steps = ("tavoitetila", "tunnistaminen", "voimaannuttaminen", "yhteiskehittaminen", "valtuuttaminen")
    cycle = m.CycleView(SLUG, (*steps, "soveltaminen", "kokeileminen", "onnistumiset", "uudet-tavoitetilat"))
    yield "process-cycle", cycle
    line = m.ArchiveLine(SLUG, date(2026, 3, 10), 9, 9, PRACTICES)
    yield "process-archive", m.ProcessArchive((line, replace(line, slug="tyokirja", practices=())))
    yield "process-archive-none", m.ProcessArchive(())


def _people() -> Iterator[Named[JourneyMessage]]:
    asked = m.PromiseAsked(JOURNEY, 1, SLUG, "esihenkilo", "Maija", Answer.ASKED)
    yield "process-promise", asked
    yield "process-promise-yes", replace(asked, answer=Answer.YES)
    yield "process-promise-talk", replace(asked, answer=Answer.TALK)
    yield "process-promise-unknown", replace(asked, slug="oma-prosessi")
    yield "process-talk", m.PromiseTalk(SLUG, "esihenkilo", "Liisa")
    yield "process-dates", m.MeetingDates(JOURNEY, 1, SLUG, ALL, STARTS, 0)
    missed = m.MeetingMissed(JOURNEY, 1, SLUG, ALL[3], settled=False)
    yield "process-missed", missed
    yield "process-missed-old", replace(missed, settled=True)
    picks = ("Aamun rauha", "Ohjeet yhteen paikkaan")
    away = m.CatchUp(JOURNEY, 1, SLUG, OVER[1], people=6, picks=picks, tasks=1, next=ALL[2])
    yield "process-catch-up", away
    yield "process-catch-up-tasks", replace(away, picks=(), tasks=2)
    yield "process-catch-up-next", replace(away, picks=(), people=1, tasks=0)
    yield "process-catch-up-last", replace(away, tasks=0, next=None)


def _follow_ups() -> Iterator[Named[JourneyMessage]]:
    card = m.FollowUpCard(JOURNEY, 1, SLUG, "kolme-kuukautta", PRACTICES)
    yield "process-follow-up", card
    yield "process-follow-up-none", replace(card, practices=())
    yield "process-follow-up-unknown", replace(card, slug="oma-prosessi")
    dropped = replace(PRACTICES[0], verdict=Verdict.DROPPED)
    yield "process-follow-up-over-old", replace(card, practices=(dropped,), open=False, follow_up=_LAST)
    kinds = (Kind.WORKSHOP_WEEK, Kind.WORKSHOP_DAY, Kind.WORKSHOP_HOUR)
    for index, kind in enumerate(kinds):
        nudge = m.MeetingNudge(kind, 1, SLUG, ALL[index + 1], leads=True)
        line = DigestLine(JOURNEY, "tietotyon-muutos", f"meeting/1/t{index + 1}", kind, nudge)
        yield f"process-nudge-{kind}", Digest(date(2027, 3, 29), (line,))
    things = (
        OwnLine(JOURNEY, "tietotyon-muutos", m.OwnMeeting(1, SLUG, ALL[2], 1, 9)),
        OwnLine("j2", "teknologiat-tyossa", m.OwnMeeting(1, "tyokirja", ALL[3], 2, 5)),
        OwnLine("j3", "kehitys-9", m.OwnPractice(1, "kolme-kuukautta", PRACTICES[0].text)),
    )
    yield "process-own", OwnThings(things)
    own = m.FollowUpNudge(1, SLUG, "kolme-kuukautta", (PRACTICES[0].text,))
    line = DigestLine(JOURNEY, "kehitys-9", "follow-up/1/kolme-kuukautta", Kind.FOLLOW_UP, own)
    yield "process-nudge-follow-up", Digest(date(2027, 12, 14), (line,))


def form_samples() -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    return tuple(_forms())


def _forms() -> Iterator[Named[JourneyForm]]:
    days = (date(2027, 3, 9), date(2027, 3, 16))
    start = m.ProcessStartForm(JOURNEY, SLUG, 3, 4, 180)
    yield "form-process-start", start
    yield "form-process-start-days", replace(start, days=days, typed="ensi tiistaina")
    move = m.MeetingMoveForm(JOURNEY, 1, SLUG, ALL, chosen="t0")
    yield "form-meeting-move", move
    yield "form-meeting-move-days", replace(move, days=days, typed="ensi tiistaina")
    yield "form-meeting-change", m.MeetingChangeForm(JOURNEY, 1, SLUG, MIXED[2:])
    add = m.MeetingAddForm(JOURNEY, 1, ("kehitys-0", "kehitys-1"))
    yield "form-meeting-add", add
    yield "form-meeting-add-days", replace(add, days=days, typed="ensi tiistaina")
    pause = m.ProcessPauseForm(JOURNEY, 1)
    yield "form-process-pause", pause
    yield "form-process-pause-days", replace(pause, days=days, typed="ensi tiistaina")
    yield "form-process-lead", m.ProcessLeadForm(JOURNEY, 1, PEOPLE)
    yield "form-process-ask", m.ProcessAskForm(JOURNEY, 1, SLUG, ("esihenkilo",), PEOPLE)
    promises = (("tyoaika", "Perjantaisin klo 13–14"), ("tyoskentely", ""), ("seuranta", ""))
    yield "form-process-promise", m.ProcessPromiseForm(JOURNEY, 1, SLUG, promises)
    yield "form-practice-add", m.PracticeForm(JOURNEY, 1, SLUG, PEOPLE)
    yield "form-practice-check", m.PracticeCheckForm(JOURNEY, 1, "kolme-kuukautta", PRACTICES)
