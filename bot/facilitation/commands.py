"""Commands: `/paja …` in a channel, to the bot alone, or in a few people's own conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.facilitation import own_data, own_times
from bot.facilitation.answer import Answer
from bot.facilitation.job import Writing
from bot.facilitation.jobs import Happening, Starting
from bot.facilitation.journey_desk import JourneyDesk
from bot.facilitation.kept import Kept
from bot.facilitation.office import Office, delivery_id
from bot.facilitation.people import Somebody
from bot.facilitation.starting import started
from bot.platforms.inbound import CommandGiven, Place, PlaceKind, Reply
from bot.storage.changes import Changes
from content.library import Edition, Library
from dialogs import commands as c
from dialogs import desk_messages as d
from dialogs import events as e
from dialogs import forms, presses
from dialogs.boards import direct
from dialogs.decisions.facilitating import names
from dialogs.journey.areas import COMMANDS
from dialogs.messages import Stage
from dialogs.planner import Mode, Wish
from dialogs.reactions import summary_boards
from dialogs.receipts import Code, Receipt


class Commands:
    """One method for each command."""

    def __init__(self, office: Office, journeys: JourneyDesk) -> None:
        self._office = office
        self._journeys = journeys
        self._commands: dict[type, Callable[[CommandGiven, Somebody, Any], Awaitable[Reply]]] = {
            c.Help: self._help,
            c.Workshops: self._workshops,
            c.Start: self._start,
            c.Status: self._status,
            c.Steer: self._steer,
            c.Lead: self._lead,
            c.SummaryAsked: self._summary,
            c.MyData: self._my_data,
            c.ForgetMe: self._forget_me,
            c.Language: self._language,
            c.Join: self._join,
            c.Leave: self._leave,
            c.Away: lambda given, by, command: own_times.away(office, given, by, command),
            c.Here: lambda given, by, _: own_times.here(office, given, by),
            c.WorkingHours: lambda given, by, command: own_times.hours(office, given, by, command),
            c.Unknown: self._unknown,
        }

    async def answer(self, given: CommandGiven, by: Somebody) -> Reply:
        """Do what the command says."""
        command = parse(given.text)
        if type(command) in COMMANDS:
            return await self._journeys.command(given, by, command)
        return await self._commands[type(command)](given, by, command)

    # --- about the bot ---

    async def help(self, place: Place, by: Somebody, *, own: bool = False) -> Reply:
        """What can be done here; with `own` also what the person has open in all their journeys."""
        kept = await self._find(place, by)
        lines = await self._journeys.own(by) if own else ()
        if kept is None:
            return self._office.said(Answer(d.Help(d.Where.ELSEWHERE, own=lines)), by)
        where = d.Where.LOBBY if kept.session.stage is Stage.LOBBY else d.Where.RUNNING
        return self._say(kept, d.Help(where, kept.session.id, kept.session.leads(by.person), lines), by)

    async def _help(self, given: CommandGiven, by: Somebody, _: c.Help) -> Reply:
        return await self.help(given.place, by)

    async def _workshops(self, _: CommandGiven, by: Somebody, __: c.Workshops) -> Reply:
        return self._office.said(Answer(d.WorkshopList(self._lines(by))), by)

    def _lines(self, by: Somebody) -> tuple[d.WorkshopLine, ...]:
        library = self._office.speech.library
        in_order = sorted(library.editions.values(), key=lambda one: one.workshop.place)
        return tuple(_line(one, by.language, library) for one in in_order)

    async def _unknown(self, _: CommandGiven, by: Somebody, command: c.Unknown) -> Reply:
        return self._office.said(Answer(d.UnknownCommand(command.said, command.suggestions)), by)

    async def _language(self, given: CommandGiven, by: Somebody, command: c.Language) -> Reply:
        office = self._office
        language = _named(command.code, office.speech.languages)
        if not language:
            return office.said(Answer(d.UnknownLanguage(command.code, office.speech.languages)), by)
        await office.people.choose(by.person, language)
        changed = Somebody(by.person, by.name, language, by.timezone)
        changes = Changes(office.clock.now(), languages={by.person: language})
        return await office.done(
            Writing(changes, Answer(d.LanguageChanged(language)), delivery_id(given.delivery)), changed
        )

    # --- about a session ---

    async def _start(self, given: CommandGiven, by: Somebody, command: c.Start) -> Reply:
        office = self._office
        if given.place.kind is PlaceKind.DIRECT:
            return office.said(Answer(d.ChannelOnly(given.text.strip())), by)
        edition = office.speech.library.find(command.name) if command.name else None
        if edition is None:
            message = d.UnknownWorkshop(command.name, self._lines(by)) if command.name else None
            return office.said(Answer(message or d.WorkshopList(self._lines(by))), by)
        # The channel is spoken to in Finnish unless whoever starts has asked for another language: that the
        # chat's own buttons are in English says little about a team.
        chosen = await office.people.chosen(by.person)
        job = Starting(
            given.place.id,
            edition,
            chosen or edition.languages[0],
            by,
            delivery_id(given.delivery),
            wish=_wish(command, edition),
            slow=command.slow,
            zone=str(office.speech.zone),
            session=office.state.journeys.places.get(given.place.id, ""),
        )
        return await started(office, job, by)

    async def _status(self, given: CommandGiven, by: Somebody, _: c.Status) -> Reply:
        kept = await self._find(given.place, by)
        if kept is None:
            return self._nothing_here(given.place, by)
        return self._say(kept, presses.status(kept.session, by.person, self._office.clock.now()), by)

    async def _steer(self, given: CommandGiven, by: Somebody, command: c.Steer) -> Reply:
        args = {"more": ("0", str(command.minutes))}.get(command.verb, ("0",))
        return await self._do(given, by, command.verb, () if command.verb in _WITHOUT_VISIT else args)

    async def _join(self, given: CommandGiven, by: Somebody, _: c.Join) -> Reply:
        return await self._do(given, by, "join", ())

    async def _leave(self, given: CommandGiven, by: Somebody, _: c.Leave) -> Reply:
        return await self._do(given, by, "leave", ())

    async def _do(self, given: CommandGiven, by: Somebody, verb: str, args: tuple[str, ...]) -> Reply:
        kept = await self._find(given.place, by)
        if kept is None:
            return self._nothing_here(given.place, by)
        event = presses.event_of(verb, args, by.person, by.name, by.language or kept.session.language)
        if event is None:
            return self._say(kept, Receipt(Code.UNKNOWN), by)
        job = Happening(kept.session.id, lambda *_: event, by, delivery_id(given.delivery))
        return await self._office.done(job, by)

    async def _lead(self, given: CommandGiven, by: Somebody, _: c.Lead) -> Reply:
        kept = await self._find(given.place, by)
        if kept is None:
            return self._nothing_here(given.place, by)
        session = kept.session
        if given.mentioned:
            return await self._share_lead(given, by, kept)
        if len(given.text.split()) > 1:
            return self._say(kept, d.FacilitatorUnknown(), by)
        if not session.leads(by.person):
            return self._say(kept, presses.status(session, by.person, self._office.clock.now()), by)
        form = forms.ask(session, "lead", (), by.person, self._office.clock.now())
        if isinstance(form, Receipt):
            return self._say(kept, d.FacilitatorUnknown(named=True), by)
        return self._office.said(Answer(form=form, edition=kept.edition, language=session.language), by)

    async def _share_lead(self, given: CommandGiven, by: Somebody, kept: Kept) -> Reply:
        other = given.mentioned[0].person
        if not kept.session.is_here(other):
            return self._say(kept, d.FacilitatorUnknown(named=True), by)
        event = e.FacilitatorNamed(by.person, other, kept.session.name(other))
        job = Happening(kept.session.id, lambda *_: event, by, delivery_id(given.delivery))
        return await self._office.done(job, by)

    # --- summaries, and what is one's own ---

    async def _summary(self, given: CommandGiven, by: Somebody, _: c.SummaryAsked) -> Reply:
        kept = await self._find(given.place, by) or await self._last(given.place, by)
        if kept is None:
            return self._nothing_here(given.place, by)
        return await self.summary(kept, by, given.delivery)

    async def summary(self, kept: Kept, by: Somebody, delivery: str = "") -> Reply:
        """Send the summary once more, to a facilitator."""
        if not kept.session.leads(by.person):
            return self._say(kept, Receipt(Code.FACILITATORS_ONLY, names=names(kept.session)), by)
        room = str(direct(by.person))
        boards = [(kept.session.id, room, str(board)) for board in summary_boards(kept.session)]
        changes = Changes(self._office.clock.now(), copies=boards)
        return await self._office.done(Writing(changes, Answer(), delivery_id(delivery)), by)

    async def _my_data(self, given: CommandGiven, by: Somebody, _: c.MyData) -> Reply:
        return await own_data.send(self._office, by, given.delivery)

    async def _forget_me(self, _: CommandGiven, by: Somebody, __: c.ForgetMe) -> Reply:
        sessions = await self._office.store.sessions_of(by.person)
        return self._office.said(Answer(d.ForgetQuestion(len(sessions))), by)

    # --- which session is meant ---

    async def _find(self, place: Place, by: Somebody) -> Kept | None:
        """The session that goes on in the channel; elsewhere the only one that the person is in."""
        session = self._office.state.places.get(place.id, "")
        if not session and place.kind is not PlaceKind.CHANNEL:
            live = [one for one, goes_on in await self._office.store.sessions_of(by.person) if goes_on]
            session = live[0] if len(live) == 1 else ""
        return await self._office.kept(session, by.person)

    async def _last(self, place: Place, by: Somebody) -> Kept | None:
        """The session that was the last one there."""
        session = await self._office.store.last_in(place.id)
        if session is None and place.kind is PlaceKind.DIRECT:
            own = await self._office.store.sessions_of(by.person)
            session = own[-1][0] if own else None
        return await self._office.kept(session or "", by.person)

    def _nothing_here(self, place: Place, by: Somebody) -> Reply:
        return self._office.said(Answer(d.NothingHere(direct=place.kind is PlaceKind.DIRECT)), by)

    def _say(self, kept: Kept, message: Any, by: Somebody) -> Reply:
        return self._office.said(Answer(message, edition=kept.edition, language=kept.session.language), by)


_WITHOUT_VISIT = frozenset({"pause", "resume", "end"})
_LANGUAGES = {
    "fi": ("suomi", "finnish", "finska"),
    "sv": ("ruotsi", "swedish", "svenska"),
    "en": ("englanti", "english", "engelska"),
}


def parse(text: str) -> c.Command:
    """The command, whatever was typed."""
    try:
        return c.parse(text)
    except ValueError:
        return c.Unknown("")


def _named(text: str, languages: tuple[str, ...]) -> str:
    """The language that people mean by `text`, "" when it is none of `languages`."""
    wanted = text.strip().lower()
    return next((one for one in languages if wanted in (one, *_LANGUAGES.get(one, ()))), "")


def _line(edition: Edition, language: str, library: Library) -> d.WorkshopLine:
    words, series = edition.in_language(language), edition.workshop.series
    minutes = sum(step.minutes for step in edition.workshop.steps if step.on)
    title = library.series_title(series, language) if series else ""
    return d.WorkshopLine(edition.workshop.called, words.title, words.question, minutes, title)


def _wish(command: c.Start, edition: Edition) -> Wish | None:
    """What was asked for with the start; None when the content's own agenda is fine."""
    if not command.minutes and command.mode == Mode.ROOM:
        return None
    usual = sum(step.minutes for step in edition.workshop.steps if step.on)
    return Wish(command.minutes or usual, Mode(command.mode))
