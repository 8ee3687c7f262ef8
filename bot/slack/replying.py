"""Answering by the address that Slack gives with a command, which lasts half an hour."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import aiohttp

from bot.slack.calls import FAILURES
from bot.slack.refusals import outcome_of
from bot.slack.render import SlackMessage
from domain.sending import Unknown

USES = 5  # of one address; what takes more messages than that goes another way
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def is_hook(url: str, api: str) -> bool:
    """Whether an address that came in a payload is Slack's own: we post to no other."""
    given, ours = urlsplit(url), urlsplit(api)
    if ours.hostname in LOOPBACK:
        return (given.scheme, given.netloc) == (ours.scheme, ours.netloc)
    return given.scheme == "https" and given.netloc == f"hooks.{ours.netloc}"


async def reply_once(
    session: aiohttp.ClientSession, url: str, messages: Sequence[SlackMessage]
) -> bool:
    """Answer to one person alone; False where the address does not work any more.

    Raise Unknown where it may have arrived.
    """
    for place, message in enumerate(messages):
        body = {
            "response_type": "ephemeral",
            "replace_original": False,
            "text": message.text,
            "blocks": list(message.blocks),
        }
        try:
            async with session.post(url, json=body, allow_redirects=False) as answer:
                accepted = answer.status == 200
        except FAILURES as error:
            raise outcome_of(error) from error
        if not accepted and place:
            raise Unknown("only the first part was taken")
        if not accepted:
            return False
    return True
