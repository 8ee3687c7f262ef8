"""views.*: modals and home tabs."""

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.world import Json, View

LARGEST = 250_000  # bytes
DEEPEST = 3  # modals on top of one another


def open_(call: Call) -> Json:
    user, team = call.slack.triggers.exchange(call.text("trigger_id"))
    return _added(call, user, team, None)


def push(call: Call) -> Json:
    user, team = call.slack.triggers.exchange(call.text("trigger_id"))
    top = call.slack.modals.top(user)
    if top is None:
        raise SlackError("not_found")
    return _added(call, user, team, top)


def update(call: Call) -> Json:
    """Show a view anew, unless it has changed since the hash that was given."""
    view = call.slack.world.views.get(call.text("view_id")) or _external(call)
    if view is None or not call.slack.world.stands_for(call.by, view.team):
        raise SlackError("not_found")
    _unchanged(call, view)
    call.slack.modals.show(view, _body(call))
    return _shown(call, view)


def publish(call: Call) -> Json:
    """Put a home tab in place of the one before."""
    world = call.slack.world
    user = call.user(call.text("user_id"))
    held = world.views.get(world.homes.get((user.team, user.id), ""))
    if held is not None:
        _unchanged(call, held)
    body = _body(call)
    if body.get("type") != "home":
        raise SlackError("invalid_arguments")
    view = held or call.slack.modals.make(user.id, user.team, body, None)
    world.homes[user.team, user.id] = view.id
    call.slack.modals.show(view, body)
    return _shown(call, view)


def _added(call: Call, user: str, team: str, under: View | None) -> Json:
    if call.slack.modals.depth(user) >= (DEEPEST if under else 1) and under:
        raise SlackError("push_limit_reached")
    body = _body(call)
    if body.get("type") != "modal":
        raise SlackError("invalid_arguments")
    if not call.slack.world.stands_for(call.by, team):
        raise SlackError("invalid_trigger_id")
    view = call.slack.modals.make(user, team, body, under)
    call.slack.modals.put_on_top(view)
    return _shown(call, view)


def _body(call: Call) -> Json:
    body = call.arguments.get("view")
    if not isinstance(body, dict):
        raise SlackError("invalid_arguments")
    if len(str(body)) > LARGEST:
        raise SlackError("view_too_large")
    return body


def _external(call: Call) -> View | None:
    named = call.text("external_id")
    views = call.slack.world.views.values()
    return next((v for v in views if named and v.body.get("external_id") == named), None)


def _unchanged(call: Call, view: View) -> None:
    if call.text("hash") and call.text("hash") != view.hash:
        raise SlackError("hash_conflict")


def _shown(call: Call, view: View) -> Json:
    return {"view": shapes.view(view, call.slack.app.id, call.by.bot_id)}
