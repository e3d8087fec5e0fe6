"""Draws the two icons of the Teams app beside this file: a flower, for what grows in a workshop.

    python deploy/teams/draw_icons.py

`color.png` is 192 x 192, `outline.png` 32 x 32, white on nothing (platforms.md 2.13).
"""  # noqa: INP001 -- a script, not a package

from __future__ import annotations

from pathlib import Path

import resvg_py

NIGHT, SUN = "#1D3557", "#F1B24A"
PETALS = ("#E76F51", "#2A9D8F", "#8AB17D", "#A8DADC", "#E9C46A", "#F4A261")


def flower(petals: tuple[str, ...], heart: str, size: int, *, stroke: str = "") -> str:
    """Six petals round a heart, in a square of `size` units."""
    line = f' stroke="{stroke}" stroke-width="2"' if stroke else ""
    middle, reach = size / 2, size * 0.2
    made = [
        f'<ellipse cx="{middle}" cy="{middle - reach}" rx="{size * 0.12}" ry="{size * 0.18}" fill="{colour}"'
        f'{line} transform="rotate({60 * number} {middle} {middle})"/>'
        for number, colour in enumerate(petals)
    ]
    made.append(f'<circle cx="{middle}" cy="{middle}" r="{size * 0.1}" fill="{heart}"{line}/>')
    return "".join(made)


def svg(size: int, body: str) -> str:
    """A square picture."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{body}</svg>'


def main() -> None:
    """Write both files."""
    here = Path(__file__).parent
    ground = f'<rect width="192" height="192" fill="{NIGHT}"/>'
    color = svg(192, ground + flower(PETALS, SUN, 192))
    outline = svg(32, flower(("none",) * 6, "#FFFFFF", 32, stroke="#FFFFFF"))
    for name, picture in (("color", color), ("outline", outline)):
        (here / f"{name}.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=picture)))


if __name__ == "__main__":
    main()
