"""The one typeface of the pictures, read from the locked package `font-source-sans-pro`.

Source Sans Pro (SIL Open Font License) has Finnish, Swedish, Sámi, Cyrillic and Greek letters and a
neutral box for everything else. Reading it from a package keeps pictures the same on every machine.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FAMILY = "Source Sans Pro"
_PACKAGE = "font_source_sans_pro"
_REGULAR, _SEMIBOLD = "SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"


def font_files() -> tuple[str, str]:
    """Paths of the two font files, regular and semibold, for a renderer that reads them itself."""
    folder = files(_PACKAGE) / "files"
    return str(folder / _REGULAR), str(folder / _SEMIBOLD)


@cache
def advances(*, bold: bool) -> dict[str, float]:
    """Width of every character the font can draw, in ems (parts of the font size)."""
    with TTFont(font_files()[1 if bold else 0], lazy=True) as font:
        units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()}


def can_draw(character: str) -> bool:
    """Whether both weights of the font have this character."""
    return character in advances(bold=False) and character in advances(bold=True)
