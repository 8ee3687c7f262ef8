"""Modals on people's screens, and the triggers that let an app open one."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.standins.slack.blocks import misbuilt_view
from tests.standins.slack.calls import SlackError
from tests.standins.slack.limits import view_faults
from tests.standins.slack.reading import elements
from tests.standins.slack.world import Json, View, World

LASTS = timedelta(seconds=3)


@dataclass
class Triggers:
    """Each is good for one view, for three seconds of the clock."""

    world: World
    given: dict[str, tuple[str, str, datetime]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def give(self, user: str, team: str) -> str:
        trigger = f"{self.world.id('')}.{team}.{self.world.id('x')}"
        self.given[trigger] = (user, team, self.world.clock.now())
        return trigger

    def exchange(self, trigger: str) -> tuple[str, str]:
        """Who pulled the trigger, and in which team."""
        if trigger not in self.given:
            raise SlackError("invalid_trigger_id")
        if trigger in self.used:
            raise SlackError("exchanged_trigger_id")
        user, team, at = self.given[trigger]
        if self.world.clock.now() - at > LASTS:
            raise SlackError("expired_trigger_id")
        self.used.add(trigger)
        return user, team


@dataclass
class Modals:
    """What everybody has open, the topmost last."""

    world: World
    stacks: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def make(self, user: str, team: str, body: Json, under: View | None) -> View:
        id = self.world.id("V")
        view = View(id, team, user, body, root=under.root if under else id)
        view.previous = under.id if under else None
        self.world.views[id] = view
        return self.show(view, body)

    def show(self, view: View, body: Json) -> View:
        """Put this body on it; what was filled in under other names is gone."""
        view.body = body
        view.hash = f"{self.world.seconds()}.{self.world.id('h')}"
        return view

    def put_on_top(self, view: View) -> None:
        if view.previous is None:
            self.stacks[view.user].clear()
        self.stacks[view.user].append(view.id)

    def depth(self, user: str) -> int:
        return len(self.stacks[user])

    def top(self, user: str) -> View | None:
        stack = self.stacks[user]
        return self.world.views[stack[-1]] if stack else None

    def close(self, user: str, all_of_them: bool = False) -> None:
        """Take away the topmost, or all."""
        if all_of_them:
            self.stacks[user].clear()
        elif self.stacks[user]:
            self.stacks[user].pop()

    def after(self, view: View, answer: Json, faults: list[str]) -> dict[str, str]:
        """What becomes of a modal that was sent. Return the faults the app found, by label."""
        match answer.get("response_action"):
            case None:
                self.close(view.user)
            case "clear":
                self.close(view.user, all_of_them=True)
            case "errors":
                return self._marked(view, answer.get("errors"), faults)
            case "update":
                self.show(view, self._given(answer, faults))
            case "push":
                self.put_on_top(self.make(view.user, view.team, self._given(answer, faults), view))
            case other:
                faults.append(f"response_action: {other!r} is none")
        return {}

    def _given(self, answer: Json, faults: list[str]) -> Json:
        body = answer.get("view")
        assert isinstance(body, dict), "an answer to a modal without its view"
        faults += [
            f"view of an answer: {each}" for each in (*view_faults(body), *misbuilt_view(body))
        ]
        return body

    def _marked(self, view: View, errors: object, faults: list[str]) -> dict[str, str]:
        """Each fault beside the input it is about."""
        blocks = view.body.get("blocks")
        labels = {each.block_id: each.label for each in elements(_list(blocks))}
        marks = errors if isinstance(errors, dict) else {}
        faults += [f"errors: no input {each!r}" for each in marks if each not in labels]
        return {labels.get(str(block), str(block)): str(why) for block, why in marks.items()}


def _list(value: object) -> list[Json]:
    return value if isinstance(value, list) else []
