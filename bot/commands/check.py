"""planbot check: what is configured, what is missing and how to get it."""

import argparse
import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.assembly import look_at_store
from bot.cli import DONE, FAILED, Terminal
from bot.clock import SystemClock
from bot.settings import Settings, variable_of
from bot.slack import setup as slack_setup
from bot.slack.reaching import answer_of_slack
from bot.teams import setup as teams_setup
from domain.problems import StoreUnavailable
from domain.sending import Rejected
from store.seal import Seal

EXAMPLE = "example: planbot check"
BUILT = datetime(2026, 1, 1, tzinfo=UTC)  # a clock before this is wrong


@dataclass(frozen=True, slots=True)
class Finding:
    """``needed`` where planbot run would not do without it what is asked of it.

    ``mark`` is another word for what is neither there nor missing.
    """

    good: bool
    told: str
    needed: bool = True
    mark: str = ""

    def __str__(self) -> str:
        mark = self.mark or ("ok" if self.good else "missing" if self.needed else "not set")
        return f"{mark:7}  {self.told}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    findings = list(_findings(settings))
    for finding in findings:
        print(finding, file=terminal.out)
    return DONE if all(each.good or not each.needed for each in findings) else FAILED


def _findings(settings: Settings) -> Iterator[Finding]:
    yield _database(settings)
    yield _clock(SystemClock().now(), settings)
    yield Finding(True, f"Workspace: {settings.workspace}.")
    yield from _key(settings)
    slack, teams = slack_setup.setup_of(settings), teams_setup.setup_of(settings)
    yield from _slack(slack)
    if slack.mode:
        yield from _answer_of_slack(settings)
    yield from _teams(teams)
    if (slack.mode and not slack.installs) or teams.complete:
        yield _administrators(settings)


def _key(settings: Settings) -> Iterator[Finding]:
    if not settings.key:
        return
    try:
        Seal(settings.key)
        yield Finding(True, "Key: tokens are kept encrypted.")
    except StoreUnavailable as problem:
        yield Finding(False, f"Key: {problem.what} {problem.remedy}")


def _slack(setup: slack_setup.Setup) -> Iterator[Finding]:
    if setup.mode is not None:
        installs = " Workspaces can install it." if setup.installs else ""
        yield Finding(True, f"Slack: by {setup.mode}.{installs}")
    elif setup.missing:
        for each in setup.missing:
            yield Finding(False, f"Slack: {each}")
    else:
        yield Finding(False, "Slack: docs/slack.md says how to connect it.", needed=False)


def _answer_of_slack(settings: Settings) -> Iterator[Finding]:
    """Whether Slack lets us in now: where it is only out of reach, planbot run goes on trying."""
    trouble = asyncio.run(answer_of_slack(settings, SystemClock()))
    if isinstance(trouble, Rejected):
        yield Finding(False, f"Slack: it does not let Planbot in: {trouble}")
    elif trouble:
        told = f"Slack: it cannot be reached now ({trouble}). planbot run goes on trying."
        yield Finding(False, told, needed=False, mark="waiting")


def _teams(setup: teams_setup.Setup) -> Iterator[Finding]:
    if setup.complete:
        yield Finding(True, "Teams: set up for one tenant.")
    elif setup.missing:
        for each in setup.missing:
            yield Finding(False, f"Teams: {each}")
    else:
        yield Finding(False, "Teams: docs/teams.md says how to connect it.", needed=False)


def _administrators(settings: Settings) -> Finding:
    if settings.administrators:
        return Finding(True, f"Administrators: {', '.join(settings.administrators)}.")
    name = variable_of("administrators")
    return Finding(
        False,
        f"Administrators: nobody can say who is who. Set {name} to your e-mail address, "
        "as it stands in the platform’s directory.",
        needed=False,
    )


def _database(settings: Settings) -> Finding:
    try:
        told = asyncio.run(look_at_store(settings))
    except StoreUnavailable as problem:
        return Finding(False, f"Database: {problem.what} {problem.remedy}".strip())
    return Finding(True, f"Database: {told}")


def _clock(now: datetime, settings: Settings) -> Finding:
    local = now.astimezone(settings.timezone)
    if now < BUILT:
        return Finding(False, f"Clock: it says {local:%d %B %Y}, which is past. Set the clock.")
    return Finding(True, f"Clock: {local:%d %B %Y, %H:%M} in {settings.timezone.key}.")
