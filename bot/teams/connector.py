"""Posting to Teams through the SDK, with its failures as outcomes that the sender knows."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import httpx

from bot.teams.refusals import outcome_of
from bot.teams.sdk import (
    Account,
    App,
    CreateConversationParams,
    MessageActivityInput,
    TeamsChannelAccount,
)
from domain.sending import Unknown, Unreachable

PAGE = 200  # people of a roster at once

type Json = Mapping[str, object]

NOT_THERE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Connector:
    def __init__(self, app: App) -> None:
        self._app = app

    async def post(
        self,
        conversation: str,
        summary: str,
        attachment: Json,
        service: str,
        only_for: str | None = None,
    ) -> str:
        """Post a message and return its id. Raise NotSent as it came out."""
        message = _message(summary, attachment)
        if only_for:
            message = message.with_recipient(Account(id=only_for), is_targeted=True)
        with _outcomes():
            return (await self._app.send(conversation, message, service_url=service)).id

    async def put(
        self, conversation: str, id: str, summary: str, attachment: Json, service: str
    ) -> None:
        """Put another card in the place of one: doing it again does no harm."""
        message = _message(summary, attachment)
        message.id = id
        with _outcomes():
            await self._app.send(conversation, message, service_url=service)

    async def member(self, conversation: str, user: str, service: str) -> TeamsChannelAccount:
        """What is known of somebody in a conversation. Raise NotSent."""
        with _outcomes():
            api = self._app.api.clone(service_url=service)
            told: TeamsChannelAccount = await api.conversations.get_member_by_id(conversation, user)
        return told

    async def members(
        self, conversation: str, service: str
    ) -> AsyncIterator[Sequence[TeamsChannelAccount]]:
        """Everybody in a conversation, page by page. Raise NotSent."""
        page: str | None = None
        while True:
            with _outcomes():
                api = self._app.api.clone(service_url=service)
                told = await api.conversations.get_paged_members(conversation, PAGE, page)
            yield told.members
            page = told.continuation_token
            if not page:
                return

    async def open(self, user: str, tenant: str, service: str) -> str:
        """The id of the conversation with one user alone; there is one, however often it is asked.

        ``user`` is an Entra object id, or Teams' own. Raise NotSent, never Unknown.
        """
        wish = CreateConversationParams(members=[Account(id=user)], tenant_id=tenant)
        try:
            with _outcomes():
                api = self._app.api.clone(service_url=service)
                return (await api.conversations.create(wish)).id
        except Unknown as outcome:
            raise Unreachable(str(outcome)) from outcome


def _message(summary: str, attachment: Json) -> MessageActivityInput:
    message: dict[str, Any] = {"summary": summary, "attachments": [attachment]}
    return MessageActivityInput.model_validate(message)


@contextmanager
def _outcomes() -> Iterator[None]:
    try:
        yield
    except httpx.HTTPStatusError as error:
        raise outcome_of(error.response.status_code, error.response.headers) from error
    except NOT_THERE as error:
        raise Unreachable(type(error).__name__) from error
    except httpx.HTTPError as error:
        raise Unknown(type(error).__name__) from error
