"""The desk's own answers."""

from __future__ import annotations

from datetime import date, time

from adaptive_cards.samples.material import MAIJA, OPENED, SESSION, Material, Named
from dialogs import desk_messages as d
from dialogs.calendar.dates import Problem

HOSTILE = "<!channel> **alota** @all"
"""Somebody's idea of a command."""


def samples(material: Material) -> tuple[Named[d.DeskMessage], ...]:
    """(name, message)."""
    return (*_helping(material), *_refusing(), *_speaking(), *_own())


def _helping(material: Material) -> tuple[Named[d.DeskMessage], ...]:
    minutes = sum(step.minutes for step in material.workshop.steps if step.on)
    title, question = material.words.title, material.words.question
    one = d.WorkshopLine(material.workshop.called, title, question, minutes)
    other = d.WorkshopLine("kehitys 3", title, question, minutes, series=title)
    return (
        ("help-lobby", d.Help(d.Where.LOBBY, SESSION, leads=True)),
        ("help-running", d.Help(d.Where.RUNNING, SESSION, leads=True)),
        ("help-running-participant", d.Help(d.Where.RUNNING, SESSION)),
        ("help-elsewhere", d.Help(d.Where.ELSEWHERE)),
        ("workshops", d.WorkshopList((one,))),
        ("workshops-series", d.WorkshopList((one, other))),
        ("workshops-none", d.WorkshopList(())),
        ("unknown-workshop", d.UnknownWorkshop("99", (one,))),
    )


def _refusing() -> tuple[Named[d.DeskMessage], ...]:
    return (
        ("unknown-command", d.UnknownCommand("alota", ("aloita 1",))),
        ("unknown-command-two", d.UnknownCommand("ta", ("tila", "tauko"))),
        ("unknown-command-hostile", d.UnknownCommand(HOSTILE * 9)),
        ("channel-only", d.ChannelOnly("aloita 1")),
        ("already-running", d.AlreadyRunning(SESSION, 1, OPENED, (MAIJA,))),
        ("already-running-since", d.AlreadyRunning(SESSION, 1, OPENED, (MAIJA, "Omar"), today=False)),
        ("own-times", d.OwnTimes((), time(9), time(16))),
        ("own-times-away", d.OwnTimes(((date(2026, 12, 23), date(2027, 1, 6)),) * 3, time(8), time(15, 30))),
        ("when-unclear", d.WhenUnclear(HOSTILE, Problem.UNKNOWN)),
        ("when-past", d.WhenUnclear("1.1.2020", Problem.PAST)),
        ("when-too-far", d.WhenUnclear("1.1.2040", Problem.TOO_FAR)),
        (
            "when-ambiguous",
            d.WhenUnclear("ensi tiistaina", Problem.AMBIGUOUS, (date(2026, 12, 1), date(2026, 12, 8))),
        ),
        ("hours-unclear", d.HoursUnclear(HOSTILE)),
        ("nothing-here", d.NothingHere()),
        ("nothing-here-direct", d.NothingHere(direct=True)),
        ("trouble", d.PlatformTrouble("Slack")),
        ("went-wrong", d.WentWrong()),
        ("for-you-alone", d.ForYouAlone()),
        ("too-long", d.TooLong(50_000, 500)),
        ("facilitator-unknown", d.FacilitatorUnknown()),
        ("facilitator-not-joined", d.FacilitatorUnknown(named=True)),
    )


def _speaking() -> tuple[Named[d.DeskMessage], ...]:
    return (
        ("language-changed", d.LanguageChanged("en")),
        ("language-unknown", d.UnknownLanguage("klingon", ("fi", "en"))),
        ("language-which", d.UnknownLanguage("", ("fi", "en"))),
    )


def _own() -> tuple[Named[d.DeskMessage], ...]:
    return (
        ("my-data", d.MyData("data-1", "tietosi.json", 2)),
        ("my-data-one", d.MyData("data-2", "tietosi.json", 1)),
        ("my-data-nothing", d.MyData("", "", 0)),
        ("forget-question", d.ForgetQuestion(2)),
        ("forget-question-one", d.ForgetQuestion(1)),
        ("forget-question-none", d.ForgetQuestion(0)),
        ("forgotten", d.Forgotten(sessions=2, notes=7, turns=4, feedback=2)),
        ("forgotten-one", d.Forgotten(sessions=1, notes=1, turns=1, feedback=1)),
        ("forgotten-nothing", d.Forgotten()),
    )
