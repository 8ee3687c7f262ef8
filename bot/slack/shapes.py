"""The parts of Slack's payloads that we read, and nothing else of them."""

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class File(Shape):
    id: str
    name: str = ""
    size: int = 0
    url_private_download: str | None = None


class Edited(Shape):
    ts: str = ""


class Message(Shape):
    """A message, as an event or as the inside of ``message_changed``."""

    subtype: str | None = None
    user: str | None = None
    bot_id: str | None = None
    team: str | None = None
    user_team: str | None = None
    text: str = ""
    ts: str = ""
    thread_ts: str | None = None
    channel: str = ""
    channel_type: str = ""
    client_msg_id: str | None = None
    files: tuple[File, ...] = ()
    edited: Edited | None = None
    message: "Message | None" = None
    previous_message: "Message | None" = None


class Command(Shape):
    command: str
    text: str = ""
    team_id: str
    enterprise_id: str | None = None
    user_id: str
    channel_id: str
    trigger_id: str
    response_url: str = ""


class Chosen(Shape):
    value: str = ""


class Action(Shape):
    """Something pressed or picked."""

    type: str
    action_id: str = ""
    block_id: str = ""
    value: str | None = ""
    selected_date: str | None = None
    selected_option: Chosen | None = None
    action_ts: str = ""


class WithId(Shape):
    id: str


class Somebody(Shape):
    id: str
    team_id: str | None = None


class Container(Shape):
    type: str = ""
    message_ts: str | None = None
    thread_ts: str | None = None
    channel_id: str | None = None
    is_ephemeral: bool = False


class Pressed(Shape):
    """``block_actions``: a button, a select or a date picker, in a message or in a view."""

    user: Somebody
    team: WithId | None = None
    container: Container = Container()
    channel: WithId | None = None
    trigger_id: str
    response_url: str = ""
    actions: tuple[Action, ...] = ()


class Shortcut(Shape):
    """``message_action``: the shortcut on somebody's message."""

    user: Somebody
    team: WithId | None = None
    channel: WithId
    message: Message
    callback_id: str = ""
    trigger_id: str


class State(Shape):
    values: dict[str, dict[str, Action]] = Field(default_factory=dict)


class View(Shape):
    id: str
    callback_id: str = ""
    private_metadata: str = ""
    state: State = State()


class Submitted(Shape):
    """``view_submission``: a modal that was filled in."""

    user: Somebody
    team: WithId | None = None
    view: View
    trigger_id: str = ""
