"""From Teams' activities to Requests; None for what is not for us. Pure."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

from bot.teams.attached import named, sent_files
from bot.teams.forms import filled_in
from bot.teams.shapes import Activity, Entity, Member, Pressed
from domain.conversation import Address, Request
from domain.people import Account

PLATFORM = "teams"
PERSONAL = "personal"
THREAD = ";messageid="
SPACES = re.compile(r"[^\S\n]+")
BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
COMMAND = re.compile(r"^/?\s*(?:plan\s?bot\s+)?/?\s*plan\b[:,]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ear:
    """Who we are in a tenant, and which workspace of ours its people speak to."""

    workspace: str
    tenant: str


def from_message(activity: Activity, ear: Ear) -> Request | None:
    """What somebody said to us: in a chat of their own, or where they mention us."""
    if not activity.sender.id or activity.tenant != ear.tenant:
        return None
    value = activity.value
    if value and value.says:
        return _pressed(activity, ear, value.says, value.under)
    if not _is_to_us(activity):
        return None
    files = tuple(named(each) for each in sent_files(activity))
    text = "" if files and not activity.text.strip() else typed(activity)
    return _request(activity, ear, text).model_copy(update={"documents": files})


def from_press(activity: Activity, ear: Ear) -> Request | None:
    """A button of a card: its sentence, said where the card stands."""
    action = activity.value.action if activity.value else None
    if not action or not action.data.says or activity.tenant != ear.tenant:
        return None
    says, plan = action.data.says, action.data.plan
    gesture = f"{says}\n{plan}" if plan else says
    request = _pressed(activity, ear, says, action.data.under, gesture)
    return request.model_copy(update={"plan": plan})


def from_form(activity: Activity, ear: Ear) -> Request | None:
    """What was filled in on a card; without any update where nothing was.

    None where it is no form of ours.
    """
    action = activity.value.action if activity.value else None
    if not action or not action.data.refs or activity.tenant != ear.tenant:
        return None
    try:
        updates, note = filled_in(action.data.refs, action.data.filled)
    except ValueError:
        return None
    request = _pressed(activity, ear, note, action.data.under, _gesture(action.data))
    return request.model_copy(update={"form": updates, "plan": action.data.plan})


def _gesture(data: Pressed) -> str:
    """The same form filled in otherwise is another gesture."""
    return json.dumps([data.refs, data.plan, sorted(data.filled.items())])


def typed(activity: Activity) -> str:
    """What the person typed: without our mention, with the names of others, without markup.

    "/plan", the bot's name and "plan" before a command are how it is called, not what is said.
    """
    text = activity.text
    for entity in activity.entities:
        if entity.type == "mention" and entity.mentioned and entity.text:
            text = text.replace(entity.text, _named(entity, activity.recipient))
    text = SPACES.sub(" ", unescape(text)).strip()
    return BLANK_LINES.sub("\n\n", COMMAND.sub("", text, count=1)) or "help"


def _named(entity: Entity, us: Member) -> str:
    mentioned = entity.mentioned or Member()
    return " " if mentioned.id == us.id else mentioned.name


def _is_to_us(activity: Activity) -> bool:
    """A personal chat, a mention, or a command that only its sender sees."""
    if activity.conversation.conversation_type == PERSONAL or activity.recipient.is_targeted:
        return True
    mentioned = (each.mentioned for each in activity.entities if each.type == "mention")
    return any(each is not None and each.id == activity.recipient.id for each in mentioned)


def _pressed(
    activity: Activity, ear: Ear, says: str, under: str, gesture: str | None = None
) -> Request:
    """One press of one button by one person, under however many ids Teams delivers it."""
    request = _request(activity, ear, says)
    gesture = f"{under or activity.reply_to_id}:{request.account.user}:{gesture or says}"
    digest = sha256(gesture.encode()).hexdigest()[:32]
    return request.model_copy(update={"id": f"teams:{ear.tenant}:press:{digest}"})


def place_of(activity: Activity, ear: Ear) -> Address:
    """The conversation or thread that the activity is in."""
    conversation, _, thread = activity.conversation.id.partition(THREAD)
    return Address(
        platform=PLATFORM,
        workspace=ear.tenant,
        conversation=conversation,
        thread=thread or None,
        reply_to=activity.sender.id if activity.recipient.is_targeted else None,
    )


def _request(activity: Activity, ear: Ear, text: str) -> Request:
    sender = activity.sender
    place = place_of(activity, ear)
    user = sender.aad_object_id or sender.id
    return Request(
        id=f"teams:{ear.tenant}:{activity.conversation.id}:{activity.id}",
        workspace=ear.workspace,
        account=Account(platform=PLATFORM, workspace=ear.tenant, user=user),
        address=place.model_copy(update={"only_for": user if place.reply_to else None}),
        text=text,
    )
