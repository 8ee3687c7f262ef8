"""What keeps a message from being recorded at once: each rule by its name."""

import pytest

from domain.intents import Decision, Update
from language.message import Message
from language.understand import understand
from tests.language.plan import NOW, known, speaker

PLAN = known()
CHAIR = speaker("chair")
ASKED_ABOUT = {
    "left.status": ["7.3 on track but the budget is tight", "7.3 green. Not looking good though"],
    "left.forecast": ["7.3 will be done by 5 May. Finishing 9 June"],
    "left.date": ["7.3 delayed, the crane comes on 4 May", "7.3 amber, roof till 3 May"],
    "left.correction": ["7.3 done*\n*meant 7.4", "7.3 amber. Wrong action, sorry"],
    "left.snooze": ["7.3 amber, ask me again later"],
    "left.owner": ["7.3 amber but not mine", "7.3 amber, should go to Ida Marsh"],
    "left.request": ["Can we have 7.3 down as amber", "Should we put 7.3 at amber"],
    "ref.silent": ["7.3 done. 7.4 ring me about this", "7.3 ok, 7.4 hmm"],
    "status.terse": ["7.3 done. 7.4 with the printers"],
    "status.elliptic": ["7.3 ok, 7.4 isnt"],
    "ref.crowded": ["7.3 with 7.4 amber"],
    "ref.mended": ["7.3 done. 4 is late", "7.3 done, .4 late", "7 .3 late", "7..3 late"],
    "forecast.rolled": ["7.3 delayed to 30 September", "7.3 finish 1/9"],
    "forecast.far": ["7.3 delayed to 30 September 2029"],
    "forecast.not-later": ["7.3 slipping to 1 March", "7.3 delayed to 31 March"],
    "forecast.duty": ["They want 7.3 done by 5 May"],
    "forecast.event": ["7.3 gone live Monday"],
    "forecast.part": ["7.3 new tutor by 5 May", "7.3 we finish the estates this year"],
    "status.part": ["7.3 the marking is late", "7.3 tutors' rooms are on track"],
    "status.unreal": ["7.3 would be amber", "I doubt 7.3 is on track"],
    "status.hearsay": ["Audit say 7.3 is complete"],
    "status.condition": ["if 7.3 slips I will say"],
    "status.under-way": ["7.3 drafts written, two to follow"],
    "form.tail": ["7.3 complete for the second cohort of carers"],
    "form.heading": ["Completed: two of the courses on 7.3"],
}
PLAIN = [
    "7.3 will be late, now 30 April, two mentors are ill. 1.1 done",
    "7.3 was amber, now green",
    "7.3 cover runs out on 8 May so red",
    "unlike 7.30, 7.3 is on track",
    "7.3 can't start until 7.4 is signed off",
    "7.3 amber as the tutor has left",
    "7.3 on track, the board meets on 5 May",
    "7.3 80% done",
    "7.3 red per Ida, no tutor",
]
FIGURES = ["Attendance at 91%", "Retention 83%", "7.3 pay at 60% of the rate, red", "43%. Amber"]


def read(text: str, *about: str):
    return understand(Message(text=text, now=NOW, about=about), PLAN, CHAIR)


CASES = [(rule, text) for rule, texts in ASKED_ABOUT.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_what_is_left_over_is_asked_about(rule: str, text: str):
    reading = read(text)
    assert reading.decision is Decision.CONFIRM
    assert rule in reading.why


@pytest.mark.parametrize("text", PLAIN)
def test_what_a_rule_sets_aside_is_not(text: str):
    assert read(text).decision is Decision.APPLY


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_something_else_is_no_progress(text: str):
    updates = [each for each in read(text, "7.3").intents if isinstance(each, Update)]
    assert [each.percent for each in updates if each.percent is not None] == []


def test_what_is_said_before_another_reference_is_of_the_reminder():
    reading = read("Delayed to 31 July. 1.1 is fine", "7.3")
    assert [each.ref for each in reading.intents if isinstance(each, Update)] == ["7.3", "1.1"]


def test_a_figure_that_does_not_say_of_what_is_confirmed():
    reading = read("We're at 34%", "7.3")
    assert (reading.decision, "percent.alone" in reading.why) == (Decision.CONFIRM, True)
