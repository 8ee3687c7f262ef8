"""A message as heard: everything recognised in it, before anything is decided."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from language.claims.local import local_words, phrases_in
from language.claims.passage import inside
from language.claims.spoken import Spoken
from language.clauses.addressed import for_us
from language.clauses.caused import as_caused
from language.clauses.conditions_met import without_met
from language.clauses.misrecorded import without_mistakes
from language.clauses.moved import without_former
from language.clauses.place import NONE_OF_THEM
from language.clauses.quoted import news_of
from language.clauses.splitting import Clause, Marked, clauses_of
from language.clauses.struck_off import as_struck_off
from language.clauses.unsaid import without_unsaid
from language.dates.finding import Dated, dates_in
from language.hearing.mentioned import mentions_by
from language.hearing.short_forms import written_out
from language.hearing.spelling import respelt
from language.lexicon.once import once
from language.lexicon.patterns import pattern
from language.lexicon.signs import Signs
from language.lexicon.text import Token, Words, new, tokens_of, words_of
from language.lexicon.words import word_set
from language.message import Message, Speaker
from language.orders.absence import NONE, Absence, absence
from language.orders.asking import ASKS, WISHES
from language.orders.leave import is_away
from language.promises.as_many import as_many
from language.promises.counted_on import counted_on
from language.promises.looked_back import looked_back
from language.promises.of_that_month import of_that_month
from language.references.finding import (
    How,
    Mention,
    Unknown,
    is_introduced,
    shaped_refs,
    single_mentions,
)
from language.references.known import KnownPlan
from language.references.letters import rating_letters
from language.references.usage import NAMED

TELLING_ON = frozenset(
    [
        "it's",
        "its",
        "it",
        "we",
        "we've",
        "we're",
        "that's",
        "this",
        "i",
        "i've",
        "they",
        "actually",
        "sorry",
    ]
)
GUESSING = pattern("heard.guessing")
TELLING = frozenset(["said", "label", "mark"])
HALF_A_YEAR = timedelta(days=183)
BETWEEN = word_set("heard.between")


@dataclass(eq=False)
class Heard:
    """The message, who said it and of which plan; in ``words`` slips are put right."""

    message: Message
    plan: KnownPlan
    speaker: Speaker
    typed: Words
    words: Words
    slips: frozenset[int]
    marked: Marked
    clauses: tuple[Clause, ...]
    quoted: str

    @property
    def today(self) -> date:
        return self.message.today

    @once
    def own(self) -> tuple[str, ...]:
        """What the speaker leads or owns, in the order of the plan."""
        order = self.plan.order
        return tuple(
            sorted([ref for ref in self.speaker.own if ref in order], key=order.__getitem__)
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The actions spoken of: as typed, else those of the reminder."""
        typed = dict.fromkeys([ref for each in self.marked.mentions for ref in each.refs])
        return tuple(typed) or self.message.about

    @once
    def shaped(self) -> tuple[Unknown, ...]:
        """What is shaped like a reference of this plan, but is none, wherever it stands."""
        found = tuple(shaped_refs(self.words, self.plan, self.marked.mentions))
        bare = () if found or self.marked.mentions or self.message.about else self._pointless()
        return (*found, *bare)

    def _pointless(self) -> tuple[Unknown, ...]:
        """Read "73 done" as asking for 7.3: a number that opens what is said, and its status."""
        number = self.words.norm(0)
        if (
            not number.isdigit()
            or len(number) == 1
            or number.replace("0", "") not in self.plan.bare
        ):
            return ()
        told = any(each.first == 1 and each.term.strength in TELLING for each in self.marked.hits)
        return (Unknown(0, 1, self.words.quote(0, 1)),) if told else ()

    @once
    def unknown(self) -> tuple[Unknown, ...]:
        """What is used like a reference of this plan, but is none."""
        found = [each for each in self.shaped if self._is_introduced(each)]
        if not found:
            return ()
        dated = tokens_of(self.marked.dates)
        return tuple(each for each in found if each.first not in dated and self._tells_of(each))

    def _is_introduced(self, unknown: Unknown) -> bool:
        """It stands where a reference does; or between two words of status: "7.1 done 9.9 late"."""
        hits = self.marked.hits
        between = any(each.beyond == unknown.first for each in hits)
        between = between and any(each.first == unknown.beyond for each in hits)
        return between or is_introduced(self.words, unknown)

    def _tells_of(self, unknown: Unknown) -> bool:
        """News follows, or it stands in a list with references: it was meant as one."""
        at = unknown.beyond
        while at < len(self.words.tokens) and self.words.norm(at) in BETWEEN:
            at += 1
        told = any(each.first == at for each in self.marked.hits)
        told = told or any(each.first == at for each in self.marked.dates)
        named = self.words.norm(unknown.first - 1) in NAMED
        listed = any(
            each.first == at or each.first < unknown.first <= each.beyond + 1
            for each in self.marked.mentions
        )
        return told or named or listed or (not self.marked.mentions and unknown.first == 0)

    @once
    def away(self) -> bool:
        """Whether the sender speaks of being away."""
        return is_away(self.words.low, self.words.signs)

    @once
    def absence(self) -> Absence:
        """From when to when they are away, if leave was spoken of at all."""
        if self.typed is self.words and not self.away:
            return NONE
        return absence(self.typed, self.marked.dates, self.today)

    @once
    def spoken(self) -> Spoken:
        return Spoken(self.typed, self.words, self.marked, self.today, self.slips)

    def mentions_in(self, clause: Clause) -> Sequence[Mention]:
        return inside(self.marked.mentions, clause)

    @once
    def sentences(self) -> list[tuple[Clause, ...]]:
        """The clauses, sentence by sentence."""
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return [tuple(each) for each in found.values()]

    def signs_of(self, sentence: tuple[Clause, ...]) -> Signs:
        """Those of one sentence; in a long message far fewer than those of the whole."""
        if len(self.sentences) == 1:
            return self.words.signs
        return self.words.signs_in(sentence[0].first, sentence[-1].beyond)


def heard(message: Message, plan: KnownPlan, speaker: Speaker, whole: Words | None = None) -> Heard:
    """Recognise all that is said, and nothing in what is taken back or quoted.

    ``whole`` are the words of the message with all that is no news, where they are known.
    """
    news = news_of(message.text)
    ours = for_us(news.text)
    typed = whole if whole and whole.raw == ours else words_of(ours)
    words, slips = respelt(written_out(typed))
    marked = _marked(words, typed, message, plan, speaker)
    said = without_unsaid(words, marked)
    if said is not None:
        words, marked = said, _marked(said, said, message, plan, speaker)
    return Heard(
        message, plan, speaker, typed, words, frozenset(slips), marked,
        _clauses(words, marked), news.quoted,
    )  # fmt: skip


def _marked(
    words: Words, typed: Words, message: Message, plan: KnownPlan, speaker: Speaker
) -> Marked:
    """References first, then phrases, then dates on what is left."""
    mentions = mentions_by(words, message, plan, speaker)
    taken = {at for each in mentions for at in range(each.first, each.beyond)}
    letters = list(rating_letters(typed, mentions))
    lettered = {each.first for each in letters}
    names = tokens_of([each for each in mentions if words.norm(each.first) not in NONE_OF_THEM])
    hidden = names | lettered | {*_idle_noes(words, taken), *_nth_endings(words, taken)}
    shown = list(words.tokens)
    for at in hidden:
        if at < len(shown):
            shown[at] = new(Token, ("", *shown[at][1:]))
    phrases = sorted([*phrases_in(shown, local_words(message.words)), *letters])
    said = as_many(words, dates_in(words, message.today, taken), taken)
    dates = counted_on(words, looked_back(words, said, message.today))
    dates = of_that_month(words, dates, message.today)
    ahead = {each.first for each in dates if _is_to_come(each, message.today)}
    standing = without_mistakes(words, without_former(words, without_met(words, phrases)))
    told = as_caused(words, as_struck_off(words, standing), taken, ahead)
    return Marked(mentions, told, dates)


def _is_to_come(dated: Dated, today: date) -> bool:
    """A day soon enough that without its year it is not last year's."""
    far = today + HALF_A_YEAR if dated.said.yearless else date.max
    return dated.day is not None and today < dated.day < far


def _idle_noes(words: Words, taken: Set[int]) -> list[int]:
    """Read "No 7.3" as a number, "no it's done" as an answer: nothing is negated here."""
    if "no" not in words.said:
        return []
    noes = (at for at, norm in enumerate(words.listed) if norm == "no")
    return [at for at in noes if at + 1 in taken or _answers_no(words, at)]


def _nth_endings(words: Words, taken: Set[int]) -> list[int]:
    """Read "3rd" as a day, and "7.3rd" as red."""
    if "rd" not in words.said:
        return []
    ends = (at for at, norm in enumerate(words.listed) if norm == "rd" and words.glued(at))
    return [at for at in ends if words.norm(at - 1).isdigit() and at - 1 not in taken]


def _answers_no(words: Words, at: int) -> bool:
    """Read "no it's done" as an answer to what was asked before."""
    if words.norm(at - 1) not in ("", ".", "!", "?", "\n", "so", "oh"):
        return False
    return words.norm(at + 1) in TELLING_ON


def _clauses(words: Words, marked: Marked) -> tuple[Clause, ...]:
    """The clauses; "could you close 7.3?" asks nothing."""
    clauses = clauses_of(words, marked)
    asking = [each for each in clauses if each.asks]
    if not asking:
        return tuple(clauses)
    wished = {each.sentence for each in asking if WISHES.match(_low(words, each))}
    wished |= {each.sentence for each in asking if _guesses(words, marked, each)}
    if not wished:
        return tuple(clauses)
    return tuple(each._replace(asks=each.asks and each.sentence not in wished) for each in clauses)


def _guesses(words: Words, marked: Marked, clause: Clause) -> bool:
    """Read "not yet, maybe mid May?" as a day that is told with a doubt."""
    if not any(clause.first <= each.first < clause.beyond for each in marked.dates):
        return False
    low = _low(words, clause)
    return GUESSING.search(low) is not None and not ASKS.match(low)


def _low(words: Words, clause: Clause) -> str:
    return words.low[words.tokens[clause.first].start : words.tokens[clause.beyond - 1].end]


def quoted_refs(scene: Heard) -> tuple[str, ...]:
    """The one action that the quoted lines are about, if it is but one."""
    if not scene.quoted:
        return ()
    words = words_of(scene.quoted)
    refs = {ref for each in single_mentions(words, scene.plan) for ref in each.refs}
    return tuple(refs) if len(refs) == 1 else ()


__all__ = ["Heard", "How", "heard", "quoted_refs"]
