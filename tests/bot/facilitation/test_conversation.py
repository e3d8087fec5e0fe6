"""The desk, as a conversation: what people do, and what they are told."""

from __future__ import annotations

import asyncio

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import TextField
from bot.platforms.inbound import (
    NOTHING_TO_SAY,
    BotRemoved,
    Caller,
    CommandGiven,
    FormAsked,
    HomeOpened,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from dialogs.messages import Stage
from tests.support.house import CHANNEL, House, caller, delivery, direct, said
from tests.support.phrases import phrase

ELSEWHERE = Place("slack:T1:C2", PlaceKind.CHANNEL)


async def test_a_session_begins_and_people_come(any_house: House) -> None:
    house = any_house
    assert await house.command("maija", "aloita 1") == NOTHING_TO_SAY
    assert said(await house.press("anna", "join")) == phrase("receipt.joined")
    assert said(await house.press("anna", "join")) == phrase("receipt.already_in")
    assert said(await house.press("ville", "begin")).startswith(
        phrase("receipt.facilitators_only", n=1, names="Maija")[:20]
    )
    assert await house.press("maija", "begin") == NOTHING_TO_SAY

    session = (await house.kept()).session
    await house.settled()

    assert (session.stage, [one.name for one in session.here]) == (Stage.RUNNING, ["Anna"])
    assert len(house.seen("slack:T1:anna")) == 1
    assert "Anna" in house.seen()[0]


async def test_a_second_start_in_the_channel_is_told_of_the_first(house: House) -> None:
    await house.command("maija", "aloita 1")
    first = house.session

    answer = said(await house.command("ville", "aloita 1"))

    assert "Paja 1" in answer
    assert "Maija" in answer
    assert (house.session, len(house.core.state.places)) == (first, 1)
    await house.command("ville", "aloita 1", at=ELSEWHERE)
    assert len(house.core.state.places) == 2


async def test_an_answer_in_a_channel_comes_with_what_everybody_may_read(house: House) -> None:
    await house.command("maija", "aloita 1")
    answers = [await house.command("anna", text) for text in ("tila", "alota", "seuraava", "poista tietoni")]

    assert {said(Reply(card=one.instead)) for one in answers} == {phrase("desk.alone.text")}
    assert (await house.command("anna", "tila", at=direct("anna"))).instead is None


async def test_when_a_session_has_ended_another_may_begin(house: House) -> None:
    await house.command("maija", "aloita 1")
    first = house.session
    await house.press("maija", "end")
    assert house.core.state.places == {}

    await house.command("maija", "aloita 1")

    assert house.session not in {first, "nosession"}


async def test_a_workshop_that_is_not_there(house: House) -> None:
    assert phrase("desk.unknown_workshop.text", text="77") in said(await house.command("maija", "aloita 77"))
    assert phrase("desk.workshops.title") in said(await house.command("maija", "aloita"))
    assert house.core.state.places == {}


async def test_a_workshop_begins_in_a_channel_only(house: House) -> None:
    answer = said(await house.command("maija", "aloita 1", at=direct("maija")))

    assert answer == phrase("desk.channel_only.text", command="aloita 1")


@pytest.mark.parametrize("text", ["tila", "seuraava", "lopeta", "liity", "yhteenveto", "fasilitaattori"])
async def test_commands_where_nothing_goes_on(house: House, text: str) -> None:
    assert said(await house.command("maija", text)).startswith(
        phrase("desk.nothing_here.text", command="")[:30]
    )
    assert said(await house.command("maija", text, at=direct("maija"))) == phrase("desk.nothing_here.direct")


async def test_in_direct_messages_the_only_session_is_meant(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")

    assert "Maija" in said(await house.command("anna", "tila", at=direct("anna")))
    assert said(await house.command("ville", "tila", at=direct("ville"))) == phrase(
        "desk.nothing_here.direct"
    )

    await house.command("anna", "aloita 1", at=ELSEWHERE)
    assert said(await house.command("anna", "tila", at=direct("anna"))) == phrase("desk.nothing_here.direct")


async def test_a_pair_of_their_own_conversation_means_their_session(house: House) -> None:
    pair = Place("slack:T1:G9", PlaceKind.GROUP)
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")

    assert "Maija" in said(await house.command("anna", "tila", at=pair))


async def test_steering_by_command(house: House) -> None:
    await house.to_step("muutoskeskustelu")

    assert "klo" in said(await house.command("maija", "lisäaika 5"))
    assert said(await house.command("maija", "tauko")) == phrase("receipt.paused")
    assert (await house.kept()).session.stage is Stage.PAUSED
    assert said(await house.command("maija", "jatka")) == phrase("receipt.resumed")
    await house.command("maija", "takaisin")
    assert (await house.kept()).session.current == "alustus"
    assert said(await house.command("anna", "lopeta")).startswith(
        phrase("receipt.facilitators_only", n=1, names="Maija")[:20]
    )


async def test_writing_a_note(any_house: House) -> None:
    house = any_house
    await house.to_step("muutoskeskustelu")

    form = (await house.ask("anna", "note", "muutoskeskustelu", "all")).form
    assert form is not None
    assert form.action == Action("note", house.session, ("muutoskeskustelu", "all"))

    again = await house.send(
        "anna", "note", "muutoskeskustelu", "all", nonce=form.nonce, cell="muutokset", text="Etätyö"
    )

    assert again.form is not None
    assert again.form.nonce != form.nonce
    assert [note.text for note in (await house.kept()).session.notes.values()] == ["Etätyö"]
    await house.settled()
    assert "Etätyö" in house.seen()[-1]


async def test_an_empty_note_is_to_be_mended_and_the_form_stays(house: House) -> None:
    await house.to_step("muutoskeskustelu")

    reply = await house.send("anna", "note", "muutoskeskustelu", "all", cell="muutokset", text="   ")
    long = await house.send("anna", "note", "muutoskeskustelu", "all", cell="muutokset", text="ä" * 50_000)

    assert reply.errors == {"text": phrase("field.empty")}
    assert long.errors == {"text": phrase("field.too_long")}
    assert not (await house.kept()).session.notes


async def test_one_s_own_note_is_changed_in_two_forms(house: House) -> None:
    await house.to_step("muutoskeskustelu")
    await house.send(
        "anna", "note", "muutoskeskustelu", "all", nonce="nonce-of-anna", cell="suunta", text="Etätöö"
    )

    choosing = await house.send("anna", "mine", "muutoskeskustelu", note="nonce-of-anna")
    assert choosing.form is not None
    field = choosing.form.fields[0]
    assert isinstance(field, TextField)
    assert (choosing.form.action.verb, field.value) == ("edit", "Etätöö")
    await house.send("anna", "edit", *choosing.form.action.args, text="Etätyö", delete=())

    assert [note.text for note in (await house.kept()).session.notes.values()] == ["Etätyö"]


async def test_a_form_whose_nonce_is_not_ours(house: House) -> None:
    await house.to_step("muutoskeskustelu")
    for nonce in ("x", "a" * 100, "a b c d e f g h", "åäö-åäö-åäö"):
        reply = await house.send(
            "anna", "note", "muutoskeskustelu", "all", nonce=nonce, cell="muutokset", text="x"
        )
        assert said(reply) == phrase("receipt.unknown")

    assert not (await house.kept()).session.notes


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        ("join", ("x",)),
        ("nonsense", ()),
        ("next", ()),
        ("next", ("x",)),
        ("ready", ("no-such-step",)),
        ("examples", ("a", "b", "c")),
        ("recorder", ("no-such-step", "g1")),
        ("shape", ("no-such-step",)),
        ("more", ("1", "-5")),
    ],
)
async def test_presses_that_nobody_made_a_button_for(house: House, verb: str, args: tuple[str, ...]) -> None:
    await house.to_step("muutoskeskustelu")
    before = await house.kept()

    reply = await house.press("maija", verb, *args)

    assert reply.card is not None
    assert phrase("desk.wrong.text") not in said(reply)
    assert await house.kept() == before


async def test_buttons_of_sessions_that_are_not_there_or_not_ours(house: House) -> None:
    await house.command("maija", "aloita 1")
    stranger = Caller("slack:T2:eve", "Eve")
    action = Action("join", house.session)

    assert said(await house.press("anna", "join", session="0123456789")) == phrase("receipt.unknown")
    assert said(await house.press("anna", "join", session="")) == phrase("receipt.unknown")
    assert said(await house.handle(Pressed(delivery(), stranger, CHANNEL, action))) == phrase(
        "receipt.unknown"
    )
    asked = FormAsked(delivery(), stranger, CHANNEL, Action("note", house.session, ("a", "all")))
    assert said(await house.handle(asked)) == phrase("receipt.unknown")
    assert not (await house.kept()).session.people


# --- who somebody is ---


async def test_a_name_that_the_platform_did_not_say_is_asked_for_once(house: House) -> None:
    house.platform.people = {"slack:T1:U7": "Liisa Virta"}
    nameless = Caller("slack:T1:U7")
    await house.command("maija", "aloita 1")
    for _ in range(3):
        await house.handle(Pressed(delivery(), nameless, CHANNEL, Action("join", house.session)))
    await house.restart()
    await house.handle(Pressed(delivery(), nameless, CHANNEL, Action("ready", house.session, ("x",))))

    assert (await house.kept()).session.people["slack:T1:U7"].name == "Liisa Virta"
    assert house.platform.asked == ["slack:T1:U7"]


async def test_everybody_is_spoken_to_in_their_language(house: House) -> None:
    await house.command("maija", "aloita 1")
    english = Caller("slack:T1:bob", "Bob", "en-GB")

    answer = await house.handle(Pressed(delivery(), english, CHANNEL, Action("join", house.session)))
    await house.settled()

    assert said(answer) == phrase("receipt.joined", "en")
    assert phrase("welcome.title", "en") in house.seen("slack:T1:bob")[0]
    assert phrase("lobby.nobody", "fi") not in house.seen()[0]


async def test_a_language_that_was_chosen_is_kept(house: House) -> None:
    assert said(await house.command("anna", "kieli en")) == "Language changed: English."
    assert phrase("desk.help.title", "en") in said(await house.command("anna", "ohje"))
    await house.restart()
    assert phrase("desk.help.title", "en") in said(await house.command("anna", "ohje"))

    assert said(await house.command("anna", "kieli suomi")) == "Kieli vaihtui: suomi."
    assert "klingon" in said(await house.command("anna", "kieli klingon"))


# --- leading together ---


async def test_the_lead_is_shared_with_somebody_who_is_here(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")

    assert phrase("desk.facilitator_unknown.joined") in said(
        await house.command("maija", "fasilitaattori @ville", mentions=("ville",))
    )
    assert await house.command("maija", "fasilitaattori @anna", mentions=("anna",)) == NOTHING_TO_SAY
    assert (await house.kept()).session.facilitators == ("slack:T1:maija", "slack:T1:anna")


async def test_without_a_name_the_facilitator_chooses_from_a_list(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")

    reply = await house.command("maija", "fasilitaattori")
    assert reply.form is not None
    assert reply.form.action.verb == "lead"
    assert "Maija" in said(await house.command("anna", "fasilitaattori"))
    assert said(await house.command("maija", "fasilitaattori pekka")).startswith(
        phrase("desk.facilitator_unknown.text", button="")[:20]
    )


async def test_the_summary_can_be_had_again(house: House) -> None:
    await house.to_step("muutoskeskustelu")
    await house.send("anna", "note", "muutoskeskustelu", "all", cell="muutokset", text="Etätyö")
    await house.press("maija", "end")
    await house.settled()
    before = len(house.seen("slack:T1:maija"))

    assert await house.command("maija", "yhteenveto") == NOTHING_TO_SAY
    assert said(await house.command("anna", "yhteenveto")).startswith(
        phrase("receipt.facilitators_only", n=1, names="Maija")[:20]
    )
    await house.settled()

    assert len(house.seen("slack:T1:maija")) == before + 2
    assert "Etätyö" in house.seen("slack:T1:maija")[-1]


# --- coming and going ---


async def test_the_first_words_in_a_direct_chat_are_answered_by_help(house: House) -> None:
    reply = await house.handle(HomeOpened(delivery(), caller("anna"), direct("anna")))

    assert phrase("desk.help.title") in said(reply)


async def test_who_leaves_the_channel_leaves_its_session(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")
    await house.handle(PersonLeft(delivery(), "slack:T1:anna", ELSEWHERE))
    assert len((await house.kept()).session.here) == 1

    await house.handle(PersonLeft(delivery(), "slack:T1:anna", CHANNEL))
    assert len((await house.kept()).session.here) == 0


async def test_who_leaves_the_company_leaves_all_sessions(house: House) -> None:
    await house.command("maija", "aloita 1")
    await house.press("anna", "join")

    await house.handle(PersonLeft(delivery(), "slack:T1:anna"))

    assert len((await house.kept()).session.here) == 0


async def test_when_the_bot_is_removed_the_sessions_of_the_place_end(house: House) -> None:
    await house.command("maija", "aloita 1")
    session = house.session
    await house.command("maija", "aloita 1", at=ELSEWHERE)

    await house.handle(BotRemoved(delivery(), "slack:T1", CHANNEL))
    assert (await house.kept(session)).session.close_reason == "gone"
    assert list(house.core.state.places) == [ELSEWHERE.id]

    await house.handle(BotRemoved(delivery(), "slack:T2"))
    assert list(house.core.state.places) == [ELSEWHERE.id]
    await house.handle(BotRemoved(delivery(), "slack:T1"))
    assert house.core.state.places == {}


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\x00\x07", "<!channel>", "aloita " + "9" * 5000, "ä" * 50_000, "🎉" * 3000, "\u202eatila"],
)
async def test_any_text_gets_a_short_answer(house: House, text: str) -> None:
    reply = await house.handle(CommandGiven(delivery(), caller("maija"), CHANNEL, text))

    assert reply.card is not None
    assert len(said(reply)) < 2000
    assert phrase("desk.wrong.text") not in said(reply)


async def test_a_name_that_nobody_told_at_joining_is_learnt_with_the_next_deed(house: House) -> None:
    await house.command("maija", "aloita 1")
    nameless = Caller("slack:T1:anna", "")
    await house.handle(Pressed("d1", nameless, CHANNEL, Action("join", house.session)))
    await house.press("ville", "join")
    await house.settled()
    assert phrase("names.unnamed") in house.seen()[0]

    house.platform.people["slack:T1:anna"] = "Anna"
    await house.handle(Pressed("d2", nameless, CHANNEL, Action("join", house.session)))
    await house.settled()

    assert phrase("names.unnamed") not in house.seen()[0]
    assert "Anna" in house.seen()[0]


async def test_a_platform_that_is_slow_to_tell_a_name_holds_up_no_reply(house: House) -> None:
    await house.command("maija", "aloita 1")
    house.platform.silence = 30.0
    began = asyncio.get_running_loop().time()

    joined = await house.handle(
        Pressed("d1", Caller("slack:T1:anna", ""), CHANNEL, Action("join", house.session))
    )

    assert said(joined) == phrase("receipt.joined")
    assert asyncio.get_running_loop().time() - began < 2.5


async def test_a_turn_for_a_pair_that_is_no_more_stays_in_its_form(house: House) -> None:
    await house.to_step("joo-ja")
    await house.press("omar", "join")
    session = (await house.kept()).session
    run = session.runs["joo-ja"]
    writers = {one.coming.by: one.coming.number for one in run.in_order() if one.coming}
    person, number = next(iter(writers.items()))
    who = person.rpartition(":")[2]
    text = "kyky kuunnella"
    while (group := (await house.kept()).session.runs["joo-ja"].group_of(person)) is None or (
        group.coming is not None and group.coming.number == number
    ):
        await house.press("maija", "regroup", str(session.visit))

    reply = await house.send(who, "turn", "joo-ja", str(number), nonce="nonce-of-turn", text=text)
    assert (reply.card, reply.errors) == (None, {"text": phrase("field.turn_moved")})

    await house.command("maija", "seuraava")
    again = await house.send(who, "turn", "joo-ja", str(number), nonce="nonce-of-turn", text=text)
    assert again.errors == {"text": phrase("field.step_closed")}


async def test_a_turn_that_came_through_is_not_called_lost_when_it_comes_again(house: House) -> None:
    await house.to_step("joo-ja")
    group = next(iter((await house.kept()).session.runs["joo-ja"].in_order()))
    assert group.coming
    who, number = group.coming.by.rpartition(":")[2], str(group.coming.number)
    first = await house.send(who, "turn", "joo-ja", number, text="kyky kuunnella")
    await house.command("maija", "seuraava")
    again = await house.send(who, "turn", "joo-ja", number, text="kyky kuunnella")

    assert (said(first), said(again)) == (phrase("receipt.saved"), phrase("receipt.already_saved"))
