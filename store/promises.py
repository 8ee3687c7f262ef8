"""Secrets that say themselves until when they are good: of one only made, nothing is kept."""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from pydantic import SecretStr

from domain.problems import StoreUnavailable
from store.keepable import aware
from store.seal import Seal

PURPOSE = "promise"  # what else is sealed with the same key is none


class Promise(NamedTuple):
    """``digest`` is what is kept once it was redeemed: enough to know it, and nothing to use."""

    digest: str
    until: datetime


def made(until: datetime, seal: Seal) -> str:
    """A secret of letters that an address and a cookie take as they are."""
    aware(until)
    said = f"{PURPOSE} {until.isoformat()} {secrets.token_urlsafe(16)}"
    return seal.close(SecretStr(said)).rstrip("=")


def opened(secret: str, now: datetime, seal: Seal) -> Promise | None:
    """The promise of a secret; None where we have not made it, or it has run out."""
    aware(now)
    try:
        said = seal.open(secret + "=" * (-len(secret) % 4)).get_secret_value()
    except StoreUnavailable:
        return None
    purpose, _, rest = said.partition(" ")
    if purpose != PURPOSE:
        return None
    until = datetime.fromisoformat(rest.partition(" ")[0])
    return Promise(sha256(said.encode()).hexdigest(), until) if now < until else None
