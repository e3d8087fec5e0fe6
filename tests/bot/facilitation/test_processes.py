"""A process at the desk: begun in a form, its workshops started from buttons, its dates as a file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from adaptive_cards.actions import Action
from adaptive_cards.samples.journey.process import ALL, SLUG, STARTS
from bot.facilitation.speech import Speech
from bot.outbox.calendar_file import calendar_file
from bot.platforms.inbound import BotRemoved, FormSent, Pressed, Reply
from bot.storage.changes import BoardKey
from content.loader import default_library
from dialogs.journey.process.messages import MeetingDates
from dialogs.journey.process.state import Course, Phase
from tests.support.house import CHANNEL, House, caller, delivery, direct, said

MAIJA = caller("maija").person
FIRST = (datetime.now(UTC) + timedelta(days=30)).date()
while FIRST.weekday() != 1 or FIRST.month == 7:
    FIRST += timedelta(days=1)
DATE = f"{FIRST.day}.{FIRST.month}.{FIRST.year}"


async def process(house: House) -> Course:
    kept = await house.core.state.journeys.fetch(journey(house))
    assert kept is not None
    return kept.journey.courses[-1]


def journey(house: House) -> str:
    return house.core.state.journeys.places[CHANNEL.id]


async def sends(house: House, who: str, verb: str, stream: str, *args: str, **values: str) -> Reply:
    form = Action(verb, stream, args)
    return await house.handle(
        FormSent(delivery(), caller(who), CHANNEL, form, "nonce-12345678", dict(values))
    )


async def presses(house: House, who: str, verb: str, *args: str) -> Reply:
    action = Action(verb, journey(house), args)
    return await house.handle(Pressed(delivery(), caller(who), CHANNEL, action))


async def agreed(house: House) -> None:
    """Workshop 1 was held, and Maija's process goes on."""
    await house.to_step("alustus")
    await house.command("maija", "lopeta")
    fields = {"date": DATE, "clock": "12:30", "gap": "3"}
    proposed = await sends(house, "maija", "process-start", journey(house), "kehitysprosessi", **fields)
    assert said(proposed).startswith("Ehdotus on kanavalla.")
    assert said(await presses(house, "maija", "process-accept", "1")) == ""
    await house.settled()


async def test_a_command_opens_the_form_in_a_channel_without_any_workshop(house: House) -> None:
    assert said(await house.command("maija", "prosessi")).startswith("Mikä prosessi aloitetaan?")
    assert said(await house.command("maija", "prosessi aloita kehitys")) == "[Milloin aloitetaan?]"
    assert "kanavalla" in said(await house.command("maija", "prosessi aloita kehitys", at=direct("maija")))
    assert list(house.core.state.journeys.places) == [CHANNEL.id]
    fields = {"date": DATE, "clock": "09:00", "gap": "3"}
    await sends(house, "maija", "process-start", journey(house), "kehitysprosessi", **fields)
    assert (await process(house)).facilitators == (MAIJA,)


async def test_planned_agreed_and_still_there_after_a_restart(any_house: House) -> None:
    house = any_house
    await agreed(house)
    (plan,) = [one for one in house.seen() if one.startswith("Aikaehdotus")]
    assert "Ajat on sovittu." in plan
    assert any(one.startswith("Matka: 0/9 pajaa pidetty") for one in house.seen())
    before = await process(house)
    await house.restart()
    assert await process(house) == before
    assert before.phase is Phase.GOING
    key = (MAIJA, "meeting/1/t0", "workshop_day")
    kept = await house.core.state.journeys.fetch(journey(house))
    assert kept is not None
    assert key in {(one.person, one.item, one.kind) for one in kept.nudges}


async def test_a_button_starts_the_workshop_of_the_next_meeting_in_the_channel(house: House) -> None:
    await agreed(house)
    assert "Fasilitaattori: Maija" in said(await presses(house, "anna", "meeting-start", "1", "t0"))
    await presses(house, "maija", "meeting-start", "1", "t0")
    assert (await house.kept()).session.workshop.slug == "kehitys-0"
    assert "on jo" in said(await presses(house, "maija", "meeting-start", "1", "t0"))

    await house.press("anna", "join")
    await house.press("maija", "begin")
    await house.command("maija", "lopeta")
    await house.settled()
    assert [one.id for one in (await process(house)).held] == ["t0"]
    assert any(one.startswith("Matka: 0/9 pajaa pidetty") and "Seuraavaksi" in one for one in house.seen())


async def test_the_dates_come_as_a_calendar_file_without_names(house: House) -> None:
    await agreed(house)
    assert said(await presses(house, "anna", "meeting-dates", "1")).startswith("Ajat tulevat")
    await house.settled()
    (row,) = [
        one
        for one in await house.core.store.standing([journey(house)])
        if one.key.board.startswith("meeting-dates")
    ]
    rendered = await house.core.renderer.render(BoardKey(*row.key))
    assert rendered is not None
    (content,) = rendered.enclosures.values()
    assert (content.media_type, content.filename) == ("text/calendar", "paja-ajat.ics")
    calendar = Calendar.from_ical(content.data)
    entries = calendar.walk("VEVENT")
    starts = (await process(house)).meetings[0].starts
    assert calendar["METHOD"] == "PUBLISH"
    assert len(entries) == 10
    assert entries[0]["UID"] == f"{journey(house)}-1-t0@pajabotti"
    assert (entries[0].decoded("DTSTART"), entries[0]["SEQUENCE"], entries[0]["STATUS"]) == (
        starts,
        0,
        "CONFIRMED",
    )
    assert b"Maija" not in content.data
    assert b"Anna" not in content.data
    assert b"DTSTART:" in content.data, "in UTC, without a zone of its own"


async def test_a_later_file_moves_and_cancels_the_entries_of_the_earlier_one(house: House) -> None:
    await agreed(house)
    await presses(house, "anna", "meeting-dates", "1")
    await sends(house, "maija", "meeting-change", journey(house), "1", meeting="t2", how="merge")
    await sends(house, "maija", "meeting-change", journey(house), "1", meeting="t5", how="skip")
    await house.settled()
    boards = [
        one.key
        for one in await house.core.store.standing([journey(house)])
        if one.key.board.startswith("meeting-dates")
    ]
    assert sorted(one.board for one in boards) == [f"meeting-dates/1/{n}" for n in range(3)]
    rendered = await house.core.renderer.render(boards[-1])
    assert rendered is not None
    (content,) = rendered.enclosures.values()
    states = {
        str(one["UID"]).split("-1-")[1].removesuffix("@pajabotti"): (str(one["STATUS"]), one["SEQUENCE"])
        for one in Calendar.from_ical(content.data).walk("VEVENT")
    }
    assert len(states) == 10
    assert (states["t2"], states["t3"], states["t5"]) == (
        ("CONFIRMED", 1),
        ("CANCELLED", 1),
        ("CANCELLED", 1),
    )


async def test_where_the_bot_is_removed_the_process_rests(house: House) -> None:
    await agreed(house)
    await house.handle(BotRemoved(delivery(), "slack:T1", CHANNEL))
    assert (await process(house)).phase is Phase.PAUSED
    assert (await house.core.state.journeys.fetch(journey(house))).nudges == frozenset()  # type: ignore[union-attr]
    await presses(house, "maija", "process-resume", "1")
    assert (await process(house)).phase is Phase.GOING


def test_the_file_is_in_the_reader_s_language() -> None:
    speech = Speech(default_library(), ZoneInfo("Europe/Helsinki"))
    message = MeetingDates("j1", 1, SLUG, ALL, STARTS, 0)
    files = {language: calendar_file(message, speech.words(language)) for language in ("fi", "en")}
    assert files["fi"] == calendar_file(message, speech.words("fi"))
    assert "SUMMARY:Orientaatiotapaaminen" in files["fi"].decode()
    assert "SUMMARY:Orientaatiotapaaminen" not in files["en"].decode()
