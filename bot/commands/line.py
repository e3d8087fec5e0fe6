"""The command line: what `paja` understands, and `paja --help` says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Pajabotti: workshops in Slack, in Teams, in the browser.",
)


@app.command()
def serve() -> None:
    """Run the bot: Slack and Teams when their settings are there, the practice room on this machine."""
    from bot.commands.serve import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run())


@app.command()
def check() -> None:
    """Check all content: every flaw with its file, line and field."""
    from bot.commands.check import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run())


@app.command()
def play(
    workshop: Annotated[str, typer.Argument(help="Number or name of the workshop.")] = "1",
    people: Annotated[int, typer.Option(min=1, max=40, help="How many simulated people.")] = 7,
    language: Annotated[str, typer.Option(help="fi or en.")] = "fi",
    seed: Annotated[int, typer.Option(help="Decides who works with whom.")] = 1,
) -> None:
    """Play a whole workshop here with simulated people, to its summary."""
    from bot.commands.play import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run(workshop, people, language, seed))


@app.command()
def preview(
    to: Annotated[Path, typer.Option(help="The page to write.")] = Path("preview.html"),
) -> None:
    """Write one page with every card, in every language, for every platform."""
    from bot.commands.preview import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run(to))


@app.command(name="new-workshop")
def new_workshop(
    slug: Annotated[str, typer.Argument(help="Its name: small letters, digits, hyphens.")],
    to: Annotated[Path | None, typer.Option(help="The folder of your workshops.")] = None,
) -> None:
    """Begin a workshop of your own: a small one that works at once, to be written over."""
    from bot.commands.new_workshop import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run(slug, to))


@app.command()
def schema(
    to: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("schema"),
) -> None:
    """Write the JSON Schemas of content files, for editors."""
    from bot.commands.schema import run  # noqa: PLC0415 -- each command loads only what it needs

    sys.exit(run(to))
