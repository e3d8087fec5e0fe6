"""One calm palette: warm paper, soft tints, dark ink. Every pair used for text has contrast AA (4.5:1)."""

from __future__ import annotations

from dataclasses import dataclass

PAPER = "#FBF8F2"
INK = "#2F2B33"
MUTED = "#544E57"
WHITE = "#FFFFFF"
GOLD = "#F3C766"
HONEY = "#E3A93F"
STEM = "#8FB08A"
MOSS = "#DCE8D2"
BARK = "#B79C86"
CROWN = "#EDF2E4"
HUSH = "#F1EBE0"
LINE = "#DDD3C4"


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour group: `soft` carries text, `deep` is for edges and marks, never behind text."""

    soft: str
    deep: str


ROSE = Tint("#F5CFCF", "#C77B81")
APRICOT = Tint("#F9D9BC", "#CF8B51")
BUTTER = Tint("#F6E7AE", "#B99A33")
SAGE = Tint("#D2E4C6", "#75985F")
MINT = Tint("#C6E4DB", "#569585")
SKY = Tint("#CCE0F0", "#6391B5")
LAVENDER = Tint("#DED7F0", "#8877B4")
MALLOW = Tint("#F0D2E3", "#B2719A")

TINTS = (ROSE, APRICOT, BUTTER, SAGE, MINT, SKY, LAVENDER, MALLOW)
PETALS = (ROSE, APRICOT, BUTTER, MALLOW, LAVENDER)
LEAVES = (SAGE, MINT, BUTTER, Tint("#DDE8B8", "#869A45"))

# Behind text: everything above that is light. The tests hold each of these against INK and MUTED.
GROUNDS = (PAPER, WHITE, GOLD, MOSS, HUSH, *(tint.soft for tint in (*TINTS, *LEAVES)))


def tint(group: int) -> Tint:
    """The colour of a group; groups beyond the palette begin again from the first."""
    return TINTS[group % len(TINTS)]


def paler(colour: str, share: float = 0.5) -> str:
    """The colour mixed with paper; `share` is how much paper."""
    pairs = ((int(colour[i : i + 2], 16), int(PAPER[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004
