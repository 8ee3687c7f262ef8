"""OAuth: somebody lets the app into their team, and the app is given a code for it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.standins.slack.app import App
from tests.standins.slack.calls import SlackError


@dataclass(frozen=True)
class Granted:
    team: str
    user: str
    scopes: frozenset[str]
    redirect: str
    enterprise_wide: bool = False


@dataclass
class Grants:
    """The codes that are out, each good once and for the address it was sent to."""

    app: App
    codes: dict[str, Granted] = field(default_factory=dict)

    def authorise(
        self, asked: Mapping[str, str], team: str, user: str, enterprise_wide: bool = False
    ) -> str:
        """Where the browser of who said yes is sent: the app's address with a code and its state.

        Raise SlackError where Slack would show an error page instead.
        """
        if asked.get("client_id") != self.app.client_id:
            raise SlackError("invalid_client_id")
        scopes = frozenset(filter(None, asked.get("scope", "").split(",")))
        if not scopes:
            raise SlackError("no_scopes")
        if scopes - {*self.app.scopes}:
            raise SlackError("invalid_scope")
        redirect = asked.get("redirect_uri") or next(iter(self.app.redirects), "")
        if self.app.redirects and not redirect.startswith(self.app.redirects):
            raise SlackError("bad_redirect_uri")
        code = secrets.token_hex(12)
        self.codes[code] = Granted(
            team, user, scopes, asked.get("redirect_uri", ""), enterprise_wide
        )
        return f"{redirect}?{urlencode({'code': code, 'state': asked.get('state', '')})}"

    def redeem(self, code: str, redirect: str) -> Granted:
        granted = self.codes.pop(code, None)
        if granted is None:
            raise SlackError("invalid_code")
        if granted.redirect != redirect:
            raise SlackError("bad_redirect_uri")
        return granted
