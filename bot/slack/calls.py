"""Calling Slack's Web API, with its failures as outcomes that the sender knows."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.refusals import harmless, outcome_of
from domain.sending import Refused, Unknown, Unreachable

FAILURES = (SlackApiError, aiohttp.ClientError, asyncio.TimeoutError, OSError)

type Answer = dict[str, Any]  # what Slack says, as JSON


async def call(answer: Awaitable[AsyncSlackResponse], part_of_many: bool = False) -> Answer:
    """What Slack answers to a call that changes something. Raise NotSent as it came out.

    Where earlier parts of a message have gone, a refusal leaves it half said: that is an outcome
    that is to be looked into before it is tried again.
    """
    try:
        return _read(await answer)
    except FAILURES as error:
        outcome = outcome_of(error)
        if part_of_many and isinstance(outcome, Refused | Unreachable):
            raise Unknown(str(outcome)) from error
        raise outcome from error


async def look_up(answer: Awaitable[AsyncSlackResponse]) -> Answer:
    """What Slack answers to a call that changes nothing. Raise NotSent, never Unknown."""
    try:
        return _read(await answer)
    except FAILURES as error:
        raise harmless(outcome_of(error)) from error


def _read(answer: AsyncSlackResponse) -> Answer:
    return answer.data if isinstance(answer.data, dict) else {}
