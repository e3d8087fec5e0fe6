"""The console script `paja`: each command is one module in `bot/commands/`."""

from __future__ import annotations

import gc
import sys


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


def main() -> None:
    """The entry point of the console script."""
    # Nothing that is loaded at the start is garbage, and looking for it takes a fifth of the time.
    gc.disable()
    if sys.argv[1:] == ["serve"]:
        # It has no options, so it need not wait for the library that reads them.
        from bot.commands.serve import run  # noqa: PLC0415 -- each command loads only what it needs

        sys.exit(run())
    from bot.commands.line import app  # noqa: PLC0415 -- the same

    gc.enable()
    app()
