"""What Slack's errors mean for a message: later, never, or nobody knows. Pure."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import aiohttp
from slack_sdk.errors import SlackApiError

from domain.sending import NotSent, Refused, Rejected, Unknown, Unreachable

UNCLEAR = timedelta(seconds=30)  # where Slack says that it is too much, and not for how long
ASK_IT = "Ask whoever looks after Slack to"

WHY = {
    "account_inactive": "Slack has deactivated the bot in this workspace. Install it again.",
    "cannot_dm_bot": "That account is a bot’s; link a person’s.",
    "channel_not_found": "The channel is gone, or the bot is not in it. Invite it: /invite.",
    "ekm_access_denied": f"{ASK_IT} let the bot use the organisation’s encryption keys.",
    "invalid_auth": "Slack does not accept the bot’s token. Set it again.",
    "is_archived": "The channel is archived. Set another one for the partnership group.",
    "messages_tab_disabled": f"{ASK_IT} switch on the messages tab of the app.",
    "missing_scope": "The bot may not do this yet. Install it again with the present manifest.",
    "not_authed": "The bot has no token for this workspace.",
    "not_in_channel": "The bot is not in the channel. Invite it: /invite.",
    "org_login_required": f"{ASK_IT} finish moving the workspace into the organisation.",
    "restricted_action": f"{ASK_IT} let the bot post there.",
    "team_access_not_granted": f"{ASK_IT} let the bot into this workspace.",
    "token_expired": "The bot’s token has run out. Set it again.",
    "token_revoked": "The bot was put out of this workspace. Install it again.",
    "user_disabled": "That Slack account is deactivated.",
    "user_not_found": "Slack knows no such account.",
    "user_not_visible": "The bot may not see that account.",
}
LATER = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
AGAIN = frozenset({"service_unavailable", "team_added_to_org", "request_timeout"})
UNKNOWN = frozenset({"fatal_error", "internal_error"})  # "may have partially succeeded"

GONE = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_revoked"})
"""Errors that say that we are not in the team any more."""

ABSENT = frozenset({"channel_not_found", "not_in_channel", "user_not_in_channel"})


class Absent(Rejected):
    """The bot, or the one who alone is to see something, is not in that conversation."""


def outcome_of(error: Exception) -> NotSent:
    """What came of a call that failed."""
    if isinstance(error, SlackApiError):
        return _refusal(error_name(error), _status(error), _headers(error))
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return Unreachable(str(type(error).__name__))
    if isinstance(error, aiohttp.ClientError | asyncio.TimeoutError | OSError):
        return Unknown(type(error).__name__)
    raise error


def harmless(outcome: NotSent) -> NotSent:
    """The outcome of a call that changes nothing: one that is not known has not happened."""
    return Unreachable(str(outcome)) if isinstance(outcome, Unknown) else outcome


def error_name(error: SlackApiError) -> str:
    answer = error.response
    found = answer.get("error", "") if isinstance(answer, dict) else None
    if found is None:
        inner = getattr(answer, "data", None)
        found = inner.get("error", "") if isinstance(inner, dict) else ""
    return str(found)


def _refusal(name: str, status: int, headers: Mapping[str, str]) -> NotSent:
    if status == 429 or name in LATER:
        return Refused(_pause(headers))
    if name in UNKNOWN or (status >= 500 and name not in AGAIN):
        return Unknown(name or str(status))
    if name in AGAIN:
        return Unreachable(name)
    kind = Absent if name in ABSENT else Rejected
    return kind(WHY.get(name, f"Slack does not take the message ({name or status})."))


def _pause(headers: Mapping[str, str]) -> timedelta:
    told = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    return timedelta(seconds=int(told)) if told.isdecimal() else UNCLEAR


def _status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", 200))


def _headers(error: SlackApiError) -> Mapping[str, str]:
    headers = getattr(error.response, "headers", None)
    return dict(headers) if headers else {}
