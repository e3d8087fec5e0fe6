"""`paja play`: a whole workshop in the terminal, with simulated people, ending in the summary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from adaptive_cards.renderers.plain_text import render
from adaptive_cards.views import card
from adaptive_cards.words import Words
from bot.library import library, own_folder
from bot.practice.names import colleague_names
from content.library import Edition, Library
from dialogs.boards import direct
from dialogs.compose import compose
from dialogs.playthrough import Cast, play
from dialogs.reactions import summary_boards
from dialogs.session import Session

HELSINKI = ZoneInfo("Europe/Helsinki")
FACILITATOR = ("play:local:maija", "Maija")


def run(name: str, people: int, language: str, seed: int) -> int:
    """Play it; 2 when there is no such workshop or language."""
    console = Console()
    found = library(own_folder())
    edition = found.find(name)
    if edition is None or language not in edition.languages:
        offered = ", ".join(
            f"{one.workshop.number} ({', '.join(one.languages)})" for one in found.editions.values()
        )
        console.print(f"no workshop {name!r} in {language!r}; there are: {offered}", markup=False)
        return 2
    cast = Cast(
        FACILITATOR, [(f"play:local:{one}", one) for one in colleague_names()[:people]], seed, language
    )
    session = _with_progress(console, edition, cast)
    for text in _summary(session, edition, found, language):
        console.print(Text(text))
        console.print()
    return 0


def _with_progress(console: Console, edition: Edition, cast: Cast) -> Session:
    """Play to the end, with a line for each step as it goes."""
    words = edition.in_language(cast.language)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[notes]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        lines: dict[str, TaskID] = {}
        turns = (turn.session for _, _, turn in play(edition, cast, datetime.now(UTC)))
        session = next(turns)
        for session in turns:
            if session.current and session.current not in lines:
                _finish(progress, lines)
                title = words.steps[session.current].title
                lines[session.current] = progress.add_task(title, total=len(cast.people), notes="")
            _update(progress, lines, session)
        _finish(progress, lines)
    return session


def _update(progress: Progress, lines: dict[str, TaskID], session: Session) -> None:
    run = session.run
    if run is not None:
        written = f"{run.notes} ✎" if run.notes else ""
        progress.update(lines[run.step], completed=len(run.ready | run.wrote), notes=written)


def _finish(progress: Progress, lines: dict[str, TaskID]) -> None:
    for task in list(lines.values())[-1:]:
        progress.update(task, completed=progress.tasks[task].total)


def _summary(session: Session, edition: Edition, library: Library, language: str) -> Iterator[str]:
    """What the facilitator gets, as text."""
    words = Words(library.phrasebook(language), edition.in_language(language), HELSINKI, edition.workshop)
    for board in summary_boards(session):
        message = compose(session, board, direct(FACILITATOR[0]), datetime.now(UTC))
        if message is not None:
            yield render(card(message, words))
