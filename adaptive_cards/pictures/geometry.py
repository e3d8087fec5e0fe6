"""Places in a picture, in pixels, with y growing downwards."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with level sides."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The four corner points."""
        return (self.x, self.y), (self.right, self.y), (self.right, self.bottom), (self.x, self.bottom)

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """A smaller one in the same middle, less `dx` at both ends and `dy` (as much) above and below."""
        down = dx if dy is None else dy
        return Rect(self.x + dx, self.y + down, self.width - 2 * dx, self.height - 2 * down)

    def holds(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether `other` lies inside."""
        across = self.x - slack <= other.x and other.right <= self.right + slack
        return across and self.y - slack <= other.y and other.bottom <= self.bottom + slack

    def meets(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        across = self.x + slack < other.right and other.x + slack < self.right
        return across and self.y + slack < other.bottom and other.y + slack < self.bottom


class Outline(Protocol):
    """The visible shape around a text."""

    def holds(self, other: Rect) -> bool:
        """Whether the rectangle lies inside the shape."""
        ...


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse; `along` is the half axis in the direction of `angle` (radians), `across` the other one."""

    x: float
    y: float
    along: float
    across: float
    angle: float = 0.0

    def reach(self, dx: float, dy: float) -> float:
        """How far a point is from the middle: below 1 inside, 1 on the edge."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return math.hypot((dx * cos + dy * sin) / self.along, (dy * cos - dx * sin) / self.across)

    def holds(self, other: Rect) -> bool:
        """Whether the rectangle lies inside."""
        return all(self.reach(x - self.x, y - self.y) <= 1.0001 for x, y in other.corners)  # noqa: PLR2004

    def room(self, ratio: float, fill: float = 0.95) -> Rect:
        """The largest level rectangle whose height is `ratio` of its width, with a little air around it."""
        half = fill / max(self.reach(1, ratio), self.reach(1, -ratio))
        return Rect(self.x - half, self.y - half * ratio, 2 * half, 2 * half * ratio)


@dataclass(frozen=True, slots=True)
class Rounded:
    """A rectangle with rounded corners: radii from the upper left one, clockwise."""

    rect: Rect
    radii: tuple[float, float, float, float]

    def holds(self, other: Rect) -> bool:
        """Whether the rectangle lies inside."""
        if not self.rect.holds(other):
            return False
        inward = ((1, 1), (-1, 1), (-1, -1), (1, -1))
        sides = zip(self.rect.corners, other.corners, inward, self.radii, strict=True)
        return all(_inside_corner(*side) for side in sides)

    def room(self, dx: float, dy: float) -> Rect:
        """Where a text may stand: `dx` and `dy` inside the edges, more where round corners ask for it."""
        radius = max(self.radii)
        return self.rect.inset(max(dx, radius * 0.36), max(dy, radius * 0.25))


def _inside_corner(
    corner: tuple[float, float], point: tuple[float, float], inward: tuple[int, int], radius: float
) -> bool:
    """Whether a point is on the inner side of one rounded corner."""
    dx = radius - (point[0] - corner[0]) * inward[0]
    dy = radius - (point[1] - corner[1]) * inward[1]
    return dx <= 0 or dy <= 0 or math.hypot(dx, dy) <= radius + 0.01
