"""Two workspaces with one bot, whose plans have the same references.

What is secret in each is a word that nobody types.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.desk import Desk
from domain.conversation import Address
from domain.people import Account, Appointment, Office, PartnershipGroup, Person
from domain.ports import Store
from domain.work import Section, Status
from tests.builders import a_plan, an_action, by
from tests.standins.slack import Channel, Slack, Team
from tests.standins.slack import Person as Human

SECRETS = {"harbour": "guillemot", "quay": "cormorant"}


@dataclass
class Side:
    """One workspace, and who speaks there."""

    workspace: str
    team: Team
    chair: Human
    board: Channel

    @property
    def secret(self) -> str:
        return SECRETS[self.workspace]


@dataclass
class Both:
    slack: Slack
    store: Store
    desk: Desk
    sides: dict[str, Side]

    def other(self, side: Side) -> Side:
        return next(each for each in self.sides.values() if each is not side)

    async def history(self, workspace: str) -> int:
        async with self.store(workspace) as unit:
            return len(await unit.events.between(workspace, None, None))


async def fill(store: Store, side: Side) -> None:
    """A plan whose every printed word of substance is the workspace's secret."""
    secret, name = side.secret, f"{side.workspace.title()} Board"
    sections = (Section(name="Waters", slug="waters", partnership_groups=(name,)),)
    actions = [
        an_action(
            ref=f"1.{number}",
            section="Waters",
            group=f"1. The {secret}",
            text=f"Count the {secret}s of colony {number}",
            due=by(date(2031, 5, 1) + timedelta(days=number * 5)),
            owners=(f"{'Ole' if number == 3 else 'Una'} {secret.title()}",),
            status=status,
        )
        for number, status in enumerate((Status.ON_TRACK, Status.AT_RISK, None), 1)
    ]
    async with store(side.workspace) as unit:
        await unit.plans.put(a_plan(key=side.workspace, title=f"{secret} plan", sections=sections))
        await unit.actions.put(side.workspace, actions)
        await unit.people.put(Person(id="una", name=f"Una {secret.title()}"))
        await unit.people.put(Person(id="ole", name=f"Ole {secret.title()}"))  # without an account
        await unit.people.link(
            Account(platform="slack", workspace=side.team.id, user=side.chair.id), "una"
        )
        await unit.people.put_group(
            PartnershipGroup(
                name=name,
                slug=side.workspace,
                address=Address(
                    platform="slack", workspace=side.team.id, conversation=side.board.id
                ),
            )
        )
        chair = Appointment(person="una", office=Office.CHAIR, partnership_group=name)
        await unit.people.appoint(chair)
        await unit.people.appoint(Appointment(person="una", office=Office.ADMINISTRATOR))
        await unit.commit()
