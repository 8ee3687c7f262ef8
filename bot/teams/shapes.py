"""The parts of Teams' activities that we read, and nothing else of them."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        alias_generator=to_camel,
        populate_by_name=True,
        hide_input_in_errors=True,
    )


class Member(Shape):
    """Somebody in a conversation: ``id`` is for this bot alone, the Entra object id is not."""

    id: str = ""
    name: str = ""
    aad_object_id: str | None = None
    tenant_id: str | None = None
    is_targeted: bool = False


class Place(Shape):
    id: str
    conversation_type: str = "personal"
    tenant_id: str | None = None
    name: str | None = None


class WithId(Shape):
    id: str


class ChannelData(Shape):
    tenant: WithId | None = None
    team: WithId | None = None
    channel: WithId | None = None


class Entity(Shape):
    type: str = ""
    text: str = ""
    mentioned: Member | None = None


class Download(Shape):
    download_url: str = ""
    unique_id: str = ""
    file_type: str = ""


class Attachment(Shape):
    content_type: str = ""
    name: str = ""
    content: Download | str | None = Field(default=None, union_mode="left_to_right")


class Pressed(Shape):
    """What a card's button carries: ours have a sentence in it, and what it stands under.

    That of a form has the actions it is about, and beside them what was filled in. ``aside`` is one
    whose card is to stay, ``plan`` is where its actions are.
    """

    model_config = ConfigDict(extra="allow")

    says: str = ""
    under: str = ""
    refs: tuple[str, ...] = ()
    aside: bool = False
    plan: str | None = None

    @property
    def filled(self) -> dict[str, str]:
        extra = self.model_extra or {}
        return {name: value for name, value in extra.items() if isinstance(value, str)}


class Action(Shape):
    verb: str = ""
    data: Pressed = Pressed()


class Value(Shape):
    """``action`` of an Action.Execute; an Action.Submit has its data here itself."""

    action: Action | None = None
    says: str = ""
    under: str = ""


def _moment(told: object, read: ValidatorFunctionWrapHandler) -> datetime | None:
    """A moment in UTC; None for what is none: an activity is not lost by it."""
    try:
        moment: datetime | None = read(told)
    except ValidationError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None


class Activity(Shape):
    """``timestamp`` is when it happened: the same, however often it is brought."""

    type: str
    id: str = ""
    timestamp: Annotated[datetime | None, WrapValidator(_moment)] = None
    name: str = ""
    action: str = ""  # of an installation: "add", "add-upgrade", "remove" ...
    text: str = ""
    service_url: str = ""
    reply_to_id: str | None = None
    sender: Member = Field(alias="from", default=Member())
    recipient: Member = Member()
    conversation: Place
    channel_data: ChannelData = ChannelData()
    entities: tuple[Entity, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    value: Value | None = None
    members_added: tuple[Member, ...] = ()

    @property
    def tenant(self) -> str | None:
        """The tenant that the activity says it is from; None where it says none, or several.

        Several are told of where an organisation's people take part in a channel of another's.
        """
        told = self.channel_data.tenant
        places = (told.id if told else None, self.conversation.tenant_id, self.sender.tenant_id)
        tenants = {each for each in places if each}
        return tenants.pop() if len(tenants) == 1 else None
