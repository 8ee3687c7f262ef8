"""What comes down the socket, told from what nobody could make anything of. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from bot.slack.outlines import has_outline

LARGEST = 1_000_000  # characters, as many bytes as are taken over HTTP


class Envelope(StrEnum):
    OURS = "ours"  # to be opened
    ODD = "odd"  # to be acknowledged, or it comes again, and dropped
    NONE = "none"  # said between the two ends of the socket, or nothing that can be acknowledged


KINDS = ("events_api", "interactive", "slash_commands")


def envelope(message: Mapping[str, object], length: int) -> Envelope:
    """What a message of so many characters is."""
    id, kind = message.get("envelope_id"), message.get("type")
    if not isinstance(id, str) or not id:
        return Envelope.NONE
    known = kind in KINDS and length <= LARGEST
    payload = message.get("payload")
    return Envelope.OURS if known and payload and has_outline(payload) else Envelope.ODD
