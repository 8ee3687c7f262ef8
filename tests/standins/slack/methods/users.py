"""users.*: who is who."""

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.methods.conversations import of_user
from tests.standins.slack.world import Json, User

conversations = of_user


def describe(call: Call) -> Json:
    return {"user": _shown(call, call.user(call.text("user")))}


def list_(call: Call) -> Json:
    """Everybody of the team, those who left included."""
    if call.by.enterprise_wide and not call.text("team_id"):
        raise SlackError("missing_argument")  # the token stands for many
    world = call.slack.world
    here = [each for each in world.users.values() if each.team == call.team]
    page = call.pages([_shown(call, each) for each in here], "members", 200)
    return page | {"cache_ts": world.seconds()}


def by_email(call: Call) -> Json:
    """Those who left are not found by their e-mail."""
    wanted = call.text("email").strip().lower()
    for each in call.slack.world.users.values():
        known = each.team == call.team and not each.deleted and each.email
        if known and known.lower() == wanted:
            return {"user": _shown(call, each)}
    raise SlackError("users_not_found")


def _shown(call: Call, user: User) -> Json:
    """E-mails are for tokens with the scope, and not those of another organisation."""
    ours = call.slack.world.stands_for(call.by, user.team)
    with_email = ours and "users:read.email" in call.by.scopes
    return shapes.user(user, call.slack.world, with_email)
