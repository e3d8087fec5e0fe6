"""What must go, goes: from the session, from the screens, from the disk.

And what there is, is shown first.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import orjson
import pytest

from adaptive_cards.card import Attachment
from bot.platforms.inbound import Caller, CommandGiven
from bot.storage.changes import BoardKey, Changes
from dialogs.messages import Stage
from tests.support.house import CHANNEL, House, caller, delivery, on_disk, said
from tests.support.phrases import phrase
from tests.support.recording_platform import RecordingPlatform

STEP = "muutoskeskustelu"
ANNA = "slack:T1:anna"
WORDS = "Tukipyyntöjen lajittelu vie aamut"


async def annas_note(house: House) -> None:
    await house.to_step(STEP)
    await house.send("anna", "note", STEP, "all", cell="muutokset", text=WORDS)
    await house.send("ville", "note", STEP, "all", cell="muutokset", text="Villen lappu")
    await house.settled()


async def test_one_question_and_then_all_of_it_goes(any_house: House) -> None:
    house = any_house
    await annas_note(house)
    assert WORDS in "".join(house.seen())

    question = said(await house.command("anna", "poista tietoni"))
    assert phrase("desk.forget.title") in question
    assert len((await house.kept()).session.here) == 3
    answer = said(await house.press("anna", "forget", session=""))
    await house.settled()

    assert phrase("desk.forgotten.notes", n=1) in answer
    session = (await house.kept()).session
    assert (session.stage, [one.name for one in session.here]) == (Stage.RUNNING, ["Ville", "Sari"])
    assert {note.text for note in session.notes.values()} - {""} == {"Villen lappu"}
    assert ANNA not in repr(session)
    assert WORDS not in "".join(house.seen())
    assert "Anna" not in "".join(house.seen())


async def test_the_session_goes_on_and_folds_after_a_new_start(house: House) -> None:
    await annas_note(house)
    await house.press("anna", "forget", session="")
    before = (await house.kept()).session
    await house.restart()

    assert (await house.kept()).session == dataclasses.replace(before)
    await house.command("maija", "seuraava")
    await house.send("ville", "note", "tulevaisuustaidot", "all", cell="taidot", text="Uusi")
    assert "Uusi" in {note.text for note in (await house.kept()).session.notes.values()}


async def test_no_byte_of_it_stays_on_the_disk(house: House, tmp_path: Path) -> None:
    await annas_note(house)
    await house.press("annabella", "join")
    await house.send("annabella", "note", STEP, "all", cell="suunta", text="Annabellan toive")
    await house.command("annabella", "kieli en")
    written = [text.encode() for text in ("Annabellan toive", "Annabella", "slack:T1:annabella")]
    assert all(text in on_disk(tmp_path) for text in written)

    await house.press("annabella", "forget", session="")

    assert [on_disk(tmp_path).count(text) for text in written] == [0, 0, 0]
    assert b"Villen lappu" in on_disk(tmp_path)


async def test_what_was_not_sent_yet_is_not_sent(house: House) -> None:
    await house.to_step(STEP)
    await house.settled()
    room = BoardKey(house.session, f"direct={ANNA}", "welcome")
    house.core.courier._running = False  # noqa: SLF001 -- as if the courier had not come to it
    await house.core.writer.write(Changes(house.clock.now(), shows={room: None}))

    await house.press("anna", "forget", session="")

    assert [row for row in await house.core.store.unfinished() if row.key.room == room.room] == []


async def test_the_other_people_s_part_in_it_stays(house: House) -> None:
    await annas_note(house)
    await house.press("anna", "forget", session="")

    assert [one.name for one in (await house.kept()).session.people.values()].count("Ville") == 1
    assert said(await house.press("anna", "forget", session="")) == phrase("desk.forgotten.nothing")
    assert said(await house.press("anna", "join")) == phrase("receipt.joined")


async def test_the_only_facilitator_may_be_forgotten_too(house: House) -> None:
    await annas_note(house)

    await house.press("maija", "forget", session="")
    await house.settled()

    session = (await house.kept()).session
    assert session.lead_offered
    assert "slack:T1:maija" not in repr(session)
    await house.press("ville", "takeover")
    assert "slack:T1:ville" in (await house.kept()).session.facilitators


async def test_answers_that_were_kept_for_repeated_arrivals_are_gone(house: House) -> None:
    await house.to_step(STEP)
    sent = house.sending("anna", "note", STEP, "all", cell="muutokset", text=WORDS)
    await house.handle(sent)
    await house.press("anna", "forget", session="")

    assert said(await house.handle(sent)) == ""
    assert WORDS not in repr((await house.kept()).session)


@dataclasses.dataclass
class Remembering(RecordingPlatform):
    forgotten: list[str] = dataclasses.field(default_factory=list)

    async def forget(self, person: str) -> None:
        self.forgotten.append(person)


async def test_the_platform_is_told_to_forget_too(sqlite_url: str) -> None:
    platform = Remembering("slack")
    house = House(sqlite_url, platform=platform)
    await house.open()
    await house.press("anna", "forget", session="")
    await house.close()

    assert platform.forgotten == [ANNA]


# --- what there is ---


async def data_of(house: House, who: str) -> tuple[str, dict[str, Any]]:
    """The card that somebody got, and what is in its file."""
    cards = house.platform.seen(f"slack:T1:{who}")
    assert any(isinstance(block, Attachment) for block in cards[-1].blocks)
    row = (await house.core.store.standing([f"person:slack:T1:{who}"]))[-1]
    rendered = await house.core.renderer.render(row.key)
    assert rendered is not None
    (file,) = rendered.enclosures.values()
    return house.seen(f"slack:T1:{who}")[-1], orjson.loads(file.data)


async def test_everything_that_is_stored_comes_as_a_file(any_house: House) -> None:
    house = any_house
    await annas_note(house)
    await house.command("anna", "kieli fi")

    await house.command("anna", "tiedot")
    await house.settled()
    card, data = await data_of(house, "anna")

    assert phrase("desk.data.title") in card
    assert data["person"] == ANNA
    assert data["personal"] == [{"person": ANNA, "language": "fi"}]
    kinds = [fact["kind"] for session in data["sessions"] for fact in session["facts"]]
    assert {"PersonJoined", "NoteWritten"} <= set(kinds)
    assert WORDS in repr(data)
    for other in ("Villen lappu", "slack:T1:ville", "slack:T1:maija", "Maija"):
        assert other not in repr(data)


async def test_who_was_never_here_is_told_so_at_once(house: House) -> None:
    answer = said(await house.command("pekka", "tiedot"))

    assert phrase("desk.data.nothing") in answer
    assert await house.core.store.unfinished() == []


@pytest.mark.parametrize("platform_name", ["Anna Joki", ""])
async def test_what_the_platform_said_of_somebody_goes_too(house: House, platform_name: str) -> None:
    house.platform.people = {ANNA: "Anna Joki"}
    nameless = Caller(ANNA, platform_name, "en", "Europe/Stockholm")
    await house.handle(CommandGiven(delivery(), nameless, CHANNEL, "kieli en"))
    await house.command("maija", "aloita 1")
    await house.handle(dataclasses.replace(house.pressing("anna", "join"), caller=nameless))
    assert (await house.core.store.person(ANNA))[0] is not None

    await house.press("anna", "forget", session="")

    assert await house.core.store.person(ANNA) == (None, "")
    assert await house.core.people.chosen(ANNA) == ""
    assert caller("anna").person == ANNA
