"""From Slack's payloads to Requests; None for what is not for us. Pure.

It is decided here whether something is for us, before anything is kept or logged: a channel that
the bot is in delivers every message of everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.slack.mrkdwn import as_typed
from bot.slack.render import plan_of
from bot.slack.shapes import Action, Command, Message, Pressed
from domain.conversation import Address, Request
from domain.documents import Attached
from domain.people import Account

PLATFORM = "slack"
OURS_TO_READ = (None, "thread_broadcast", "file_share")  # subtypes in which people say something
COMMAND = "/plan"


@dataclass(frozen=True, slots=True)
class Ear:
    """Who we are where the payload comes from: our workspace, Slack's team, our own user there.

    ``home`` are the teams whose people are ours; without any it is the one. In an organisation of
    many teams, where its people alone can be, ``among_us`` is set instead.
    """

    workspace: str
    team: str
    bot: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)  # user id → name, for mentions
    home: frozenset[str] = frozenset()
    among_us: bool = False


def from_message(message: Message, ear: Ear, ours: bool) -> Request | None:
    """What somebody said to us: directly, or where ``ours`` says that the thread is one of ours.

    A mention comes as two events with one text; both make a request of the same id.
    """
    if not _is_said(message) or foreign(message.user_team or message.team, ear):
        return None
    if message.channel_type != "im" and not ours and not mentions(message, ear):
        return None
    return _request(message, ear, _gesture(message))


def from_change(change: Message, ear: Ear, ours: bool) -> Request | None:
    """An edited message that was for us, as a correction; None where its words are the same."""
    after, before = change.message, change.previous_message
    if after is None or before is None or after.edited is None or not after.edited.ts:
        return None
    if as_typed(after.text) == as_typed(before.text):
        return None
    where = {"channel": change.channel, "channel_type": change.channel_type}
    said = after.model_copy(update={**where, "ts": after.ts or before.ts})
    if not _is_said(said) or foreign(said.user_team or said.team, ear):
        return None
    if change.channel_type != "im" and not ours and not mentions(said, ear):
        return None
    request = _request(said, ear, f"{_gesture(said)}:edited:{after.edited.ts}")
    return request.model_copy(update={"corrects": f"slack:{ear.team}:{_gesture(said)}"})


def from_command(command: Command, ear: Ear) -> Request:
    """``/plan ...``: answered to the one who typed it, and to nobody else."""
    return Request(
        id=f"slack:{ear.team}:command:{command.trigger_id}",
        workspace=ear.workspace,
        account=_account(command.user_id, ear),
        address=_address(
            command.channel_id, None, ear, command.user_id, command.response_url or None
        ),
        text=as_typed(command.text, ear.names) or "help",
    )


def from_press(pressed: Pressed, action: Action, ear: Ear) -> Request | None:
    """A button says its value; a date picked or an option chosen completes the sentence."""
    says = said_by(action)
    channel = pressed.channel.id if pressed.channel else pressed.container.channel_id
    if not says or foreign(pressed.user.team_id, ear):
        return None
    return Request(
        id=f"slack:{ear.team}:action:{pressed.trigger_id}:{action.action_id}",
        workspace=ear.workspace,
        account=_account(pressed.user.id, ear),
        address=_beside(pressed, channel or pressed.user.id, ear),
        text=says,
        plan=plan_of(action.action_id),
    )


def _beside(pressed: Pressed, channel: str, ear: Ear) -> Address:
    """Where the answer to a button belongs: in a channel under the message, hidden if that was."""
    container = pressed.container
    thread = container.thread_ts
    if container.is_ephemeral:
        return _address(channel, thread, ear, pressed.user.id, pressed.response_url or None)
    in_channel = not is_direct(channel) and not is_person(channel)
    return _address(channel, thread or (container.message_ts if in_channel else None), ear)


def said_by(action: Action) -> str:
    """The sentence behind something pressed or picked: its value, or its option's, or its date."""
    if action.selected_date:
        return action.block_id.replace("{date}", action.selected_date)
    if action.selected_option:
        return action.selected_option.value
    return action.value or ""


def foreign(team: str | None, ear: Ear) -> bool:
    """Whether somebody belongs to another organisation (a channel shared through Slack Connect)."""
    return not ear.among_us and team is not None and team not in (ear.home or {ear.team})


def is_direct(channel: str) -> bool:
    """Whether a conversation is that of one person and the bot."""
    return channel.startswith("D")


def is_person(conversation: str) -> bool:
    """Whether an address names a person, to be spoken to alone."""
    return conversation.startswith(("U", "W"))


def _is_said(message: Message) -> bool:
    return bool(message.user) and not message.bot_id and message.subtype in OURS_TO_READ


def mentions(message: Message, ear: Ear) -> bool:
    """Whether a message speaks to us by name."""
    return ear.bot is not None and f"<@{ear.bot}" in message.text


def _gesture(message: Message) -> str:
    """What one act of writing is known by, however many events it comes in."""
    return message.client_msg_id or f"{message.channel}:{message.ts}"


def place_of(event: Message, said: Message, ear: Ear) -> Address:
    """Where something was said: in a channel a message is, or opens, a thread."""
    direct = event.channel_type == "im"
    thread = said.thread_ts or (None if direct else said.ts or None)
    return _address(event.channel, thread, ear)


def _request(message: Message, ear: Ear, gesture: str) -> Request:
    return Request(
        id=f"slack:{ear.team}:{gesture}",
        workspace=ear.workspace,
        account=_account(message.user or "", ear),
        address=place_of(message, message, ear),
        text=as_typed(message.text, ear.names, ear.bot),
        documents=tuple(Attached(id=file.id, name=file.name) for file in message.files),
    )


def _account(user: str, ear: Ear) -> Account:
    return Account(platform=PLATFORM, workspace=ear.team, user=user)


def _address(
    channel: str,
    thread: str | None,
    ear: Ear,
    only_for: str | None = None,
    reply_to: str | None = None,
) -> Address:
    return Address(
        platform=PLATFORM,
        workspace=ear.team,
        conversation=channel,
        thread=thread,
        only_for=only_for,
        reply_to=reply_to,
    )
