"""What a message says as a whole: a button's words, an answer, an order to the bot.

Nearly all messages are news: each reader is called only where the signs of one of its wordings
are borne, so that one more costs next to nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.instructions import CallIt
from domain.intents import (
    Asked,
    Choose,
    Decision,
    Intent,
    PausePlan,
    Query,
    Reading,
    ShowList,
    ShowPolicy,
    ShowRound,
    Undo,
    Why,
)
from domain.registry import ShowGroups, ShowPeople
from language.claims.local import LISTED, taught
from language.claims.local import SIGNS as OF_WORDS
from language.clauses.quoted import news_of
from language.lexicon.patterns import sign_of_any
from language.lexicon.signs import ANY, Signs
from language.lexicon.text import lowered
from language.message import Message
from language.orders.channels import SIGNS as OF_CHANNELS
from language.orders.channels import channel_wish
from language.orders.commands import SIGNS as OF_COMMANDS
from language.orders.commands import answer, command
from language.orders.no_leave import SIGNS as OF_NO_LEAVE
from language.orders.no_leave import no_leave
from language.orders.orders import LIST, POLICY, order
from language.orders.orders import SIGNS as OF_ORDERS
from language.orders.orders import WHY as ASKED_WHY
from language.orders.registering import GROUPS, PEOPLE, registration
from language.orders.registering import SIGNS as OF_REGISTERING
from language.orders.rounds import SIGNS as OF_ROUNDS
from language.orders.rounds import round_wish
from language.references.known import KnownPlan

WHY: dict[type[Intent], str] = {
    Undo: "takes back what was said",
    Choose: "answers a question",
    CallIt: "says what a word means here",
}
ASKS = (Query, Why, ShowPolicy, ShowList, ShowRound, ShowPeople, ShowGroups)
MOST_OF_A_YEAR = timedelta(days=300)
# Which messages may ask something as a whole.
ASKING = OF_ROUNDS | sign_of_any(ASKED_WHY, POLICY, LIST, LISTED, PEOPLE, GROUPS)


@dataclass(slots=True, eq=False)
class Said:
    """A message, the same in plain lower case, its signs, and the plan it may be about."""

    message: Message
    low: str
    signs: Signs
    plan: KnownPlan


type Reader = Callable[[Said], Intent | None]

READERS: tuple[tuple[Signs, Reader], ...] = (
    (OF_COMMANDS, lambda said: command(said.low, said.signs)),
    (ANY, lambda said: answer(said.low, said.message, said.plan, said.signs)),
    (OF_ORDERS, lambda said: order(said.low, said.message, said.plan, said.signs)),
    (OF_NO_LEAVE, lambda said: no_leave(said.low, said.message.today, said.signs)),
    (OF_ROUNDS, lambda said: round_wish(said.low, said.message.today)),
    (OF_CHANNELS, lambda said: channel_wish(said.low, said.signs)),
    (OF_WORDS, lambda said: taught(said.message.text, said.signs)),
    (
        OF_REGISTERING,
        lambda said: registration(said.message.text, said.message.today, said.signs),
    ),
    (LISTED.sign, lambda said: _of_words(said)),
)


def whole_message(message: Message, plan: KnownPlan, signs: Signs) -> Reading | None:
    """What a message wants of the bot in so many words; None where it tells or asks."""
    low = lowered(news_of(message.text).text if ">" in message.text else message.text)
    said = Said(message, low, signs, plan)
    for sign, read in READERS:
        if sign & signs and (intent := read(said)) is not None:
            return _reading(intent, message.today)
    return None


def _reading(intent: Intent, today: date) -> Reading:
    why = WHY.get(type(intent), "says it in so many words")
    if isinstance(intent, Query):
        why = "asks for our own words"
    decision = Decision.ANSWER if isinstance(intent, ASKS) else Decision.APPLY
    if _is_for_most_of_a_year(intent, today):
        decision, why = Decision.CONFIRM, "pauses for most of a year"
    return Reading(decision=decision, intents=(intent,), why=why)


def _is_for_most_of_a_year(intent: Intent, today: date) -> bool:
    """Read "pause until 1 February", said on the 9th, as what may be a slip."""
    until = intent.until if isinstance(intent, PausePlan) else None
    return until is not None and until - today > MOST_OF_A_YEAR


def _of_words(said: Said) -> Query | None:
    return Query(what=Asked.WORDS) if LISTED.match(said.low, said.signs) else None
