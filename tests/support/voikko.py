"""Finnish spelling by Voikko (Debian: libvoikko1 and voikko-fi), called as the C library that it is."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache


@cache
def speller() -> Speller | None:
    """The speller of this machine; None when the library or its Finnish dictionary is not installed."""
    try:
        return Speller(ctypes.CDLL(ctypes.util.find_library("voikko") or "libvoikko.so.1"))
    except OSError:
        return None


class Speller:
    """Says whether a Finnish word is spelled right. One is enough for the life of the process."""

    def __init__(self, library: ctypes.CDLL) -> None:
        """Open the Finnish dictionary; raises `OSError` when there is none."""
        library.voikkoInit.restype = ctypes.c_void_p
        library.voikkoInit.argtypes = (ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_char_p)
        library.voikkoSpellCstr.restype = ctypes.c_int
        library.voikkoSpellCstr.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
        error = ctypes.c_char_p()
        self._library = library
        self._handle = library.voikkoInit(ctypes.byref(error), b"fi", None)
        if not self._handle:
            raise OSError((error.value or b"no Finnish dictionary").decode())

    def knows(self, word: str) -> bool:
        """Whether `word` is a Finnish word in some form."""
        return bool(self._library.voikkoSpellCstr(self._handle, word.encode()) == 1)
