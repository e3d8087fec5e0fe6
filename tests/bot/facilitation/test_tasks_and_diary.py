"""Interim tasks and the diary at the desk: kept in the database, files and pictures handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from adaptive_cards.actions import Action
from adaptive_cards.card import Attachment, Card, Picture, TextField
from bot.facilitation.answer import NOTHING
from bot.facilitation.job import Draft, Outcome
from bot.facilitation.own_data import collect
from bot.platforms.inbound import FormAsked, FormSent
from bot.storage.changes import BoardKey, Changes
from dialogs.boards import direct
from dialogs.journey.draft import Draft as JourneyDraft
from dialogs.journey.engine import evolve, settled
from dialogs.journey.journey import Journey
from dialogs.journey.tasks.giving import give
from dialogs.receipts import DONE
from tests.support.house import CHANNEL, House, caller, said
from tests.support.task_stage import spec

FIVE = ("anna", "ville", "sari", "omar", "liisa")


@dataclass(frozen=True)
class Giving:
    """A task is given, as the end of a meeting's workshop gives it."""

    session: str
    task: str
    delivery: bytes = b""

    def decide(self, draft: Draft) -> Outcome:
        kept = draft.journey(self.session)
        assert kept is not None
        changes = Changes(draft.now)
        made = JourneyDraft(kept.journey, draft.now, evolve)
        due = draft.now + timedelta(days=21)
        give(made, spec(self.task), session=kept.journey.held[-1].session, due=due)
        return Outcome(changes, answer=NOTHING, journey=kept.after(settled(made, DONE), changes))


async def journey(house: House) -> Journey:
    kept = await house.core.state.journeys.fetch(house.core.state.journeys.places[CHANNEL.id])
    assert kept is not None
    return kept.journey


async def held(house: House) -> str:
    """A workshop was held, led by Maija; the journey."""
    await house.command("maija", "aloita 1")
    for who in FIVE:
        await house.press(who, "join")
    await house.press("maija", "begin")
    await house.command("maija", "lopeta")
    return (await journey(house)).id


async def sends(house: House, who: str, stream: str, verb: str, *args: str, **values: str) -> str:
    """Somebody sends a form of the journey."""
    sent = house.sending(who, verb, *args, **values)
    action = type(sent.action)(verb, stream, args)
    return said(
        await house.handle(FormSent(sent.delivery, sent.caller, sent.place, action, sent.nonce, sent.values))
    )


async def test_a_task_is_given_written_and_read_again_after_a_restart(any_house: House) -> None:
    house = any_house
    stream = await held(house)
    await house.core.writer.submit(Giving(stream, "v1"))
    await house.settled()
    assert "Välitehtävä: Päiväkirja kuormasta ja onnistumisista" in "\n".join(
        house.seen(caller("anna").person)
    )

    saved = await sends(house, "anna", stream, "task-write", "1", part="kuormitus", text="Kolme keskeytystä")
    assert saved == "Tallessa. Voit muokata tai poistaa kirjauksen milloin vain."
    await house.press("anna", "task-done", "1", session=stream)
    await house.restart()
    await house.settled()

    assert "1/6 tehnyt" in "\n".join(house.seen())
    assert "Kolme keskeytystä" not in "\n".join([*house.seen(), *house.seen(caller("ville").person)])
    assert [one.texts for one in (await journey(house)).tasks[1].entries] == [("Kolme keskeytystä",)]


async def test_the_next_workshop_opens_with_it_and_who_is_forgotten_is_not_in_it(house: House) -> None:
    stream = await held(house)
    await house.core.writer.submit(Giving(stream, "v2-v3"))
    await sends(house, "anna", stream, "task-write", "1", text="Hiljaiset aamut")
    await house.command("maija", "aloita 1")
    await house.press("ville", "join")
    await house.press("maija", "begin")
    await house.settled()
    (opened,) = [one for one in house.seen() if one.startswith("Mistä jatkamme")]
    assert "Hiljaiset aamut" in opened
    assert "Anna" not in opened

    await house.press("anna", "forget", session="")
    await house.settled()
    assert "Hiljaiset aamut" not in "\n".join(house.seen())


async def test_a_session_and_its_journey_take_turns_in_a_room(house: House) -> None:
    stream = await held(house)
    await house.settled()
    house.platform.slowness = 0.05
    with capture_logs() as logged:
        for task in ("v0", "v2-v3", "v7"):
            await house.core.writer.submit(Giving(stream, task))
        await house.command("maija", "aloita 1")
        await house.press("ville", "join")
        await house.press("maija", "begin")
        await house.settled()
    # The platform of the tests refuses a second parcel while it has one of the same room in its hands.
    assert [one["board"] for one in logged if one["event"] == "board failed"] == []
    assert sum(one.startswith("Välitehtävä") for one in house.seen()) == 3
    assert any(one.startswith("Mistä jatkamme") for one in house.seen())


async def test_working_time_is_a_calendar_file(house: House) -> None:
    stream = await held(house)
    await house.core.writer.submit(Giving(stream, "v1"))
    year = datetime.now(tz=UTC).year + 1
    answer = await sends(house, "anna", stream, "task-time", "1", when=f"9.2.{year} klo 13")
    assert answer == "Aika on merkitty. Kalenteritiedosto tulee yksityisviestinä."
    await house.settled()

    key = BoardKey(stream, str(direct(caller("anna").person)), "tasktime/1")
    rendered = await house.core.renderer.render(key)
    assert rendered is not None
    (content,) = rendered.enclosures.values()
    assert (content.media_type, content.filename) == ("text/calendar", "paja-valitehtava.ics")
    text = content.data.decode().replace("\r\n ", "")
    for line in (
        f"DTSTART:{year}0209T110000Z",
        f"DTEND:{year}0209T120000Z",
        "SUMMARY:Välitehtävä: Päiväkirja kuormasta ja onnistumisista",
        "SEQUENCE:0",
        f"UID:{stream}-task-1@pajabotti",
    ):
        assert f"\r\n{line}\r\n" in text, text
    attached = [one for one in rendered.card.blocks if isinstance(one, Attachment)]
    assert [one.ref for one in attached] == list(rendered.enclosures)


async def test_an_observation_is_kept_by_a_command_and_shown_to_nobody_else(any_house: House) -> None:
    house = any_house
    await held(house)
    answer = said(await house.command("anna", "havainto Kokous SIIRTYI taas"))
    assert answer.startswith("Tallessa, vain sinulle.")
    await house.settled()
    assert "Kokous SIIRTYI taas" in house.seen(caller("anna").person)[-1]
    for room in (CHANNEL.id, *(caller(who).person for who in ("ville", "maija"))):
        assert "SIIRTYI" not in "\n".join(house.seen(room))
    _, everything = await collect(house.core.store, caller("anna").person)
    assert b"Kokous SIIRTYI taas" in everything
    _, of_ville = await collect(house.core.store, caller("ville").person)
    assert b"SIIRTYI" not in of_ville


async def test_a_mirror_has_its_timeline_as_a_picture(house: House) -> None:
    stream = await held(house)
    for number, who in enumerate(FIVE, 1):
        await sends(house, who, stream, "observe", text=f"Melu {number}", sort="load", tags="melu")
        await house.press(who, "observation-nameless", str(number), session=stream)
    assert said(await house.command("maija", "peili")) == "Peili on koottu kanavalle."
    await house.settled()

    rendered = await house.core.renderer.render(BoardKey(stream, "channel=", "mirror/1"))
    assert rendered is not None
    (content,) = rendered.enclosures.values()
    assert content.data.startswith(b"\x89PNG")
    (picture,) = [one for one in rendered.card.blocks if isinstance(one, Picture)]
    assert picture.ref in rendered.enclosures
    assert "Kuormitus 5" in picture.alt
    assert "Kuormitus: 5" in house.seen()[-1]


@pytest.mark.parametrize(("text", "begins"), [("peili", False), ("tehtävät", True), ("havainnot", True)])
async def test_where_nothing_has_been_held_a_command_is_answered(
    house: House, text: str, *, begins: bool
) -> None:
    """A journey begins only where buttons of the answer come back to it."""
    reply = await house.command("anna", text)
    assert isinstance(reply.card, Card)
    assert bool(house.core.state.journeys.places) is begins


async def test_the_first_thing_of_a_channel_may_be_an_observation(house: House) -> None:
    form = (await house.command("anna", "havainto")).form
    assert form is not None
    assert await sends(house, "anna", form.action.session, "observe", text="Melu", sort="load", tags="")
    assert [one.text for one in (await journey(house)).observations.values()] == ["Melu"]


async def test_a_shortcut_opens_the_form_with_the_words_of_the_message(house: House) -> None:
    asked = FormAsked("d-1", caller("anna"), CHANNEL, Action("observe"), {"text": "Kokous siirtyi " * 60})
    form = (await house.handle(asked)).form
    assert form is not None
    (text,) = [one for one in form.fields if isinstance(one, TextField) and one.id == "text"]
    assert text.value.startswith("Kokous siirtyi Kokous")
    assert (len(text.value), text.value[-1]) == (500, "…")
    saved = await sends(house, "anna", form.action.session, "observe", text="Kokous", sort="load", tags="")
    assert saved.startswith("Tallessa, vain sinulle.")
