"""The simulated colleagues, as far as the practice room needs to know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ColleaguesState:
    """Whether they are there, how many were asked for, and how many there can be at most."""

    on: bool
    count: int
    most: int


class Colleagues(Protocol):
    """People who are not there, but answer sensibly when a workshop asks them something."""

    async def switch(self, *, on: bool, count: int) -> None:
        """Let `count` of them come (1 to `state().most`), or let all go."""
        ...

    def state(self) -> ColleaguesState:
        """How it is now."""
        ...
