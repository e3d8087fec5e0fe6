"""People and the bot in Teams: what they press, ask and send reaches the desk, its reply reaches them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Button,
    Buttons,
    Card,
    ChoicesField,
    Form,
    Option,
    Paragraph,
    Span,
    TextField,
)
from bot.platforms.inbound import (
    BotRemoved,
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import Address, AddressKind, Parcel
from tests.support import teams_activities as activities
from tests.support.fake_teams_world import CHANNEL, GROUP, TEAM, TENANT
from tests.support.recording_desk import RecordingDesk
from tests.support.teams_app import TeamsApp, teams_app
from tests.support.teams_people import NothingLikeThatError, TeamsPerson

LOBBY = Card(
    "Paja 1",
    (
        Buttons(
            (
                Button("Liity", Action("join", "s1")),
                Button("Lisää lappu", Action("note", "s1"), opens_form=True),
                Button("Lopeta", Action("end", "s1"), confirm="Lopetetaanko?"),
            )
        ),
    ),
    "Paja 1",
)
FORM = Form(
    "Lisää lappu",
    (
        TextField("text", "Lappu", max_length=200),
        ChoicesField("picks", "Nostot", (Option("a", "Sisu"), Option("b", "Huumori"))),
    ),
    "Tallenna",
    "Peru",
    Action("save", "s1"),
    "nonce-1",
)


def saying(text: str, *buttons: Button) -> Card:
    return Card("", (Paragraph((Span(text),)), *((Buttons(buttons),) if buttons else ())), "Lyhyesti")


@pytest.fixture
def desk() -> RecordingDesk:
    return RecordingDesk()


@pytest.fixture
async def app(desk: RecordingDesk) -> AsyncIterator[TeamsApp]:
    async with teams_app(desk) as made:
        maija = await made.person(1)
        assert await maija.command("aloita 1") == 202
        assert await maija.command("aloita 1", GROUP) == 202
        for where in (CHANNEL, GROUP):
            address = Address(AddressKind.CHANNEL, f"teams:{TENANT}:{where}")
            await made.platform.deliver(Parcel("lobby", address, LOBBY))
        desk.arrived.clear()
        yield made
        assert made.fake.refused == []


def replying(**replies: Reply) -> Callable[[Inbound], Reply]:
    return lambda arrived: replies.get(type(arrived).__name__, Reply())


async def anna_of(app: TeamsApp) -> TeamsPerson:
    return await app.person(2)


async def test_a_short_reply_to_a_press_passes_by(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = Reply(card=saying("Mukana ollaan."))
    anna = await anna_of(app)
    await anna.press("Liity", CHANNEL)
    (pressed,) = desk.arrived
    assert isinstance(pressed, Pressed)
    assert (pressed.action, pressed.caller.person, pressed.place) == (
        Action("join", "s1"),
        anna.ours,
        Place(f"teams:{TENANT}:{CHANNEL}", PlaceKind.CHANNEL),
    )
    assert anna.whispers() == ["Mukana ollaan."]
    assert await anna.messages() == []


async def test_a_reply_of_nothing_is_still_an_answer(app: TeamsApp) -> None:
    anna = await anna_of(app)
    await anna.press("Liity", CHANNEL)
    assert anna.whispers() == ["✓"]


@pytest.mark.parametrize(
    "card",
    [saying("Tämä tallennetaan. " * 20), saying("Lyhyt", Button("Poista", Action("forget")))],
)
async def test_a_long_reply_comes_by_direct_message(app: TeamsApp, desk: RecordingDesk, card: Card) -> None:
    desk.replies = Reply(card=card)
    anna = await anna_of(app)
    await anna.press("Liity", CHANNEL)
    assert anna.whispers() == ["Lyhyesti"]
    text = card.blocks[0].rich[0].text  # type: ignore[union-attr]
    assert await anna.hears(text.strip()[:40])
    assert len(await anna.messages()) == 1


async def test_somebody_who_cannot_be_written_to_still_gets_the_line(
    app: TeamsApp, desk: RecordingDesk
) -> None:
    await app.people.control("person", person=2, installed=False)
    desk.replies = Reply(card=saying("Tämä tallennetaan. " * 20))
    anna = await anna_of(app)
    await anna.press("Liity", CHANNEL)
    assert anna.whispers() == ["Lyhyesti"]
    parts = await app.platform._ready()  # noqa: SLF001
    await parts.turns.close()
    assert [one.split(" ")[:2] for one in app.fake.refused] == [["open", "403"]]
    app.fake.refused.clear()


async def test_an_old_client_gets_its_answer_by_direct_message(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = Reply(card=saying("Mukana ollaan."))
    anna = await anna_of(app)
    assert await anna.press_old("Liity", CHANNEL) == 202
    assert await anna.hears("Mukana ollaan.") == "Mukana ollaan."
    assert [type(one) for one in desk.arrived] == [Pressed]


async def test_a_question_comes_before_a_press_that_needs_one(app: TeamsApp, desk: RecordingDesk) -> None:
    anna = await anna_of(app)
    assert "Lopetetaanko?" in (await anna.sees(CHANNEL))[-1]
    await anna.press("Lopeta", CHANNEL)
    (pressed,) = desk.arrived
    assert isinstance(pressed, Pressed)
    assert pressed.action == Action("end", "s1")


async def test_a_form_opens_and_comes_back(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = replying(FormAsked=Reply(form=FORM))
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    assert anna.dialogs[-1]["title"] == "Lisää lappu"
    assert await anna.fill(text="Sisu, ja huumori", picks=["a", "b"]) == {}
    assert anna.dialogs == []
    asked, sent = desk.arrived
    assert isinstance(asked, FormAsked)
    assert isinstance(sent, FormSent)
    assert (sent.action, sent.nonce) == (Action("save", "s1"), "nonce-1")
    assert sent.values == {"text": "Sisu, ja huumori", "picks": ("a", "b")}


async def test_what_is_to_be_mended_is_shown_and_nothing_written_is_lost(
    app: TeamsApp, desk: RecordingDesk
) -> None:
    wrong = Reply(errors={"text": "Lyhennä vähän"})
    desk.replies = replying(FormAsked=Reply(form=FORM), FormSent=wrong)
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    await anna.fill(text="Aika pitkä lappu", picks=["b"])
    body = anna.form()["body"]
    assert body[0]["inlines"][0]["text"] == "Lyhennä vähän"
    assert [one["value"] for one in body if one["type"].startswith("Input.")] == ["Aika pitkä lappu", "b"]
    desk.replies = Reply()
    await anna.fill(text="Lappu")
    assert [type(one).__name__ for one in desk.arrived] == ["FormAsked", "FormSent", "FormSent"]
    assert desk.arrived[-1].values == {"text": "Lappu", "picks": ("b",)}  # type: ignore[union-attr]


async def test_a_form_from_before_a_restart_says_what_was_wrong_and_keeps_what_was_written(
    app: TeamsApp, desk: RecordingDesk
) -> None:
    desk.replies = replying(FormAsked=Reply(form=FORM), FormSent=Reply(errors={"text": "Lyhennä vähän"}))
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    (await app.platform._ready()).turns._forms.clear()  # noqa: SLF001
    await anna.fill(text="Lappu")
    shown = str(anna.dialogs[-1])
    assert ("Lyhennä vähän" in shown, "Lappu" in shown) == (True, True)


async def test_one_form_may_lead_to_the_next(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = replying(FormAsked=Reply(form=FORM), FormSent=Reply(form=FORM))
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    await anna.fill(text="Yksi")
    await anna.fill(text="Kaksi")
    assert [one.values["text"] for one in desk.arrived if isinstance(one, FormSent)] == ["Yksi", "Kaksi"]


async def test_no_form_but_a_reason(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = Reply(card=saying("Vaihe on jo suljettu."))
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    assert (anna.whispers(), anna.dialogs) == (["Vaihe on jo suljettu."], [])


async def test_a_long_reason_is_a_dialog_whose_buttons_work(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = replying(
        FormAsked=Reply(card=saying("Suljettu.", Button("Näytä tila", Action("state", "s1"))))
    )
    anna = await anna_of(app)
    await anna.press("Lisää lappu", CHANNEL)
    await anna.press("Näytä tila")
    pressed = desk.arrived[-1]
    assert isinstance(pressed, Pressed)
    assert pressed.action == Action("state", "s1")


@pytest.mark.parametrize("where", [CHANNEL, GROUP, ""])
async def test_a_command_is_answered_to_the_one_who_gave_it(
    app: TeamsApp, desk: RecordingDesk, where: str
) -> None:
    desk.replies = Reply(card=saying("En tunne komentoa alota."), instead=saying("Vain sinulle."))
    anna = await anna_of(app)
    assert await anna.command("alota 1", where) == 202
    await anna.hears("En tunne komentoa alota.")
    assert "En tunne komentoa alota." not in (await anna.sees(where) if where else [])


@pytest.mark.parametrize("where", [CHANNEL, GROUP])
async def test_who_cannot_be_reached_alone_is_told_so_where_they_asked(
    app: TeamsApp, desk: RecordingDesk, where: str
) -> None:
    desk.replies = Reply(card=saying("Fasilitaattori: Maija."), instead=saying("Vain sinulle."))
    anna = await anna_of(app)
    await app.people.control("person", person=anna.number, installed=False)
    assert await anna.command("fasilitaattori", where) == 202
    await anna.hears("Vain sinulle.", where)
    question, answer = (await anna.messages(where))[-2:]
    assert question["thread"] == answer["thread"]
    assert "Fasilitaattori: Maija." not in str(await anna.messages(where))
    assert app.fake.refused == ["open 403 BotNotInConversationRoster "]
    app.fake.refused.clear()


async def test_a_form_that_a_command_asks_for_is_behind_a_button(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = replying(CommandGiven=Reply(form=FORM), FormAsked=Reply(form=FORM))
    anna = await anna_of(app)
    assert await anna.command("fasilitaattori") == 202
    await anna.hears(FORM.title)
    await anna.press(FORM.title)
    assert anna.form()["actions"]
    assert isinstance(desk.arrived[-1], FormAsked)


async def test_people_named_in_a_command_are_known_even_before_they_spoke(
    app: TeamsApp, desk: RecordingDesk
) -> None:
    anna, ville = await app.person(2), await app.person(3)
    made = activities.message(
        anna.account,
        {"conversation": f"{CHANNEL};messageid=9", "kind": "channel"},
        app.people.service_url,
        f"{activities.TAG} fasilitaattori <at>Ville Vuori</at>",
        "9",
    )
    made["entities"].append(activities.mention(ville.account["id"], ville.name))
    assert (await app.people.send(made))[0] == 202
    (given,) = desk.arrived
    assert isinstance(given, CommandGiven)
    assert [(one.person, one.name) for one in given.mentioned] == [(ville.ours, "Ville Vuori")]


async def test_leaving_a_team_is_leaving_its_channels(app: TeamsApp, desk: RecordingDesk) -> None:
    anna = await anna_of(app)
    assert await anna.leave(TEAM) == 202
    assert [
        (one.person, one.place.id) for one in desk.arrived if isinstance(one, PersonLeft) and one.place
    ] == [
        (anna.ours, f"teams:{TENANT}:{TEAM}"),
        (anna.ours, f"teams:{TENANT}:{CHANNEL}"),
    ]
    assert len({one.delivery for one in desk.arrived}) == 2


async def test_taking_the_bot_out_of_a_team_ends_it_in_its_channels(
    app: TeamsApp, desk: RecordingDesk
) -> None:
    maija = await app.person(1)
    where = {"conversation": TEAM, "kind": "channel"}
    gone = activities.installed(maija.account, where, app.people.service_url, "remove")
    assert (await app.people.send(gone))[0] == 202
    places = [one.place.id for one in desk.arrived if isinstance(one, BotRemoved) and one.place]
    assert places == [f"teams:{TENANT}:{TEAM}", f"teams:{TENANT}:{CHANNEL}"]


async def test_a_deleted_channel_is_gone_alone(app: TeamsApp, desk: RecordingDesk) -> None:
    maija = await app.person(1)
    deleted = activities.channel_deleted(maija.account, app.people.service_url)
    assert (await app.people.send(deleted))[0] == 202
    assert [one.place for one in desk.arrived if isinstance(one, BotRemoved)] == [
        Place(f"teams:{TENANT}:{CHANNEL}", PlaceKind.CHANNEL)
    ]


async def test_installing_opens_the_home(app: TeamsApp, desk: RecordingDesk) -> None:
    desk.replies = Reply(card=saying("Tervetuloa."))
    anna = await anna_of(app)
    assert await anna.install() == 202
    assert await anna.hears("Tervetuloa.") == "Tervetuloa."


@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit"])
async def test_a_damaged_press_is_400(app: TeamsApp, desk: RecordingDesk, name: str) -> None:
    anna = await anna_of(app)
    where = {"conversation": anna.direct, "kind": "personal"}
    for value in (None, {}, {"data": {"paja": "x|y|ä"}}, {"action": {"data": {"paja": 5}}}):
        made = activities.invoke(anna.account, where, app.people.service_url, name, value)  # type: ignore[arg-type]
        assert await app.people.send(made) == (400, None)
    assert desk.arrived == []


@pytest.mark.parametrize(
    "name", ["fileConsent/invoke", "composeExtension/query", "signin/verifyState", "new/one"]
)
async def test_an_invoke_that_we_do_not_use_is_answered_at_once(
    app: TeamsApp, desk: RecordingDesk, name: str
) -> None:
    anna = await anna_of(app)
    where = {"conversation": anna.direct, "kind": "personal"}
    made = activities.invoke(anna.account, where, app.people.service_url, name, {"x": 1})
    assert await app.people.send(made) == (200, {})
    assert desk.arrived == []


async def test_the_fake_shows_what_teams_would_not_let_pass(app: TeamsApp) -> None:
    anna = await anna_of(app)
    with pytest.raises(NothingLikeThatError):
        await anna.press("Ei sellaista", CHANNEL)
    with pytest.raises(NothingLikeThatError):
        anna.form()
