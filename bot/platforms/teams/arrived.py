"""What Teams posts to us, as far as we use it. Everything else in it is ignored, and never stored.

Source: Bot Framework activity schema; platforms.md 2.5, 2.8, 2.9, 2.11.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel


def _nothing(value: Any) -> Any:
    """Teams sends null for what it does not know."""
    return "" if value is None else value


def _loosely(value: Any) -> Any:
    return value if isinstance(value, str) else ""


Loose = Annotated[str, BeforeValidator(_loosely)]
Text = Annotated[str, BeforeValidator(_nothing)]
Id = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,300}$")]
User = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:@=+-]{1,150}$")]
MaybeUser = Annotated[
    str, BeforeValidator(_nothing), StringConstraints(pattern=r"^[A-Za-z0-9_.:@=+-]{0,150}$")
]
Tenant = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$")]
MaybeTenant = Annotated[str, BeforeValidator(_nothing), StringConstraints(pattern=r"^[A-Za-z0-9-]{0,64}$")]


class _Model(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        strict=True,
        populate_by_name=True,
    )


class Account(_Model):
    """A person, or the bot."""

    id: User
    name: Text = ""
    aad_object_id: MaybeUser = ""
    role: Text = ""
    is_targeted: bool | None = None


class Conversation(_Model):
    """Where it happened."""

    id: Id
    conversation_type: Text = ""
    tenant_id: MaybeTenant = ""
    is_group: bool | None = None


class Mentioned(_Model):
    """Somebody or something mentioned: a person, the bot, a channel, a tag."""

    id: Loose = ""
    name: Loose = ""


class Entity(_Model):
    """A mention, or what the client says of itself. New kinds come along, so nothing is demanded here."""

    type: Loose = ""
    text: Loose = ""
    mentioned: Mentioned | None = None
    timezone: Loose = ""


class TenantInfo(_Model):
    """Whose Teams it is."""

    id: Tenant


class Group(_Model):
    """A team or a channel."""

    id: Id | None = None


class ChannelData(_Model):
    """What only Teams says."""

    tenant: TenantInfo
    team: Group | None = None
    channel: Group | None = None
    event_type: Text = ""


class Arrived(_Model):
    """One activity."""

    type: Annotated[str, StringConstraints(pattern=r"^[A-Za-z/]{1,64}$")]
    id: Text = ""
    name: Text = ""
    action: Text = ""
    channel_id: str
    service_url: str
    sender: Account = Field(alias="from")
    recipient: Account | None = None
    conversation: Conversation
    channel_data: ChannelData
    text: Text = ""
    value: Any = None
    entities: list[Entity] | None = None
    locale: Text = ""
    local_timezone: Text = ""
    reply_to_id: Text = ""
    members_removed: list[Account] | None = None

    @property
    def tenant(self) -> str:
        """The tenant that it comes from."""
        return self.channel_data.tenant.id
