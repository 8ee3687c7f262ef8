"""Who has an account, who has none, and who might be whom: the administrator's view."""

from datetime import timedelta

from domain.conversation import Choice, Choices, Facts, Paragraph, Part
from domain.newcomers import Newcomer
from domain.people import Directory, Person
from domain.sending import TOO_LATE
from handlers.acquaintance import account_name
from handlers.likely import likely
from handlers.outcome import Outcome
from handlers.scene import Scene

SHOWN = 10
LATELY = timedelta(days=4)  # over a weekend: who can be reached again is not on the list for long


async def people_list(scene: Scene) -> Outcome:
    """Matches to be confirmed by a button first, then those who cannot be reached."""
    newcomers = await scene.unit.newcomers.all()
    reachable = await scene.unit.people.reachable()
    people = scene.directory.people
    without = [each for each in people if each.id not in reachable]
    parts: list[Part] = []
    for each in newcomers[:SHOWN]:
        parts += _match(each, scene.directory)
    if len(newcomers) > SHOWN:
        parts.append(Paragraph(text=f"and {len(newcomers) - SHOWN} more accounts"))
    parts += _unreached(without)
    parts += await _refused(scene)
    parts += _vacant(scene)
    known = len(people) - len(without)
    return Outcome(
        summary=f"{known} of {len(people)} people in the plan have an account here; "
        f"{len(newcomers)} accounts wait for you.",
        parts=tuple(parts),
        private=True,
    )


def _match(newcomer: Newcomer, directory: Directory) -> list[Part]:
    name = account_name(newcomer.account)
    email = f", {newcomer.email}" if newcomer.email else ""
    guess = likely(newcomer.name, newcomer.email, directory, newcomer.claim)
    choices = [
        Choice(label=each.name, says=f"link {name} to {each.id}", aside=True) for each in guess
    ]
    choices += [
        Choice(label="Somebody new", says=f"add {name} as somebody new", aside=True),
        Choice(label="Nobody", says=f"{name} is nobody in the plan", aside=True),
    ]
    whom = f"{newcomer.name or newcomer.account.user}{email}"
    asked = f"Who is {whom}?{_why(newcomer, directory)}"
    return [Paragraph(text=asked), Choices(options=tuple(choices[:5]))]


def _why(newcomer: Newcomer, directory: Directory) -> str:
    """Whom the account may be, and what speaks for it."""
    person = directory.person(newcomer.person) if newcomer.person else None
    return f" Perhaps {person.name}: {newcomer.why}." if person and newcomer.why else ""


def _unreached(without: list[Person]) -> list[Part]:
    if not without:
        return []
    return [Paragraph(text=f"Without an account: {_names([each.name for each in without])}.")]


async def _refused(scene: Scene) -> list[Part]:
    """Who has an account and still could not be written to lately, with why and what to do."""
    found: dict[str, dict[str, str]] = {}
    for each in await scene.unit.outbox.given_up(scene.now - LATELY):
        person = scene.directory.person(each.message.to or "")
        if person and each.why != TOO_LATE:
            found.setdefault(each.why, {})[person.id] = person.name
    return [
        Paragraph(text=f"Could not be written to: {_names(list(whom.values()))}. {why}")
        for why, whom in found.items()
    ]


def _names(names: list[str]) -> str:
    more = f" and {len(names) - 2 * SHOWN} more" if len(names) > 2 * SHOWN else ""
    return ", ".join(names[: 2 * SHOWN]) + more


def _vacant(scene: Scene) -> list[Part]:
    posts = scene.directory.posts
    vacant = [each for each in posts if not scene.directory.holders(each, scene.today)]
    if not vacant:
        return []
    held = tuple((title, "nobody in post") for title in vacant[:SHOWN])
    hint = f"Say: give post {vacant[0]} to NAME from DATE."
    return [Facts(pairs=held), Paragraph(text=hint)]
