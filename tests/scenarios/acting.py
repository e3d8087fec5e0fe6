"""People who do in a real chat what simulated colleagues would do: by the buttons and forms that they see."""

from __future__ import annotations

from dataclasses import replace

from content.library import Edition
from content.wording import WorkshopWords
from dialogs import events as e
from dialogs.activities.scale import scale_step
from dialogs.rehearsal import next_deed
from dialogs.session import Session, number
from tests.scenarios.chat import Values
from tests.scenarios.team import Team

LEADER = "Maija"
ONWARDS = ("Jatka", "Seuraava työpiste", "Kotipisteelle", "Seuraava", "Päätä paja")
_DEEDS = 400


async def everybody_acts(team: Team, platform: str, most: int = _DEEDS) -> int:
    """Everybody does what there is to do, `most` deeds in all; how many it took."""
    for done in range(most):
        session, edition = live(team, platform)
        words = edition.in_language(session.language)
        deeds = (next_deed(session, one.person, words) for one in session.here)
        deed = next((one for one in deeds if one), None)
        if deed is None:
            return done
        await does(team, session, words, _in_own_words(deed, len(session.notes)))
        assert live(team, platform)[0] != session, f"{deed} led nowhere"
    return most


def live(team: Team, platform: str) -> tuple[Session, Edition]:
    """The session that goes on."""
    (found,) = team.bot.core.live(platform)
    return found


def _in_own_words(deed: e.Event, count: int) -> e.Event:
    """Nobody says the same as another: choices of the same label could not be told apart."""
    if not isinstance(deed, e.Noted):
        return deed
    parts = tuple(f"{part} {count}" for part in deed.parts)
    return replace(deed, text=f"{deed.text} {count}", parts=parts)


async def does(team: Team, session: Session, words: WorkshopWords, event: e.Event) -> None:
    """One deed, on the newest card that has its button."""
    name = session.name(getattr(event, "person", "")).split(maxsplit=1)[0]
    label, pages, card = _on_screen(session, words, event)
    if pages:
        await team.fills(name, label, *pages, card=card)
    else:
        await team.presses(name, label, card)


def _on_screen(  # noqa: PLR0911 -- a line for each kind of deed
    session: Session, words: WorkshopWords, event: e.Event
) -> tuple[str, tuple[Values, ...], str]:
    """The button, what is filled in behind it (page by page), and words of the card that it is on."""
    title = words.steps[session.current].title
    match event:
        case e.Noted(origin=origin) if origin:
            return "Käännä rivi", ({"origin": origin, "text": event.text},), title
        case e.Noted():
            return "Lisää lappu", _pages(session, event), _canvas(session, words, event)
        case e.Picked():
            dots = getattr(session.step, "by", "") == "everybody"
            card = _of_group(title, event.group) if event.group else title
            return "Anna äänesi" if dots else "Valitse nostot", ({"notes": event.notes},), card
        case e.Themed():
            return "Kokoa teemaksi", ({"theme": "new", "name": event.name, "notes": event.notes},), title
        case e.PlacesChosen():
            return "Merkitse paikkasi", _places(session, event), title
        case e.Rated():
            return "Kerro, miten meni", ({"score": str(event.score), "line": event.line},), title
        case e.Readied():
            return "Olen valmis", (), title
        case _:
            raise AssertionError(f"nobody has learnt to act {event}")


def _pages(session: Session, event: e.Noted) -> tuple[Values, ...]:
    """The cell and the text; or first the cell, and then what is asked about it."""
    parts: Values = {f"part.{n}": part for n, part in enumerate(event.parts, start=1)}
    written: Values = parts or {"text": event.text}
    step = session.steps[event.step]
    if step.kind == "rotate" or len(step.canvas.ids()) == 1:  # type: ignore[union-attr]
        return (written,)
    if getattr(step, "parts", {}):
        return {"cell": event.cell}, written
    return ({"cell": event.cell, **written},)


def _places(session: Session, event: e.PlacesChosen) -> tuple[Values, ...]:
    """Both sides: the second form follows the first."""
    axes = scale_step(session, event.step).axes
    values: Values = {f"axis.{axis}": str(place) for axis, place in zip(axes, event.places, strict=True)}
    return values, values


def _canvas(session: Session, words: WorkshopWords, event: e.Noted) -> str:
    """Words on the card that somebody writes on."""
    step = session.steps[event.step]
    title = words.steps[step.id].title
    if step.kind == "rotate":
        return f"{title} · {words.steps[step.id].cells[event.cell].label}"
    return _of_group(title, event.group) if getattr(step, "who", "") == "small_groups" else title


def _of_group(title: str, group: str) -> str:
    return f"{title} · Ryhmä {number(group)}"


async def goes_on(team: Team) -> None:
    """Maija goes on by her newest panel, over a break too."""
    panel = [card for card in await team.direct(LEADER) if card.title.startswith("Ohjaamo")][-1]
    found = [
        label
        for label in ("Jatka", "Seuraava työpiste", "Kotipisteelle", "Seuraava", "Päätä paja")
        if label in panel.buttons
    ]
    await team.presses(LEADER, found[0], "Ohjaamo")
