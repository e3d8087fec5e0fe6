"""The desk's reply on its way back to whoever acted: in the answer to the request, as a modal, or beside it.

Source: Slack, "Handling user interaction", "Modals", "Slash commands"; platforms.md 1.3, 1.5 and 1.7.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from adaptive_cards.card import Card, Form
from adaptive_cards.renderers.block_kit import render, render_form, render_home, render_notice, render_waiting
from bot.platforms.inbound import (
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.platforms.platform import RefusedError
from bot.platforms.slack.api import Api
from bot.platforms.slack.errands import Errands, tried
from bot.platforms.slack.ids import local
from bot.platforms.slack.inbound_text import unescaped

_SLACK_HOSTS = (".slack.com", ".slack-gov.com")

Json = dict[str, Any]
Opening = asyncio.Task[Any]


class Answers:
    """Answers of one workspace's bot. `response_url`s lead to Slack's own hosts, or to `api_host`."""

    def __init__(self, api: Api, errands: Errands, api_host: str) -> None:
        self._api = api
        self._errands = errands
        self._host = api_host

    def open_waiting(self, payload: Json, asked: FormAsked) -> Opening | None:
        """Open a modal that waits, at once: the `trigger_id` lives three seconds, the desk may need more."""
        trigger = payload.get("trigger_id")
        if not trigger:
            return None
        waiting = render_waiting(_label(payload), **_origin(asked.place))
        return self._errands.start(self._open(payload, trigger, waiting))

    def give(self, payload: Json, arrived: Inbound, reply: Reply, opening: Opening | None) -> Json | None:
        """What the request itself is answered with (None: nothing); the rest is sent beside it."""
        match arrived:
            case FormSent():
                return _to_form(payload, arrived, reply)
            case FormAsked():
                self._errands.start(self._fill(payload, arrived, reply, opening))
            case CommandGiven() if "command" in payload:
                self._open_form(payload, arrived.place, reply.form)
                return _ephemeral(reply.card) if reply.card else None
            case CommandGiven():
                self._say(arrived, reply.card)
            case HomeOpened():
                self._publish(arrived, reply.card)
            case Pressed():
                self._press(payload, arrived, reply)
        return None

    def _press(self, payload: Json, press: Pressed, reply: Reply) -> None:
        self._open_form(payload, press.place, reply.form)
        if reply.card:
            self._errands.start(self._respond(payload, press.place, reply.card))

    def _open_form(self, payload: Json, place: Place, form: Form | None) -> None:
        trigger = payload.get("trigger_id")
        if form and trigger:
            self._errands.start(self._open(payload, trigger, render_form(form, **_origin(place))))

    async def _open(self, payload: Json, trigger: str, view: Json) -> str:
        """Open a modal, on top of the one that was pressed in; returns its id."""
        method = "views.push" if (payload.get("view") or {}).get("type") == "modal" else "views.open"
        answer = await self._api.call(method, {"trigger_id": trigger, "view": view})
        return str(answer["view"]["id"])

    async def _fill(self, payload: Json, asked: FormAsked, reply: Reply, opening: Opening | None) -> None:
        """Put the form, or why there is none, into the modal that waits for it."""
        view_id = await opening if opening else None
        if view_id:
            await self._update(view_id, _instead(payload, asked.place, reply))
        elif reply.card:
            await self._respond(payload, asked.place, reply.card)

    async def _update(self, view_id: str, view: Json) -> None:
        await tried(
            lambda: self._api.call("views.update", {"view_id": view_id, "view": view}, repeatable=True)
        )

    async def _respond(self, payload: Json, place: Place, card: Card) -> None:
        """A private, passing answer to a press: at its `response_url`, or in the modal that it was in."""
        url = payload.get("response_url") or ""
        if url:
            self._check(url)
            thread = {"thread_ts": place.thread} if place.thread else {}
            await self._api.respond(url, {**_ephemeral(card), "replace_original": False, **thread})
        elif (payload.get("view") or {}).get("type") == "modal":
            await self._update(payload["view"]["id"], render_notice(card, **_origin(place)))
        else:
            await self._api.call("chat.postMessage", {"channel": payload["user"]["id"], **render(card)})

    def _check(self, url: str) -> None:
        address = urlsplit(url)
        slack = address.scheme == "https" and (address.hostname or "").endswith(_SLACK_HOSTS)
        if not slack and address.netloc != self._host:
            raise RefusedError("strange_response_url")

    def _say(self, given: CommandGiven, card: Card | None) -> None:
        """Answer words: in the direct conversation, or privately where the bot was named."""
        if not card:
            return
        where = {"channel": local(given.place.id)}
        thread = {"thread_ts": given.place.thread} if given.place.thread else {}
        literal = {"parse": "none", "link_names": False}
        message = {**render(card), **where, **thread, **literal}
        if given.place.kind is PlaceKind.DIRECT:
            quiet = {"unfurl_links": False, "unfurl_media": False, "mrkdwn": False}
            self._errands.start(self._api.call("chat.postMessage", {**message, **quiet}))
        else:
            message["user"] = local(given.caller.person)
            self._errands.start(self._api.call("chat.postEphemeral", message))

    def _publish(self, opened: HomeOpened, card: Card | None) -> None:
        if card:
            home = {"user_id": local(opened.caller.person), "view": render_home(card)}
            self._errands.start(tried(lambda: self._api.call("views.publish", home, repeatable=True)))


def _to_form(payload: Json, sent: FormSent, reply: Reply) -> Json | None:
    """A sent form is mended, followed by another, answered in its own place, or closed."""
    if reply.errors:
        return {"response_action": "errors", "errors": _errors(payload, reply.errors)}
    if reply.form:
        return {"response_action": "update", "view": render_form(reply.form, **_origin(sent.place))}
    if reply.card:
        title = unescaped(payload["view"]["title"]["text"])
        return {
            "response_action": "update",
            "view": render_notice(reply.card, title=title, **_origin(sent.place)),
        }
    return None


def _errors(payload: Json, errors: dict[str, str]) -> dict[str, str]:
    """Slack takes errors for the form's own inputs only; what belongs to none stands at the first of them."""
    inputs = [block["block_id"] for block in payload["view"]["blocks"] if block.get("type") == "input"]
    return {field if field in inputs or not inputs else inputs[0]: text for field, text in errors.items()}


def _instead(payload: Json, place: Place, reply: Reply) -> Json:
    if reply.form:
        return render_form(reply.form, **_origin(place))
    return render_notice(reply.card or Card("", (), "✓"), title=_label(payload), **_origin(place))


def _ephemeral(card: Card) -> Json:
    return {"response_type": "ephemeral", **render(card)}


def _label(payload: Json) -> str:
    """The words on the pressed button: the title of a modal of which nothing else is known yet."""
    pressed = (payload.get("actions") or [{}])[0]
    return unescaped(str((pressed.get("text") or {}).get("text") or "…"))


def _origin(place: Place) -> dict[str, str]:
    return {"place": place.id, "thread": place.thread}
