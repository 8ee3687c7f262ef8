"""Whole messages that say where a partnership group's digest goes, and when."""

import re
from datetime import time

from domain.registry import UseChannel
from language.dates.date_words import WEEKDAYS
from language.lexicon.patterns import Wording, sign_of_any
from language.lexicon.signs import ALL, Signs

WHEN = (
    r"(?:,? (?:on |every )?(?P<day>[a-z]+day)s?)?"
    r"(?:,? at (?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?)?"
)
HERE = Wording.of(
    r"(?:please )?(?:send|post|put) (?:the |our )?(?:weekly )?digests?"
    rf"(?: (?:of|for) (?:the )?(?P<group>.+?))? (?:here|to this channel|in this channel){WHEN}[.!]*"
)
CHANNEL = Wording.of(
    r"this is the (?P<board>board's )?channel(?: (?:of|for) (?:the )?(?P<group>.+?))?[.!]*"
)
SIGNS = sign_of_any(HERE, CHANNEL)


def channel_wish(low: str, signs: Signs = ALL) -> UseChannel | None:
    """Where a group is to be told; None where the message is about something else."""
    text = low.strip()
    if found := CHANNEL.fullmatch(text, signs):
        return UseChannel(partnership_group=found["group"] or "", board=bool(found["board"]))
    found = HERE.fullmatch(text, signs)
    if not found or (found["day"] and found["day"] not in WEEKDAYS):
        return None
    at = _hour(found)
    if found["hour"] and at is None:
        return None
    day = WEEKDAYS[found["day"]] if found["day"] else None
    return UseChannel(partnership_group=found["group"] or "", day=day, at=at)


def _hour(found: re.Match[str]) -> time | None:
    if not found["hour"]:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
