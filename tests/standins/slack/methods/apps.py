"""auth.*, team.info, oauth.v2.access, apps.connections.open: the app, where it is let in."""

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.world import Json


def test(call: Call) -> Json:
    """Whose token this is."""
    token = call.by
    team = call.slack.world.teams[token.team]
    answer: Json = {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": call.slack.world.users[token.user].name,
        "team_id": team.id,
        "user_id": token.user,
        "bot_id": token.bot_id,
        "is_enterprise_install": token.enterprise_wide,
    }
    return answer | ({"enterprise_id": team.enterprise} if team.enterprise else {})


def teams(call: Call) -> Json:
    """The teams that the token stands for."""
    world = call.slack.world
    found = [each for each in world.teams.values() if world.stands_for(call.by, each.id)]
    return call.pages([{"id": each.id, "name": each.name} for each in found], "teams")


def team(call: Call) -> Json:
    named = call.slack.world.teams.get(call.text("team", call.team))
    if named is None or not call.slack.world.stands_for(call.by, named.id):
        raise SlackError("team_not_found")
    return {"team": shapes.team(named)}


def access(call: Call) -> Json:
    """A code, once, for a token."""
    app = call.slack.app
    client, secret = call.basic or (call.text("client_id"), call.text("client_secret"))
    if client != app.client_id:
        raise SlackError("invalid_client_id")
    if secret != app.client_secret:
        raise SlackError("bad_client_secret")
    granted = call.slack.grants.redeem(call.text("code"), call.text("redirect_uri"))
    world = call.slack.world
    team = world.teams[granted.team]
    token = call.slack.let_in(team.id, granted.scopes, granted.enterprise_wide)
    enterprise = {"id": team.enterprise, "name": team.enterprise_name} if team.enterprise else None
    return {
        "access_token": token.value,
        "token_type": "bot",
        "scope": ",".join(sorted(token.scopes)),
        "bot_user_id": token.user,
        "app_id": app.id,
        "team": None if token.enterprise_wide else {"name": team.name, "id": team.id},
        "enterprise": enterprise,
        "is_enterprise_install": token.enterprise_wide,
        "authed_user": {"id": granted.user},
    }


def connections_open(call: Call) -> Json:
    """Where to connect for Socket Mode, once."""
    if call.bearer != call.slack.app.app_token:
        raise SlackError("invalid_auth")
    return {"url": call.slack.sockets.ticket()}
