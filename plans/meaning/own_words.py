"""The words for how things stand that a plan explains itself: "Slipping: may miss its date"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from domain.work import Status
from plans.meaning.statuses import named_statuses, said_alone
from plans.rows import Block, Line

# A word and what parts it from its meaning.
PARTED = re.compile(r"(?P<word>[^:=–—]{2,25}?)(?:\s?[:=]\s|\s[–—-]\s|\s(?:means)\s)(?P<meaning>.+)")
BARE_WORDS = 3  # of a line with nothing between a word and its meaning but a gap
FEWEST = 3  # words explained one after the other
FEWEST_KNOWN = 2  # of them that say how things stand whatever the plan
LONGEST = 160
DOUBT = re.compile(r"\b(?:may|might|could|risk|danger|likely|unless|in doubt)\b", re.IGNORECASE)


def own_words_in(blocks: Iterable[Block]) -> Mapping[str, Status]:
    """What words mean in this plan that elsewhere mean something else, in small letters.

    Only a milder sense is taken over: where a plan explains one word as late, another that could
    be late too, and that it explains as in doubt, is at risk. Empty where it explains none.
    """
    run: dict[str, str] = {}
    for block in blocks:
        if said := _explained(block):
            run.setdefault(said[0].lower(), said[1])
        elif not (run and _goes_on(block)):
            if milder := _milder(run):
                return milder
            run = {}
    return _milder(run)


def _milder(run: Mapping[str, str]) -> dict[str, Status]:
    usual = {word: said_alone(word) for word in run}
    if len(run) < FEWEST or sum(status is not None for status in usual.values()) < FEWEST_KNOWN:
        return {}
    late = [word for word, status in usual.items() if status is Status.DELAYED]
    doubted = [word for word in late if _is_of_doubt(run[word])]
    return dict.fromkeys(doubted, Status.AT_RISK) if len(doubted) < len(late) else {}


def _is_of_doubt(meaning: str) -> bool:
    named = named_statuses(meaning.lower())
    return bool(DOUBT.search(meaning)) and Status.DELAYED not in named


def _explained(block: Block) -> tuple[str, str] | None:
    """A word and its meaning, from a line or a row of two cells."""
    if isinstance(block, Line):
        return _in_line(block.text) if len(block.text) < LONGEST else None
    filled = [cell.text for cell in block.cells if not cell.blank]
    if len(filled) != 2 or len(filled[0].split()) > BARE_WORDS:
        return None
    return filled[0], filled[1]


def _in_line(text: str) -> tuple[str, str] | None:
    if found := PARTED.fullmatch(text):
        return found["word"].strip(), found["meaning"]
    return next(_after_a_gap(text), None)


def _after_a_gap(text: str) -> Iterator[tuple[str, str]]:
    """A status word that begins a line as a table without drawn lines would."""
    words = text.split()
    for count in range(min(BARE_WORDS, len(words) - 1), 0, -1):
        word, rest = " ".join(words[:count]), " ".join(words[count:])
        if word[:1].isupper() and rest[:1].islower() and said_alone(word.lower()):
            yield word, rest


def _goes_on(block: Block) -> bool:
    """The rest of a meaning that was too long for its line."""
    return isinstance(block, Line) and block.text[:1].islower()
