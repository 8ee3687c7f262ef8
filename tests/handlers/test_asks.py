"""How one action is asked about, kind by kind; and that the bot understands its own buttons."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.console.render import to_text
from domain.concerns import Ask, Joined
from domain.events import ActionState, Tracked, at_first
from domain.intents import Decision
from domain.people import Person
from domain.points import Point, Sort
from domain.work import Due, DueKind, Milestone, Status
from handlers.asks import buttons, wanted
from handlers.reminding import reminder
from language.message import Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand
from tests.builders import NIA, NOW, TODAY, a_plan, an_action, by

LATER = TODAY + timedelta(days=7)
EARLIER = TODAY - timedelta(days=5)


def an_ask(
    sort: Sort = Sort.END,
    when: date = LATER,
    label: str = "",
    due: Due | None = None,
    covers: Person | None = None,
    **state: object,
) -> Ask:
    action = an_action(due=due or by(when))
    known: ActionState = at_first(action).model_copy(update=state)
    tracked = Tracked(action=action, state=known)
    return Ask(
        plan="harbour",
        tracked=tracked,
        point=Point(sort=sort, day=when, label=label),
        covers=covers,
    )


def told(*asks: Ask) -> str:
    message = Joined(person=NIA, titles={"harbour": "Harbour"}, now=NOW, asks=asks)
    return " ".join(to_text(reminder(message)).split())


@pytest.mark.parametrize(
    ("sort", "when", "label", "words"),
    [
        (Sort.END, LATER, "", "due in 7 days (Wed 21 May)"),
        (Sort.END, TODAY, "", "due today (Wed 14 May)"),
        (Sort.END, TODAY + timedelta(days=1), "", "due tomorrow (Thu 15 May)"),
        (Sort.END, EARLIER, "", "5 days late (was due Fri 9 May)"),
        (Sort.FORECAST, LATER, "", "expected in 7 days (Wed 21 May)"),
        (Sort.FORECAST, EARLIER, "", "5 days late (was expected Fri 9 May)"),
        (Sort.STAGE, LATER, "Survey", "“Survey” due in 7 days (Wed 21 May)"),
        (Sort.OCCURRENCE, LATER, "May 2031", "May 2031: due in 7 days (Wed 21 May)"),
        (Sort.START, TODAY, "", "starts today: has it started?"),
        (Sort.START, EARLIER, "", "was to start Fri 9 May: has it started?"),
        (Sort.FOLLOWS, LATER, "13.1", "follows 13.1, due in 7 days (Wed 21 May)"),
        (Sort.CHECK, EARLIER, "", "is it still going on?"),
    ],
)
def test_what_is_wanted_is_said_in_words(sort, when, label, words):
    assert wanted(an_ask(sort, when, label), TODAY) == words


def test_what_has_no_date_is_asked_for_one():
    undated = an_ask(Sort.CHECK, due=Due(kind=DueKind.NONE))

    assert wanted(undated, TODAY) == "has no date yet: when will it be finished?"


def test_the_last_word_stands_beside_it_with_who_said_it_and_when():
    at = datetime(2031, 2, 20, 10, tzinfo=UTC)
    ask = an_ask(status=Status.ON_TRACK, words="tested, live on the 16th", by="Nia Quill", at=at)

    assert "“tested, live on the 16th” (last word: Nia Quill, 20 February)" in told(ask)


def test_where_nobody_has_said_anything_that_is_said():
    assert "nothing said yet" in told(an_ask())


def test_the_first_date_stands_beside_a_forecast():
    moved = an_ask(Sort.FORECAST, LATER, due=by(EARLIER), forecast=LATER)

    assert "first date Fri 9 May" in told(moved)


def test_a_status_is_never_a_colour_alone():
    late = an_ask(Sort.END, EARLIER, status=Status.ON_TRACK)

    assert "■ 1.1 Light the harbour path: declared on track, 5 days late" in told(late)


def test_who_answers_for_somebody_is_told_so():
    assert "for Sam Tarn, who is away" in told(an_ask(covers=Person(id="sam", name="Sam Tarn")))


def called(ref: str, ask: Ask) -> Ask:
    """The same of an action of another name."""
    action = ask.tracked.action.model_copy(update={"ref": ref})
    return ask._replace(tracked=ask.tracked.model_copy(update={"action": action}))


def test_one_action_needs_no_numbers_and_several_have_them_on_their_buttons():
    one = told(an_ask())
    assert "Good morning, Nia. One thing on the plan needs a word from you." in one
    assert "[1] On track [2] Complete [3] Will be late… [4] Not mine" in one

    both = told(an_ask(), called("1.2", an_ask()))
    assert "1. ○ 1.1 Light the harbour path" in both
    assert "2. ○ 1.2 Light the harbour path" in both
    assert "[5] 1.2 on track" in both
    assert "“1 done, 2 end of April, waiting on HR”" in both


def test_lines_are_not_counted_where_the_actions_are_called_by_numbers():
    both = told(called("6", an_ask()), called("7", an_ask()))
    assert "1. ○" not in both
    assert "○ 6 Light the harbour path" in both
    assert "“6 done, 7 end of April, waiting on HR”" in both


@pytest.mark.parametrize("ref", ["1.1", "2"])
@pytest.mark.parametrize(
    ("sort", "when", "several"),
    [(sort, when, each) for sort in Sort for when in (EARLIER, LATER) for each in (True, False)],
)
def test_the_bot_understands_its_own_buttons_and_need_not_ask_back(sort, when, several, ref):
    stages = (Milestone(label="Survey of the quay", end=when),)
    due = Due(kind=DueKind.BY, milestones=stages)
    ask = called(ref, an_ask(sort, when, "Survey of the quay", due=due))
    message = Joined(person=NIA, titles={"harbour": "Harbour"}, now=NOW, asks=(ask,))
    last = [c for part in reminder(message).parts[-1:] for c in part.options]

    for choice in (*buttons(ask, TODAY, several, "harbour"), *last):
        assert decided(choice.says, ask) in (Decision.APPLY, Decision.ANSWER), choice.says


def decided(text: str, ask: Ask) -> Decision:
    """Under a reminder about two others as well, which a place in it could mean."""
    others = [called(each, ask).tracked for each in ("11", "12") if each != ask.ref]
    refs = (others[0].action.ref, ask.ref, others[1].action.ref)
    known = KnownPlan.of(a_plan(), [others[0], ask.tracked, others[1]])
    speaker = Speaker(name="Nia Quill", own=frozenset(refs), may=frozenset(refs))
    reading = understand(Message(text=text, now=NOW, about=refs), known, speaker)
    about = {getattr(each, "ref", ask.ref) for each in reading.intents}
    assert about <= {ask.ref}, text
    return reading.decision
