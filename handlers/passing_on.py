"""What was said about an action of somebody else's: left alone, and passed on where that is wanted.

The words go whole, as a quotation, into the next message to who answers for it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from domain.conversation import Choice, Choices, Reply
from domain.events import Tracked
from domain.instructions import Instruction, PassedOn, TakenBack
from domain.intents import Option, PassOn
from domain.people import Person
from domain.problems import NotYours
from domain.reach import Asked, Reach
from domain.rights import answerable_groups
from domain.work import Plan
from handlers.asking import keep_question
from handlers.misplaced import lacking
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.recording import people
from handlers.scene import Scene
from handlers.wording import sentence
from language.privacy.private import left_out, private_in

MOST_BUTTONS = 3  # of people to pass something on to: more are no choice on a phone


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """What is said of each action that is not the speaker's, and the buttons that pass it on."""

    sentences: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    def beside(self, reply: Reply) -> Reply:
        """The reply to the rest of the message, which stays when one of these is pressed."""
        if not self.choices:
            return reply
        options = tuple(each.model_copy(update={"aside": True}) for each in self.choices)
        return reply.model_copy(update={"parts": (*reply.parts, Choices(options=options))})

    def alone(self) -> Reply:
        """The reply where nothing else was said."""
        parts = (Choices(options=self.choices),) if self.choices else ()
        summary = " ".join(self.sentences) or "I have changed nothing."
        return Reply(summary=summary, parts=parts, private=True)


async def left_alone(refs: Collection[str], scene: Scene, missing: Sequence[str] = ()) -> LeftAlone:
    """Say whose these actions are, and offer to pass on what was said to those who can be told.

    What is ``missing`` from the plan is named as well.
    """
    absent = (lacking(missing, scene),) if missing else ()
    if not refs:
        return LeftAlone(absent)
    known = await scene.unit.actions.of(scene.plan.key, refs)
    tracked = {each.action.ref: each for each in known}
    others = [tracked[ref] for ref in refs if ref in tracked]
    sentences = tuple(sentence(_not_yours(each, scene)) for each in others)
    reach = await _reach(scene)
    by_person: dict[Person, list[str]] = {}
    for each in others:
        if person := who_hears(each, scene.plan, reach, scene.person, scene.today):
            by_person.setdefault(person, []).append(each.action.ref)
    choices = [
        choice
        for person, about in list(by_person.items())[:MOST_BUTTONS]
        for choice in await _offered(person, tuple(about), scene)
    ]
    return LeftAlone((*sentences, *absent), tuple(choices))


def who_hears(
    tracked: Tracked, plan: Plan, reach: Reach, speaker: Person, day: date
) -> Person | None:
    """Who is told what somebody else has said about an action: the one who is asked about it.

    Where nobody can be, the chair of its group, or else an administrator; None where those are
    away too, or have no account.
    """
    asked = reach.asked(tracked, day)
    owner = (asked.person,) if isinstance(asked, Asked) else ()
    groups = answerable_groups(tracked.action, plan)
    chairs = tuple(each for group in groups for each in reach.directory.chairs(group))
    others = reach.can_be_told((*chairs, *reach.directory.administrators()), day)
    return next((each for each in (*owner, *others) if each.id != speaker.id), None)


async def pass_on(wish: PassOn, scene: Scene) -> Outcome:
    """Keep what was said for the next message to whom it is passed on."""
    kept = await keep(PassedOn(refs=wish.refs, to=wish.to), scene, scene.plan.key)
    return Outcome(
        summary=f"{_name(wish.to, scene)} will read your words in my next message to them.",
        order=kept.id,
        private=True,
    )


async def taken_back(told: Instruction, order: PassedOn, scene: Scene) -> Outcome:
    """Pass it on no more; where it has been read already, say so."""
    name = _name(order.to, scene)
    written = await scene.unit.outbox.written(order.to, told.at.date())
    if any(named(told) in each.says for each in written):
        return Outcome(summary=f"{name} has had your words already, so they cannot be taken back.")
    await keep(TakenBack(instruction=int(told.id or 0)), scene, told.plan)
    return Outcome(summary=f"Taken back: I will not pass your words on to {name}.")


def named(told: Instruction) -> str:
    """How a message names that it passes something on."""
    return f"passed on {told.id}"


async def _offered(person: Person, refs: tuple[str, ...], scene: Scene) -> Sequence[Choice]:
    """The buttons for one person: words that hold something private can go without it."""
    wish, words = (PassOn(refs=refs, to=person.id),), scene.said.words
    label = f"Pass this on to {person.name}"
    private = private_in(words)
    whole = Option(label=label, intents=wish, words=words)
    if not private:
        return await _kept((whole,), scene)
    what = " and ".join(dict.fromkeys(each.value for each in private))
    less = Option(label=f"{label} without {what}", intents=wish, words=left_out(words, private))
    return await _kept((less, whole.model_copy(update={"label": f"{label} as written"})), scene)


async def _kept(options: tuple[Option, ...], scene: Scene) -> Sequence[Choice]:
    """A question of its own, so that one answer leaves the offers for others as they are."""
    question = await keep_question(options, scene)
    return [
        Choice(label=each.label, says=f"choose {number} of #{question.id}")
        for number, each in enumerate(options, 1)
    ]


async def _reach(scene: Scene) -> Reach:
    accounts = await scene.unit.people.reachable()
    return Reach(scene.directory, accounts, scene.stands, scene.calendar, scene.now)


def _not_yours(tracked: Tracked, scene: Scene) -> NotYours:
    action = tracked.action
    return NotYours(action.ref, action.owners, [each.name for each in people(action, scene)])


def _name(person: str, scene: Scene) -> str:
    found = scene.directory.person(person)
    return found.name if found else person
