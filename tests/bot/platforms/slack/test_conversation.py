"""People in Slack and the desk: what reaches it, and what they see of its replies."""

from __future__ import annotations

import asyncio

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    Form,
    Option,
    Paragraph,
    Span,
    TextField,
)
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import Address, AddressKind, Parcel
from tests.support.recording_desk import RecordingDesk
from tests.support.slack_app import SlackApp, slack_app
from tests.support.slack_people import SlackPerson
from tests.support.until import until

NOTE = Action("note", "s1")
CHANNEL = Place("slack:T1:C1", PlaceKind.CHANNEL)
HOSTILE = "<!channel> *b* <@U1> &amp; https://x \u2028 🌸 שלום"


def said(words: str) -> Card:
    return Card("", (Paragraph((Span(words),)),), words)


def note_form(nonce: str = "n1") -> Form:
    cells = (Option("a", "Osaaminen"), Option("b", "Into"))
    fields = (
        TextField("note", "Lappu", multiline=True),
        ChoiceField("cell", "Kohta", cells, "a"),
        ChoicesField("also", "Myös", cells),
    )
    return Form("Lisää lappu", fields, "Tallenna", "Peruuta", NOTE, nonce)


CARD = Card(
    "Voimavararuudukko",
    (
        Buttons(
            (
                Button("Liity mukaan", Action("join", "s1")),
                Button("Lisää lappu", NOTE, opens_form=True),
                Button("Taulu", url="https://paja.example/t"),
            )
        ),
    ),
    "Voimavararuudukko",
)


async def post(app: SlackApp, address: Address = Address(AddressKind.CHANNEL, "slack:T1:C1")) -> str:  # noqa: B008 -- frozen
    return await app.platform.deliver(Parcel("k1", address, CARD))


async def test_a_command_is_answered_to_whoever_gave_it() -> None:
    desk = RecordingDesk(Reply(card=said("Paja on käynnissä.")))
    async with slack_app(desk) as app:
        maija = app.person(1)

        await maija.command("aloita 1 &amp; <!here> <@U2|ville> <#C9|muu>")

        assert await maija.whispers("C1") == ["Paja on käynnissä."]
        assert await app.person(2).whispers("C1") == []
    (given,) = desk.arrived
    assert isinstance(given, CommandGiven)
    assert given == CommandGiven(
        given.delivery,
        Caller("slack:T1:U1"),
        CHANNEL,
        "aloita 1 & @here @ville #muu",
        (Caller("slack:T1:U2", "ville"),),
    )


async def test_a_command_that_needs_no_answer_gets_an_empty_one() -> None:
    async with slack_app(RecordingDesk()) as app:
        assert await app.person(1).command("tila") is None


async def test_a_command_may_open_a_form() -> None:
    async with slack_app(RecordingDesk(Reply(form=note_form()))) as app:
        maija = app.person(1)

        await maija.command("havainto")

        assert (await maija.form())["title"]["text"] == "Lisää lappu"


async def test_words_to_the_bot_are_a_command_and_answered_in_place() -> None:
    desk = RecordingDesk(Reply(card=said("Hei!")))
    async with slack_app(desk) as app:
        anna = app.person(2)

        await anna.write("tila & R<D")

        assert await anna.hears("Hei!") == "Hei!"
        assert await anna.sees() == ["tila &amp; R&lt;D", "Hei!"]
        direct = (await anna.conversations())[-1]["id"]
    (given,) = desk.arrived
    assert isinstance(given, CommandGiven)
    assert (given.caller, given.text) == (Caller("slack:T1:U2"), "tila & R<D")
    assert given.place == Place(f"slack:T1:{direct}", PlaceKind.DIRECT)


async def test_the_bot_can_be_named_in_a_channel_and_in_a_thread() -> None:
    desk = RecordingDesk(Reply(card=said("Selvä.")))
    async with slack_app(desk) as app:
        maija, ville = app.person(1), app.person(3)
        root = (await post(app)).partition(":")[2]

        await maija.write("hei <@UBOT> aloita 1", "C1")
        await ville.write("<@UBOT> tila", "C1", thread=root)

        assert await maija.hears("Selvä.", "C1") == "Selvä."
        assert await ville.hears("Selvä.", "C1") == "Selvä."
        assert "Selvä." not in await maija.sees("C1")
    first, second = desk.arrived
    assert isinstance(first, CommandGiven)
    assert isinstance(second, CommandGiven)
    assert (first.text, first.place, first.mentioned) == ("aloita 1", CHANNEL, ())
    assert (second.text, second.place.thread) == ("tila", root)


async def test_a_press_is_taken_in_and_answered_privately() -> None:
    desk = RecordingDesk(Reply(card=said("Mukana ollaan.")))
    async with slack_app(desk) as app:
        await post(app)
        anna = app.person(2)

        await anna.press("Liity mukaan", "C1")

        await anna.hears("Mukana ollaan.", "C1")
        assert await app.person(3).whispers("C1") == []
    (press,) = desk.arrived
    assert press == Pressed(press.delivery, Caller("slack:T1:U2"), CHANNEL, Action("join", "s1"))


async def test_a_press_in_a_thread_is_answered_in_the_thread() -> None:
    desk = RecordingDesk(Reply(card=said("Tallessa.")))
    async with slack_app(desk) as app:
        root = await post(app)
        await app.platform.deliver(Parcel("k2", Address(AddressKind.THREAD, "slack:T1:C1", root=root), CARD))
        anna = app.person(2)

        await anna.press("Liity mukaan", "C1")

        await anna.hears("Tallessa.", "C1")
        whisper = app.fake.world.conversations["C1"].ephemeral[0]
    (press,) = desk.arrived
    assert isinstance(press, Pressed)
    assert press.place.thread == whisper["thread_ts"] == root.partition(":")[2]


async def test_the_same_press_delivered_again_has_the_same_delivery_id() -> None:
    desk = RecordingDesk()
    async with slack_app(desk) as app:
        await post(app)
        payload = await app.person(2).press_payload("Liity mukaan", "C1")

        await app.person(2).press_again(payload)
        await app.person(2).press_again(payload)
        await app.person(2).press("Liity mukaan", "C1")

    first, again, other = (press.delivery for press in desk.arrived)
    assert first == again != other


async def test_a_link_is_only_a_link() -> None:
    desk = RecordingDesk()
    async with slack_app(desk) as app:
        await post(app)
        assert await app.person(2).press("Taulu", "C1") is None
    assert desk.arrived == []


async def test_a_form_opens_at_once_and_fills_when_the_desk_has_answered() -> None:
    desk = RecordingDesk(Reply(form=note_form()))
    desk.delay = 0.3
    async with slack_app(desk) as app:
        await post(app)
        anna = app.person(2)

        pressing = asyncio.create_task(anna.press("Lisää lappu", "C1"))
        await asyncio.sleep(0.15)
        (waiting,) = await anna.modals()
        await pressing
        form = await anna.form()

    assert (waiting["title"]["text"], "submit" in waiting) == ("Lisää lappu", False)
    assert [block["block_id"] for block in form["blocks"]] == ["note", "cell", "also"]
    assert isinstance(desk.arrived[0], FormAsked)


async def test_a_sent_form_closes_and_brings_what_was_written() -> None:
    desk = RecordingDesk(
        lambda arrived: Reply(form=note_form()) if isinstance(arrived, FormAsked) else Reply()
    )
    async with slack_app(desk) as app:
        root = await post(app)
        await app.platform.deliver(Parcel("k2", Address(AddressKind.THREAD, "slack:T1:C1", root=root), CARD))
        anna = app.person(2)
        await anna.press("Lisää lappu", "C1")
        await anna.form()

        assert await anna.fill(note=HOSTILE, also=("a", "b")) is None

        assert await anna.modals() == []
    sent = desk.arrived[1]
    assert sent == FormSent(
        sent.delivery,
        Caller("slack:T1:U2"),
        Place("slack:T1:C1", PlaceKind.CHANNEL, root.partition(":")[2]),
        NOTE,
        "n1",
        {"note": HOSTILE, "cell": "a", "also": ("a", "b")},
    )


def by_stage(sent: Reply) -> RecordingDesk:
    return RecordingDesk(lambda arrived: Reply(form=note_form()) if isinstance(arrived, FormAsked) else sent)


async def with_form(app: SlackApp) -> None:
    await post(app)
    await app.person(2).press("Lisää lappu", "C1")
    await app.person(2).form()


async def modal_says(person: SlackPerson, words: str) -> bool:
    return words in str(await person.modals())


async def test_what_is_to_be_mended_is_said_beside_its_field() -> None:
    async with slack_app(
        by_stage(Reply(errors={"note": "Lyhyemmin, kiitos.", "gone": "Valitse kohta."}))
    ) as app:
        await with_form(app)

        answer = await app.person(2).fill(note="x")

        assert answer == {"response_action": "errors", "errors": {"note": "Valitse kohta."}}
        assert len(await app.person(2).modals()) == 1


async def test_a_sent_form_may_be_followed_by_the_next() -> None:
    async with slack_app(by_stage(Reply(form=note_form("n2")))) as app:
        await with_form(app)

        await app.person(2).fill(note="x")

        form = await app.person(2).form()
        assert form["blocks"][0]["element"]["action_id"] == "paja-field.n2"


async def test_the_answer_to_a_sent_form_stands_where_the_form_stood() -> None:
    async with slack_app(by_stage(Reply(card=said("Tämä vaihe on jo suljettu.")))) as app:
        await with_form(app)

        await app.person(2).fill(note="x")

        (modal,) = await app.person(2).modals()
        assert (modal["title"]["text"], "submit" in modal) == ("Lisää lappu", False)


async def test_the_modal_says_why_there_is_no_form() -> None:
    async with slack_app(RecordingDesk(Reply(card=said("Vaihe on suljettu.")))) as app:
        await post(app)
        anna = app.person(2)

        await anna.press("Lisää lappu", "C1")

        await until(lambda: modal_says(anna, "suljettu"))


async def test_a_form_on_top_of_a_modal_is_pushed() -> None:
    more = Card("Lappusi", (Buttons((Button("Muokkaa", NOTE, opens_form=True),)),), "Lappusi")
    replies = iter([Reply(card=more), Reply(form=note_form())])
    desk = RecordingDesk(lambda _: next(replies))
    async with slack_app(desk) as app:
        await post(app)
        anna = app.person(2)
        await anna.press("Lisää lappu", "C1")
        await until(lambda: modal_says(anna, "Muokkaa"))

        await anna.press("Muokkaa")

        await anna.form()
        assert [modal["title"]["text"] for modal in await anna.modals()] == ["Lappusi", "Lisää lappu"]
    assert [arrived.place for arrived in desk.arrived if isinstance(arrived, FormAsked)] == [CHANNEL, CHANNEL]


async def test_a_trigger_that_came_too_late_spoils_nothing() -> None:
    desk = RecordingDesk(Reply(card=said("Vaihe on suljettu.")))
    async with slack_app(desk) as app:
        app.fake.world.trigger_life = -1
        await post(app)

        await app.person(2).press("Lisää lappu", "C1")

        assert await app.person(2).hears("Vaihe on suljettu.", "C1")
    assert isinstance(desk.arrived[0], FormAsked)


async def test_the_home_page_shows_what_the_desk_says() -> None:
    desk = RecordingDesk(Reply(card=CARD))
    async with slack_app(desk) as app:
        anna = app.person(2)

        await anna.open_home("messages")
        assert desk.arrived == []
        await anna.open_home()

        await until(anna.home)
        desk.replies = Reply(form=note_form())
        await anna.press_home("Lisää lappu")
        await anna.form()
    opened, pressed = desk.arrived
    assert isinstance(opened, HomeOpened)
    assert pressed.place == Place("slack:T1:U2", PlaceKind.DIRECT)


async def test_people_who_leave_and_rooms_that_go_are_told_to_the_desk() -> None:
    desk = RecordingDesk()
    async with slack_app(desk) as app:
        await app.person(2).leave("C1")
        for inside in (
            {"type": "user_change", "user": {"id": "U3", "deleted": True}},
            {"type": "channel_archive", "channel": "C1", "user": "U1"},
            {"type": "app_uninstalled"},
        ):
            assert await app.people.event(inside, f"Ev{inside['type']}") == (200, None)
    left, gone, archived, removed = desk.arrived
    assert left == PersonLeft(left.delivery, "slack:T1:U2", CHANNEL)
    assert gone == PersonLeft("slack:event:Evuser_change", "slack:T1:U3")
    assert (archived.place, removed.place) == (CHANNEL, None)


@pytest.mark.parametrize("failing", ["views.update", "views.open", "response_url", "chat.postEphemeral"])
async def test_trouble_with_an_answer_never_reaches_whoever_acts(failing: str) -> None:
    desk = RecordingDesk(Reply(card=said("Hei."), form=note_form()))
    async with slack_app(desk) as app:
        await post(app)
        app.fake.faults.add(method=failing, kind="status", status=503, times=9)

        await app.person(2).press("Lisää lappu", "C1")
        await app.person(2).press("Liity mukaan", "C1")
        await app.person(2).write("<@UBOT> tila", "C1")

    assert len(desk.arrived) == 3


async def test_nothing_is_ok_before_it_is_durable() -> None:
    desk = RecordingDesk()
    async with slack_app(desk) as app:
        await post(app)
        payload = await app.person(2).press_payload("Liity mukaan", "C1")
        desk.fails = OSError("disk full: secret words")

        assert await app.people.send(payload, "interactive") == (503, "not now")
        desk.fails = None
        assert await app.people.send(payload, "interactive") == (200, None)

    assert len(desk.arrived) == 1


def kinds(desk: RecordingDesk) -> list[type[Inbound]]:
    return [type(one) for one in desk.arrived]


async def test_the_same_conversation_goes_through_socket_mode() -> None:
    def replies(arrived: Inbound) -> Reply:
        return Reply(form=note_form()) if isinstance(arrived, FormAsked) else Reply(card=said("Selvä."))

    desk = RecordingDesk(replies)
    async with slack_app(desk, socket_mode=True) as app:
        await until(lambda: app.people.control("connected"))
        maija = app.person(1)
        await post(app)

        await maija.command("tila")
        assert await maija.whispers("C1") == ["Selvä."]
        await maija.press("Liity mukaan", "C1")
        await maija.press("Lisää lappu", "C1")
        await maija.form()
        assert (await maija.fill(note="x"))["response_action"] == "update"
        await maija.write("tila")
        await maija.hears("Selvä.")
        await maija.write("<@UBOT> tila", "C1")
        await maija.open_home()
        await maija.leave("C1")

    assert kinds(desk) == [
        CommandGiven,
        Pressed,
        FormAsked,
        FormSent,
        CommandGiven,
        CommandGiven,
        HomeOpened,
        PersonLeft,
    ]


async def test_the_bot_starts_though_slack_cannot_be_reached() -> None:
    nowhere = "http://127.0.0.1:9/api/"
    async with slack_app(RecordingDesk(), socket_mode=True, api_url=nowhere) as app:
        assert app.platform.team == ""
        assert await app.platform.member("slack:T1:U1") is None
