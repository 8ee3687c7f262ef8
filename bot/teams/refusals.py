"""What Teams' answers mean for a message: sent, later, never, or nobody knows."""

from collections.abc import Mapping
from datetime import timedelta

from domain.sending import NotSent, Refused, Rejected, Unknown, Unreachable

BARRED = {
    403: "Teams does not let Planbot write to them: the app is not installed for them, or they "
    "have blocked it. Ask your Teams administrator to install Planbot for everybody in its policy.",
    404: "Teams does not know that conversation any more: the person or the channel has gone.",
}
NEVER = {
    400: "Teams did not understand the message.",
    401: "Teams does not accept Planbot’s client secret: it may have run out.",
    413: "Teams finds the message too large.",
}
AGAIN = (412,)  # nothing was taken; to be tried again (Microsoft's page on rate limiting)
A_MOMENT = timedelta(seconds=5)  # where Teams does not say for how long


class Barred(Rejected):
    """We may not speak there at all."""


def outcome_of(status: int, headers: Mapping[str, str]) -> NotSent:
    """What an HTTP status other than success says of the message that was posted."""
    if status == 429:
        return Refused(_retry_after(headers))
    if status in BARRED:
        return Barred(BARRED[status])
    if status in AGAIN:
        return Unreachable(f"status {status}")
    if status >= 500:
        return Unknown(f"status {status}")
    return Rejected(NEVER.get(status, f"Teams refused the message with status {status}."))


def _retry_after(headers: Mapping[str, str]) -> timedelta:
    told = headers.get("retry-after", "")
    return timedelta(seconds=int(told)) if told.isdecimal() else A_MOMENT
