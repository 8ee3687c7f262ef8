"""Slack's framework, and what it calls: each listener translates, stores and is done."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.counter import Counter
from bot.slack.forms import CALLBACK
from bot.slack.hearing import Hearing
from bot.slack.inbound import COMMAND, Ear
from bot.slack.manifest import SHORTCUT
from bot.slack.render import FORM, SlackMessage
from bot.slack.shapes import Command, Message, Pressed, Shortcut, Submitted
from bot.slack.teams import NotConnected, Teams, ear_of

log = logging.getLogger(__name__)

ANY = re.compile(".*", re.DOTALL)
NO_SECRET = "socket mode only"  # nothing that comes over HTTP is then let in: see bot.slack.door
STRANGERS = "Planbot is not connected to this workspace. Whoever looks after it can install it."

type Body = dict[str, Any]  # a payload, as JSON


def slack_app(
    teams: Teams, hearing: Hearing, counter: Counter, signing_secret: str | None
) -> AsyncApp:
    """The app. It makes no call of its own, and knows no token but those of the teams."""
    app = AsyncApp(
        logger=logging.getLogger("slack_bolt"),
        signing_secret=signing_secret or NO_SECRET,
        client=teams.client_with(),
        before_authorize=_known(teams),
        authorize=_authorize(teams),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_fault)
    _hear(app, hearing, counter)
    _notice(app, teams, hearing)
    _show(app, hearing, counter)
    app.event(ANY)(_unheard)
    for anything in (app.command, app.shortcut, app.view, app.view_closed, app.options):
        anything(ANY)(_nothing)
    return app


def _hear(app: AsyncApp, hearing: Hearing, counter: Counter) -> None:
    """What somebody says."""

    @app.event("message")
    @app.event("app_mention")
    async def said(event: Body, context: AsyncBoltContext) -> None:
        await hearing.message(Message.model_validate(event), context["ear"])

    @app.event("app_home_opened")
    async def came_home(event: Body, context: AsyncBoltContext) -> None:
        if event.get("tab") == "home":
            counter.show_home(str(event["user"]), context["ear"])

    @app.command(COMMAND)
    async def commanded(ack: Ack, body: Body, context: AsyncBoltContext) -> None:
        told = await hearing.command(Command.model_validate(body), context["ear"])
        await ack(**_to_them_alone(told))


def _notice(app: AsyncApp, teams: Teams, hearing: Hearing) -> None:
    """Who comes and goes, and whether we are still let in."""

    @app.event("user_change")
    async def changed(event: Body, context: AsyncBoltContext) -> None:
        await hearing.account_changed(event["user"], context["ear"])

    @app.event("team_join")
    async def joined(event: Body, context: AsyncBoltContext) -> None:
        await hearing.account_made(event["user"], context["ear"])

    @app.event("app_uninstalled")
    async def put_out(body: Body, context: AsyncBoltContext) -> None:
        await teams.remove(context["ear"].team, _happened(body))

    @app.event("tokens_revoked")
    async def revoked(event: Body, body: Body, context: AsyncBoltContext) -> None:
        if event.get("tokens", {}).get("bot"):
            await teams.remove(context["ear"].team, _happened(body))


def _show(app: AsyncApp, hearing: Hearing, counter: Counter) -> None:
    """What somebody presses and fills in."""

    @app.action(re.compile(f"{FORM}:.*"))
    async def wants_form(ack: Ack, body: Body, context: AsyncBoltContext) -> None:
        pressed = Pressed.model_validate(body)
        counter.open_update(pressed, pressed.actions[0], context["ear"])
        await ack()

    @app.action(ANY)
    async def pressed(ack: Ack, body: Body, context: AsyncBoltContext) -> None:
        press = Pressed.model_validate(body)
        if press.container.type == "view":
            counter.sees_home(press.user.id, context["ear"])
        await hearing.press(press, context["ear"])
        await ack()

    @app.shortcut(SHORTCUT)
    async def wants_update(ack: Ack, body: Body, context: AsyncBoltContext) -> None:
        counter.open_choosing(Shortcut.model_validate(body), context["ear"])
        await ack()

    @app.view(CALLBACK)
    async def filled(ack: Ack, body: Body, context: AsyncBoltContext) -> None:
        missing = await hearing.form(Submitted.model_validate(body), context["ear"])
        if missing:
            await ack(response_action="errors", errors=missing)
        else:
            await ack()


def _to_them_alone(told: SlackMessage | None) -> Body:
    """What is shown with the acknowledgement of a command, to whoever typed it."""
    if told is None:
        return {}
    return {"response_type": "ephemeral", "text": told.text, "blocks": list(told.blocks)}


type Ack = Callable[..., Awaitable[object]]


async def _unheard() -> None:
    """An event that we did not ask for."""


async def _nothing(ack: Ack) -> None:
    """What is not ours is answered all the same: too many errors, and Slack stops delivering."""
    await ack()


def _known(teams: Teams) -> Callable[..., Awaitable[BoltResponse | None]]:
    async def known(
        context: AsyncBoltContext, body: Body, next: Callable[[], Awaitable[None]]
    ) -> BoltResponse | None:
        """Let only teams through that have let us in, and what Slack asks about the address."""
        ear = await _ear(teams, context, _is_among_us(body))
        if ear is None and body.get("type") != "url_verification":
            return BoltResponse(status=200, body=STRANGERS if "command" in body else "")
        context["ear"] = ear
        await next()
        return None

    return known


def _is_among_us(body: Body) -> bool:
    """Whether people of another organisation cannot be where this comes from.

    Only events say so. What is pressed and filled in comes from an account like any other, which
    may do nothing unless it is known.
    """
    if body.get("type") == "event_callback":
        return body.get("is_ext_shared_channel") is False
    return True


def _happened(body: Body) -> datetime:
    """When an event happened, to the end of its second: Slack tells no more of it."""
    seconds = body.get("event_time")
    whole = int(seconds) if isinstance(seconds, int) else 0
    return datetime.fromtimestamp(whole + 1, tz=UTC)


async def _ear(teams: Teams, context: AsyncBoltContext, among_us: bool) -> Ear | None:
    team = context.team_id or context.enterprise_id
    if team is None:
        return None
    connection = await teams.connection(team, context.enterprise_id)
    return ear_of(connection, team, among_us) if connection else None


def _authorize(teams: Teams) -> Callable[..., Awaitable[AuthorizeResult]]:
    async def authorize(
        enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult:
        connection = await teams.connection(team_id or enterprise_id or "", enterprise_id)
        if connection is None:
            raise NotConnected(team_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_user_id=connection.bot,
            bot_token=connection.token.get_secret_value(),
        )

    return authorize


async def _fault(error: Exception, request: AsyncBoltRequest) -> BoltResponse:
    """What is of another kind or shape is not ours; for all else Slack is to come again."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200, body="")
    if isinstance(error, ValidationError):
        log.warning("payload_not_understood", extra={"type": request.body.get("type")})
        return BoltResponse(status=200, body="")
    log.error("not_stored", exc_info=error)
    return BoltResponse(status=500, body="")
