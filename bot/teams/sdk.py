"""The only module that loads the Teams SDK: what it verifies for us, and how it sends.

Importing it costs over a second and 80 MB, so it is imported only where Teams is configured.
"""

import warnings
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from pydantic import SecretStr

with warnings.catch_warnings():  # it warns of parts of itself that are not used here
    warnings.simplefilter("ignore")
    from microsoft_teams.api import Account, InvokeResponse, TeamsChannelAccount
    from microsoft_teams.api.activities.message.message import MessageActivityInput
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.api.clients.conversation.params import CreateConversationParams
    from microsoft_teams.apps import App
    from microsoft_teams.apps.events import ActivityEvent
    from microsoft_teams.common import ClientOptions

__all__ = [
    "Account",
    "App",
    "CloudEnvironment",
    "CreateConversationParams",
    "MessageActivityInput",
    "Registration",
    "TeamsChannelAccount",
    "close",
    "connect",
    "hear_by",
]

from bot.teams.door import PATH, Door
from bot.teams.keyring import Keyring
from domain.value import Value

TIMEOUT = 10.0  # seconds for the connector to take a message; the SDK itself would wait for ever
ANYWHERE = "https://smba.trafficmanager.net/teams"

type Answer = tuple[int, Mapping[str, object] | None]
type Heard = Callable[[Mapping[str, object]], Awaitable[Answer]]
"""What to do with an activity whose sender is verified: the status and body to answer with."""


class Registration(Value):
    """The bot as Entra knows it: one tenant's own."""

    client_id: str
    client_secret: SecretStr
    tenant: str


async def connect(
    registration: Registration,
    door: Door,
    cloud: CloudEnvironment | None = None,
    token: Callable[..., str] | None = None,
) -> App:
    """Put the SDK behind the door, with all settings given so that it looks for none.

    ``token`` is where our own tokens come from, if not from Entra.
    """
    app = App(
        client_id=registration.client_id,
        client_secret=None if token else registration.client_secret.get_secret_value(),
        token=token,
        tenant_id=registration.tenant,
        client=ClientOptions(timeout=TIMEOUT),
        http_server_adapter=door,
        messaging_endpoint=PATH,
        service_url=ANYWHERE,
        cloud=cloud or PUBLIC,
        dangerously_allow_unauthenticated_requests=False,
    )
    await app.initialize()
    door.keys = _keyring_for(app)
    return app


def hear_by(app: App, heard: Heard) -> None:
    """Hand what is verified to ``heard``, past the SDK's own routing.

    An activity of a kind that it does not know would be a failure there.
    """

    async def take(event: ActivityEvent) -> InvokeResponse[Any]:
        status, body = await heard(event.body.model_dump(by_alias=True, exclude_none=True))
        return InvokeResponse(status=status, body=body)

    app.server.on_request = take


async def close(app: App) -> None:
    """Let go of the connections and threads that it has kept open."""
    await app.server.adapter.stop()
    for client in (app.http_client, app.api.http):
        await client.http.aclose()


def _keyring_for(app: App) -> Keyring:
    """Put our own ring between the SDK and its client, which is private there: a test holds it."""
    validator = app.server._token_validator
    assert validator is not None and validator._service_validator is not None
    ring = Keyring(validator._service_validator._jwks_client)
    validator._service_validator._jwks_client = cast(Any, ring)
    return ring
