"""Sentences that say which plan they are about: "harbour: 7.3 on track".

Where a workspace has several plans, every button says so. It means the same under an old message
as on the day it was shown, and anybody may type it as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from domain.conversation import Choice, Choices, Items, Paragraph, Part, Reply
from domain.named import in_full

LONG_WORD = re.compile(r"[^\W\d_][^\W\d_'’]{3,}")
OF_ANY_PLAN = frozenset(
    [
        "plan",
        "action",
        "actions",
        "with",
        "from",
        "this",
        "that",
        "joint",
        "strategy",
        "programme",
        "status",
        "update",
        "progress",
        "report",
        "tracker",
        "note",
        "done",
        "comment",
    ]
)
BETWEEN = "; "  # from what is said about one plan to what is said about the next


class OfPlan(NamedTuple):
    """What is said about one plan."""

    plan: str
    text: str


def said_of(plan: str, sentence: str) -> str:
    return f"{plan}: {sentence}"


def said_of_each(sentences: Mapping[str, str]) -> str:
    """Several sentences, each about a plan, as one."""
    return BETWEEN.join(said_of(plan, said) for plan, said in sentences.items())


def called(titles: Mapping[str, str]) -> Mapping[str, str]:
    """The key of each plan by what it may be called: its key, its title, or a word of its own.

    ``titles`` are those of all plans that may be meant, by key.
    """
    found = {key.casefold(): key for key in titles}
    found |= {title.casefold(): key for key, title in titles.items()}
    words = {key: _words(title) for key, title in titles.items()}
    spread = Counter(word for own in words.values() for word in own)
    alone = {word: key for key, own in words.items() for word in own if spread[word] == 1}
    return {**alone, **{f"{word} plan": key for word, key in alone.items()}, **found}


def _words(title: str) -> set[str]:
    """Those that may tell a plan from others."""
    return {word for word in LONG_WORD.findall(title.casefold()) if word not in OF_ANY_PLAN}


def by_its_plan(text: str, names: Mapping[str, str]) -> list[OfPlan]:
    """What a message says of each plan that it names so; [] where it names none.

    ``names`` are what plans are called, lower case, with their keys. Where one name stands in
    another, as in the answer to a question, the inner one counts.
    """
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    named = re.compile(rf"(?:^\s*|{BETWEEN})(?:(?:{known}): )*({known}): ", re.IGNORECASE)
    if not known or not named.match(text):
        return []
    _, *parts = named.split(text)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [OfPlan(names[name.casefold()], said) for name, said in pairs]


def belonging(reply: Reply, plan: str) -> Reply:
    """The reply with buttons that are about this plan, wherever and whenever they are pressed."""
    return reply.model_copy(update={"parts": tuple(_part(each, plan) for each in reply.parts)})


def titled(reply: Reply, title: str) -> Reply:
    """The reply with the plan it is about in its first sentence and its headings."""
    parts = tuple(_headed(each, title) for each in reply.parts)
    named = reply.summary.startswith(title)
    summary = reply.summary if named else f"{title}: {reply.summary}"
    return reply.model_copy(update={"summary": summary, "parts": parts})


def merged(replies: Sequence[Reply]) -> Reply:
    """Several replies as one, each with its first sentence before the rest of it."""
    first, *others = replies
    following = (part for each in others for part in (Paragraph(text=each.summary), *each.parts))
    return Reply(
        summary=first.summary,
        parts=(*first.parts, *following),
        private=any(each.private for each in replies),
    )


def _part(part: Part, plan: str) -> Part:
    if not isinstance(part, Choices):
        return part
    return Choices(options=choices_of(part.options, plan))


def choices_of(options: Iterable[Choice], plan: str) -> tuple[Choice, ...]:
    """The buttons as such of this plan."""
    return tuple(_choice(each, plan) for each in options)


def _choice(choice: Choice, plan: str) -> Choice:
    says = said_of(plan, choice.says) if choice.says else ""
    form = tuple(in_full(plan, ref) for ref in choice.form)
    return choice.model_copy(update={"says": says, "form": form})


def _headed(part: Part, title: str) -> Part:
    if not isinstance(part, Items):
        return part
    heading = f"{part.heading}, {title}" if part.heading else title
    return part.model_copy(update={"heading": heading})
