"""How the bot is told to go about asking, and what it is asked about that: one small class each."""

from datetime import date, time
from typing import Literal

from domain.policy import PolicyChange
from domain.value import Value


class Setting(Value):
    """How the bot goes about asking: told, or asked about."""


class AskOtherwise(Setting):
    """Ask more or less often about a part of the plan; ``part`` as it was said, "" is all of it.

    With ``anew`` the part is asked about as everything else again; what is ``out_of_bounds`` is
    beyond what anybody can set.
    """

    kind: Literal["ask_otherwise"] = "ask_otherwise"
    part: str = ""
    change: PolicyChange = PolicyChange()
    anew: bool = False
    out_of_bounds: bool = False


class ShowPolicy(Setting):
    kind: Literal["show_policy"] = "show_policy"
    part: str = ""


class PausePlan(Setting):
    kind: Literal["pause_plan"] = "pause_plan"
    until: date | None = None


class ResumePlan(Setting):
    kind: Literal["resume_plan"] = "resume_plan"


class RestrictPlan(Setting):
    """Let only the plan's own people ask about it, or everybody again."""

    kind: Literal["restrict_plan"] = "restrict_plan"
    on: bool = True


class MyHour(Setting):
    """When one wants the one message of a day."""

    kind: Literal["my_hour"] = "my_hour"
    hour: time


class MyWeek(Setting):
    """On which days one works, Monday as 0."""

    kind: Literal["my_week"] = "my_week"
    days: frozenset[int]


class BackAtWork(Setting):
    """One is there again, before one's leave has ended."""

    kind: Literal["back_at_work"] = "back_at_work"


class CancelLeave(Setting):
    """One is not away after all: on leave within these days; or None where it is not said which."""

    kind: Literal["cancel_leave"] = "cancel_leave"
    start: date | None = None
    end: date | None = None
    all: bool = False


class CloseOffices(Setting):
    kind: Literal["close_offices"] = "close_offices"
    start: date
    end: date


class Why(Setting):
    """Why a message came that was about these actions."""

    kind: Literal["why"] = "why"
    refs: tuple[str, ...] = ()


class ShowList(Setting):
    """What only an administrator can put right."""

    kind: Literal["show_list"] = "show_list"


class RoundWish(Setting):
    """Something that is wanted of a reporting round; ``part`` is as it was said, or ""."""

    part: str = ""


class OpenRound(RoundWish):
    """Hold a round for a part of the plan; ``papers`` is the day the board's papers are due."""

    kind: Literal["open_round"] = "open_round"
    papers: date | None = None


class EndRound(RoundWish):
    """Close the round before its time, or call it off."""

    kind: Literal["end_round"] = "end_round"
    called_off: bool = False


class ShowRound(RoundWish):
    """Who has answered, and who has not."""

    kind: Literal["show_round"] = "show_round"


type AnyRoundWish = OpenRound | EndRound | ShowRound
type AnySetting = (
    AskOtherwise
    | ShowPolicy
    | PausePlan
    | ResumePlan
    | RestrictPlan
    | MyHour
    | MyWeek
    | BackAtWork
    | CancelLeave
    | CloseOffices
    | Why
    | ShowList
    | AnyRoundWish
)
"""Every setting there is, by name, so that the type checker names who does not handle a new one."""
