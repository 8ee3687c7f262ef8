"""Telling one press of a button that stays from the next one. Pure.

Teams gives each click an id of its own, also the second of a double click, and may bring one twice.
So what is pressed again within a moment is one press; later it is meant anew.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from domain.conversation import Request

MOMENT = timedelta(seconds=30)


class Press(NamedTuple):
    """``before`` is the id of a press of the same button in the moment before."""

    request: Request
    before: str


def pressed_at(at: datetime, request: Request) -> Press:
    """The request as that of one moment.

    It is the same press where there is one of this id, or of that of the moment before: a double
    click may come on either side of the stroke.
    """
    since = at - datetime.fromtimestamp(0, UTC)
    number = since // MOMENT
    this = request.model_copy(update={"id": f"{request.id}:{number}"})
    return Press(this, f"{request.id}:{number - 1}")
