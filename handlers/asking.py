"""Asking instead of guessing: a question is kept with its answers until one is chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.conversation import Choice, Choices, Item, Items, Paragraph, Part, Reply
from domain.intents import (
    AcceptDate,
    Choose,
    Disown,
    Found,
    Intent,
    Option,
    Question,
    Reading,
    Reassign,
    Snooze,
    Update,
)
from domain.problems import NoQuestion
from domain.work import Status
from handlers.proposing import proposed
from handlers.scene import Scene
from language.message import Awaited
from language.news.deciding import listed
from language.privacy.guarded import without_private
from language.privacy.private import left_out

TAKE_OUT, KEEP = "Take it out", "Keep it"
OF_ONE = (Update, Snooze, Reassign, Disown, AcceptDate)  # what is wished of one action
SHORT = 30  # characters of what is repeated on a button
PATIENCE = timedelta(days=1)  # in which the words of a button answer
MOMENT = timedelta(hours=1)  # in which any words do


async def confirm(reading: Reading, scene: Scene, aside: Sequence[str] = ()) -> Reply:
    """Show what was read, and record it only on a yes; ``aside`` is said beside it."""
    told = [proposed(intent, scene) for intent in reading.intents]
    question = await keep_question(_yeses(reading, told, scene), scene)
    items = await _items(reading.intents, scene)
    parts: list[Part] = [Items(items=items)] if items else []
    parts.append(Paragraph(text=f"You wrote “{scene.said.words.strip()}”."))
    parts += [Paragraph(text=each) for each in aside]
    parts.append(_choices(question, other="Record nothing" if reading.private else "No"))
    usual = reading.question or "Did I read this right?"
    opening = _warning(reading.private) if reading.private else usual
    return Reply(
        summary=f"{opening} {_sentence(reading.intents, told)}",
        parts=tuple(parts),
        private=bool(reading.private),
    )


def _yeses(reading: Reading, told: Sequence[str], scene: Scene) -> tuple[Option, ...]:
    """To record it; with what is private in its words left out, or as said."""
    if not reading.private:
        return (Option(label=_yes(told), intents=reading.intents),)
    less = tuple(without_private(each, reading) for each in reading.intents)
    words = scene.said.words
    return (
        Option(label=TAKE_OUT, intents=less, words=left_out(words, reading.private)),
        Option(label=KEEP, intents=reading.intents, words=words),
    )


def _warning(private: Sequence[Found]) -> str:
    """What should hardly be kept, shown back to its author alone."""
    by_kind = {each.value: each.text for each in reversed(private)}
    named = [f"{what} (“{text}”)" for what, text in reversed(by_kind.items())]
    return (
        f"Before I keep your words: they seem to contain {listed(named)}. Status notes are read by "
        f"the whole partnership, so shall I take {'it' if len(private) == 1 else 'them'} out?"
    )


async def ask(reading: Reading, scene: Scene) -> Reply:
    """Put one short question, with the likely answers."""
    if not reading.options:
        return Reply(summary=reading.question, private=True)
    question = await keep_question(reading.options, scene)
    return Reply(summary=reading.question, parts=(_choices(question, other="None of these"),))


async def wait_for_a_day(intents: Sequence[Intent], scene: Scene) -> None:
    """Keep in mind what will be late, nobody knows until when: a day said next is of that.

    Not of two, of which it would be a guess. There is nothing to choose from.
    """
    late = [each for each in intents if isinstance(each, Update) and _has_no_day(each)]
    if len(late) == 1:
        await keep_question((Option(label="", intents=(late[0],), undated=True),), scene)


def _has_no_day(wish: Update) -> bool:
    stage = wish.milestone or wish.slipping
    return wish.status is Status.DELAYED and wish.forecast is None and stage is None


async def chosen(wish: Choose, scene: Scene) -> tuple[Question, Option | None]:
    """Close the question that is answered and say what was chosen; None for none of them.

    Raise NoQuestion where nothing was asked, or it was answered before.
    """
    questions = scene.unit.questions
    found = (
        await questions.last(scene.person.id)
        if wish.question is None
        else await questions.get(wish.question)
    )
    if found is None or found.id is None or found.answered or found.person != scene.person.id:
        raise NoQuestion
    if wish.option is not None and not 1 <= wish.option <= len(found.options):
        raise NoQuestion
    if not any(each.label for each in found.options):
        raise NoQuestion  # only a day was waited for
    if wish.ref and not refs_of(found):
        raise NoQuestion  # of another action there is nothing to say
    await questions.close(found.id)
    option = found.options[wish.option - 1] if wish.option else None
    return found, _meant(option, wish.ref) if option and wish.ref else option


async def awaited(scene: Scene) -> Awaited | None:
    """What this person was asked and has not answered, so that words may do it."""
    question = await _waiting(scene)
    if question is None:
        return None
    labels = tuple(option.label for option in question.options if option.label)
    undated = _updates(each for each in question.options if each.undated)
    refs = refs_of(question)
    lately = scene.now - question.asked_at <= MOMENT
    return Awaited(
        labels=labels,
        plan=question.plan,
        refs=refs,
        undated=undated,
        open=lately and (bool(undated) or _asks_how(question)),
        put_off=refs if lately and _asks_when_again(question) else (),
    )


def _asks_when_again(question: Question) -> bool:
    """Whether it asks on which day to ask again, as against whether it was read right."""
    intents = [wish for each in question.options for wish in each.intents]
    days = {each.until for each in intents if isinstance(each, Snooze)}
    return len(days) > 1 and all(isinstance(each, Snooze) for each in intents)


def _asks_how(question: Question) -> bool:
    """Whether it asks how one action stands, as against whether it was read right."""
    statuses = {each.status for each in _updates(question.options)}
    return len(refs_of(question)) == 1 and len(statuses) > 1


def _updates(options: Iterable[Option]) -> tuple[Update, ...]:
    return tuple(wish for each in options for wish in each.intents if isinstance(wish, Update))


async def _waiting(scene: Scene) -> Question | None:
    question = await scene.unit.questions.last(scene.person.id)
    if question is None or question.answered or scene.now - question.asked_at > PATIENCE:
        return None
    return question


async def answered_in_words(scene: Scene) -> Scene:
    """Close the question that words have answered; both are what was said."""
    question = await _waiting(scene)
    if question is None or question.id is None:
        return scene
    await scene.unit.questions.close(question.id)
    words = f"{question.words.strip()}\n{scene.said.words}"
    return replace(scene, said=replace(scene.said, words=words))


def refs_of(question: Question) -> tuple[str, ...]:
    """The actions that its options are about, each once."""
    intents = (each for option in question.options for each in option.intents)
    return tuple(dict.fromkeys(each.ref for each in intents if isinstance(each, OF_ONE)))


def _meant(option: Option, ref: str) -> Option:
    """The same said of another action, which was meant; a stage or an occurrence is not its."""
    said = [each for each in option.intents if isinstance(each, OF_ONE)][:1]
    return option.model_copy(update={"intents": tuple(_of_another(each, ref) for each in said)})


def _of_another(wish: Update | Snooze | Reassign | Disown | AcceptDate, ref: str) -> Intent:
    own = {"milestone": None, "slipping": None} if isinstance(wish, Update) else {}
    return wish.model_copy(update={"ref": ref, **own})


async def keep_question(options: tuple[Option, ...], scene: Scene) -> Question:
    """Keep what this person may choose from now, with their words, and return it with its id."""
    return await scene.unit.questions.ask(
        Question(
            person=scene.person.id,
            plan=scene.plan.key,
            asked_at=scene.now,
            message=scene.said.message,
            words=scene.said.words,
            options=options,
        )
    )


def _choices(question: Question, other: str) -> Choices:
    likely = [
        Choice(label=option.label, says=f"choose {number} of #{question.id}")
        for number, option in enumerate(question.options, 1)
    ]
    return Choices(options=(*likely, Choice(label=other, says=f"none of #{question.id}")))


def _yes(told: Sequence[str]) -> str:
    if len(told) != 1 or len(told[0]) >= SHORT:
        return "Yes"
    return f"Yes, it {told[0]}" if told[0].startswith("is ") else f"Yes, {told[0]}"


def _sentence(intents: Sequence[Intent], told: Sequence[str]) -> str:
    named = [_named(intent, words) for intent, words in zip(intents, told, strict=True)]
    return "; ".join(named) + "." if named else ""


def _named(intent: Intent, words: str) -> str:
    return f"{intent.ref} {words}" if isinstance(intent, OF_ONE) else words


async def _items(intents: Sequence[Intent], scene: Scene) -> tuple[Item, ...]:
    """What is wished of single actions, each with its title."""
    wishes = [each for each in intents if isinstance(each, OF_ONE)]
    known = await scene.unit.actions.of(scene.plan.key, {each.ref for each in wishes})
    titles = {each.action.ref: each.action.text for each in known}
    return tuple(
        Item(ref=each.ref, title=titles.get(each.ref, ""), standing=proposed(each, scene))
        for each in wishes
    )
