"""What the page may send, checked before anything looks at it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.platforms.browser.people import LONGEST_NAME

LARGEST_BODY = 256 * 1024
"""Bytes."""
LONGEST_TEXT = 4000
"""Characters of one message or command."""
LONGEST_VALUE = 60_000
"""Characters of one field of a form: far above what any allows, since the desk says it more kindly."""

Delivery = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{8,64}$")]
Name = Annotated[str, StringConstraints(max_length=4 * LONGEST_NAME)]
Id = Annotated[str, StringConstraints(max_length=200)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Value = Annotated[str, StringConstraints(max_length=LONGEST_VALUE)]


class Arrival(BaseModel):
    """Strict, and silent about what was in it when it does not fit."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class Choosing(Arrival):
    """Somebody chooses who he or she is."""

    name: Name
    timezone: Annotated[str, StringConstraints(max_length=60)] = ""


class FromSomebody(Arrival):
    """`me` is the person's id."""

    me: Id


class Switching(FromSomebody):
    """The simulated colleagues come or go."""

    on: bool
    count: Annotated[int, Field(ge=1, le=50)]


class Act(FromSomebody):
    """Something done in a room. `id` is new for every act, and the same when the same act is sent again."""

    room: Id
    id: Delivery


class Saying(Act):
    """A line from the message box."""

    text: Text


class Pressing(Act):
    """A button, with or without a form behind it; `action` is what its `data-action` said."""

    action: Id


class Sending(Act):
    """A filled form."""

    action: Id
    nonce: Id
    values: Annotated[dict[Id, Value | Annotated[list[Id], Field(max_length=100)]], Field(max_length=50)]
