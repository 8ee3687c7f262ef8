"""What is counted of an action, worked out where it changes."""

from domain.ahead import STARTS
from domain.events import ActionState
from domain.work import Action, DueKind
from store.mark import mark_of, mark_through, mark_together
from store.tables.work import AWAKE


def answers(action: Action) -> str | None:
    """By what the partnership groups are found that an action answers to."""
    if action.partnership_groups:
        return mark_together(action.partnership_groups)
    return mark_through(action.section) if action.section is not None else None


def counted(action: Action, state: ActionState) -> dict[str, object]:
    """The columns of StandingRow that follow from the action and its state."""
    return {
        "ref": action.ref,
        "section": mark_of(action.section),
        "group": mark_of(action.group),
        "answers": answers(action),
        "open": not state.finished,
        "status": state.counts_as,
        "accepted": state.accepted,
        "forecast": state.forecast,
        "expected": state.expected,
        "heard": state.at,
        "next_stage": min(
            (each.end for each in action.due.milestones if each.label not in state.done),
            default=None,
        ),
        "begins": action.due.start if action.due.kind in STARTS else None,
        "recurs": action.due.kind is DueKind.RECURRING,
        "wakes_at": AWAKE,
    }
