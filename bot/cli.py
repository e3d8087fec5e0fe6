"""The console script `paja`: each command is one module in `bot/commands/`."""

from __future__ import annotations

import gc
import sys


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
