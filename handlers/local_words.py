"""Words of the workspace's own for a status: taught, forgotten and listed by those it concerns."""

from datetime import date

from domain.conversation import Choice, Choices, Facts, Paragraph, Part
from domain.instructions import CallIt, Instruction, arranged
from domain.people import Person
from domain.problems import Unreadable
from domain.rights import may_teach
from domain.summary import Scope
from handlers.allowing import require
from handlers.days import local_day, short_day
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.scene import Scene
from language.claims.local import too_common

OUR_WORDS = Choice(label="Our words", says="our words", aside=True)
WHOSE = "somebody who answers for an action"
MOST = 200  # phrases; a longer list is no longer read by anybody


async def call_it(wish: CallIt, scene: Scene) -> Outcome:
    """From now on read a phrase as a status, or as nothing in particular.

    Raise NotAllowed for who answers for no action, Unreadable for a phrase that cannot be one.
    """
    tracked = await scene.unit.actions.within(Scope(plan=scene.plan.key))
    allowed = may_teach(scene.standing, [each.action for each in tracked], scene.plan)
    require(allowed, "say what our words mean", scene, WHOSE)
    await _require(wish, scene)
    await keep(wish, scene, None)
    return _told(wish)


async def our_words(scene: Scene) -> Outcome:
    """List what this workspace means by its own words."""
    words = arranged(await scene.unit.instructions.all()).words
    if not words:
        how = "Say “when we say ‘with Cabinet’ we mean at risk” to add one."
        return Outcome(summary=f"This workspace has no words of its own. {how}")
    pairs = tuple((phrase, status.words) for phrase, status in sorted(words.items()))
    return Outcome(
        summary=f"This workspace has {len(pairs)} {'word' if len(pairs) == 1 else 'words'} of "
        "its own.",
        parts=(Facts(pairs=pairs),),
    )


def told_of(told: Instruction, word: CallIt, reader: Person, today: date) -> tuple[Part, ...]:
    """What an administrator is told of a word that somebody else has changed, with a way back."""
    when = short_day(local_day(told.at, reader), today)
    if word.status is None:
        text = f"{told.by_name} had me forget “{word.phrase}” on {when}."
        return Paragraph(text=text), Choices(options=(OUR_WORDS,))
    text = (
        f"{told.by_name} taught me a word on {when}: I read “{word.phrase}” as {word.status.words} "
        "in everybody’s messages."
    )
    label = f"Forget “{word.phrase}”"
    forget = Choice(label=label, says=f"forget “{word.phrase}”", aside=True)
    return Paragraph(text=text), Choices(options=(forget, OUR_WORDS))


def _told(wish: CallIt) -> Outcome:
    if wish.status is None:
        return Outcome(summary=f"From now on “{wish.phrase}” has no special meaning here.")
    forget = Choice(label="Forget it", says=f"forget “{wish.phrase}”")
    return Outcome(
        summary=f"From now on I read “{wish.phrase}” as {wish.status.words}, in everybody’s "
        "messages here. What was said before stays as it was read. The administrators "
        "will hear of it.",
        choices=(forget, OUR_WORDS),
    )


async def _require(wish: CallIt, scene: Scene) -> None:
    """Raise Unreadable where a phrase cannot be taught, or there is none to forget."""
    words = arranged(await scene.unit.instructions.all()).words
    if wish.status is None:
        if wish.phrase not in words:
            raise Unreadable(f"“{wish.phrase}” is not one of our words.")
    elif too_common(wish.phrase):
        raise Unreadable(f"“{wish.phrase}” has only everyday words, so I would find it everywhere.")
    elif len(words) >= MOST:
        raise Unreadable(
            f"There are {MOST} words already.", "Forget one first: “our words” lists them."
        )
