"""The process that draws pictures: `python -m bot.outbox.easel <descriptor>`, started by `bot.outbox.artist`.

Converting a picture holds Python's lock for a quarter of a second: in the bot's own process everybody would
wait. Only here are the shapes, the letters and the converter loaded.
"""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection

from adaptive_cards.pictures.png import to_png
from adaptive_cards.pictures.shapes import draw
from adaptive_cards.pictures.spec import PictureSpec, PictureTooLargeError
from bot.outbox.artist import DRAWN, FAILED, TOO_LARGE

_IDLE = 120
"""Seconds without work after which the process ends, and gives its memory back."""
_LONGEST = 30
"""Seconds that a picture may take: whoever asked may be gone and kill nobody any more."""
_POLITE = 5


def main() -> None:
    """Draw what is sent, one after another, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot; its end is ours
    os.nice(_POLITE)  # replies go first
    bot: Connection[bytes, PictureSpec] = Connection(int(sys.argv[1]))
    while True:
        signal.alarm(_IDLE)
        try:
            spec = bot.recv()
        except EOFError:
            return
        signal.alarm(_LONGEST)
        bot.send_bytes(_answer(spec))


def _answer(spec: PictureSpec) -> bytes:
    try:
        return DRAWN + to_png(draw(spec))
    except PictureTooLargeError:
        return TOO_LARGE
    except Exception:  # noqa: BLE001 -- whatever it is, it is this picture's only, and may quote what people wrote
        return FAILED


if __name__ == "__main__":
    main()
