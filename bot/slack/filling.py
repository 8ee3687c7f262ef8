"""What was filled in: the request that it makes, or what is wrong beside the field. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.filled import NOTHING, date_fault
from bot.slack.forms import (
    FORECAST,
    NOTE,
    SAME,
    STATUS,
    WHICH,
    Errand,
    chosen_action,
    status_block,
)
from bot.slack.inbound import PLATFORM, Ear
from bot.slack.shapes import Action, Submitted
from domain.conversation import Address, Request
from domain.intents import Update
from domain.people import Account
from domain.work import Status

NONE_CHANGED = "Choose how at least one of them stands."

type Values = Mapping[str, Mapping[str, Action]]


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of a form as they were sent."""

    values: Values
    errand: Errand

    @property
    def plan(self) -> str | None:
        chosen = _chosen(self.values, WHICH)
        return chosen_action(chosen)[0] if chosen else self.errand.plan

    @property
    def refs(self) -> tuple[str, ...]:
        chosen = _chosen(self.values, WHICH)
        return (chosen_action(chosen)[1],) if chosen else self.errand.refs

    @property
    def note(self) -> str:
        found = _value(self.values, NOTE)
        return (found.value or "").strip() if found else ""

    @property
    def forecast(self) -> date | None:
        """The day that was picked; None where it is the one that the picker began with."""
        found = _value(self.values, FORECAST)
        picked = date.fromisoformat(found.selected_date) if found and found.selected_date else None
        return None if picked == self.errand.expected else picked

    def status(self, ref: str) -> Status | None:
        chosen = _chosen(self.values, status_block(ref, self.errand))
        return Status(chosen) if chosen and chosen != SAME else None

    def updates(self) -> tuple[Update, ...]:
        """What was said, of each action that anything was said of."""
        alone = len(self.refs) == 1
        found = [
            Update(
                ref=ref,
                status=self.status(ref),
                forecast=self.forecast if alone else None,
                note=self.note,
            )
            for ref in self.refs
        ]
        return tuple(each for each in found if _says_something(each, alone))

    def faults(self, today: date) -> dict[str, str]:
        """What cannot be meant, by the block that it stands in."""
        if not self.updates():
            several = len(self.refs) > 1
            first = status_block(self.refs[0], self.errand) if self.refs else STATUS
            return {first: NONE_CHANGED if several else NOTHING}
        fault = date_fault(self.forecast, self.status(self.refs[0]), today)
        return {FORECAST: fault} if fault else {}


def filled_in(submitted: Submitted, ear: Ear, today: date) -> Request | dict[str, str]:
    """The request that was filled in; or what is wrong with it, by the block that it stands in."""
    errand = Errand.unpacked(submitted.view.private_metadata)
    filled = Filled(submitted.view.state.values, errand)
    faults = filled.faults(today)
    if faults:
        return faults
    return Request(
        id=f"slack:{ear.team}:form:{submitted.view.id}",
        workspace=ear.workspace,
        account=Account(platform=PLATFORM, workspace=ear.team, user=submitted.user.id),
        address=Address(
            platform=PLATFORM,
            workspace=ear.team,
            conversation=errand.conversation or submitted.user.id,
            thread=errand.thread,
            only_for=errand.only_for,
        ),
        text=filled.note,
        form=filled.updates(),
        plan=filled.plan,
    )


def _says_something(update: Update, alone: bool) -> bool:
    """A note alone is about one action, and about none in particular of several."""
    return bool(update.status or update.forecast or (alone and update.note))


def _chosen(values: Values, block: str) -> str:
    found = _value(values, block)
    return found.selected_option.value if found and found.selected_option else ""


def _value(values: Values, block: str) -> Action | None:
    return next(iter(values.get(block, {}).values()), None)
