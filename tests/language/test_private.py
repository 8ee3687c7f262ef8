"""What should hardly stand in a status note is noticed, and nothing else."""

import pytest

from domain.intents import Decision, Reading, Update
from language.message import Message
from language.privacy.guarded import without_private
from language.privacy.private import keeps_nhs_sum, left_out, private_in
from language.references.known import KnownPlan
from language.understand import understand
from tests.language.plan import NOW, known, speaker

PRIVATE = {  # what would be left out
    "7.3 done, NHS no 943 476 5919 is off the list": ("nhs-number", "943 476 5919"),
    "7.3 done, nhs number: 123 456 789": ("nhs-number-named", "123 456 789"),
    "NI number QQ 12 34 56 C still to come for 7.3": ("national-insurance", "QQ 12 34 56 C"),
    "7.3 complete, her dob is 3 April 2014": ("date-of-birth", "3 April 2014"),
    "7.3 late: born 03/04/14, so too young": ("date-of-birth", "03/04/14"),
    "7.3 done, case ref LL-204431 closed": ("case-number", "LL-204431"),
    "7.3: Mosaic 1204467 to be opened first": ("case-number", "1204467"),
    "7.3 late, ring her on 07700 900123": ("mobile-number", "07700 900123"),
    "7.3 done, the family at 14 Mill Lane has moved": ("home-address", "14 Mill Lane"),
    "7.3 done at 9 Weir Street, Vale VL8 2JD": (
        "address-with-postcode",
        "9 Weir Street, Vale VL8 2JD",
    ),
    "7.3 on track, write to quill.m84@gmail.com": ("private-email", "quill.m84@gmail.com"),
    "7.3 on track. Wilf Tarrant, 9, now has a place": ("child", "Wilf Tarrant"),
    "7.3 on track, kieran lowe aged 7 has moved": ("child", "kieran lowe"),
    "7.3 on track, looked after child Jayden moved": ("child", "Jayden"),
    "7.3 amber, Millie's social worker has left": ("child", "Millie"),
    "7.3 red: Orla Winstan did not come as her mum was away": ("child", "Orla Winstan"),
    "7.3 late, Ms Okafor has been diagnosed with cancer": (
        "health",
        "Ms Okafor has been diagnosed with cancer",
    ),
    "7.3 late as Jo is signed off with stress": ("health", "Jo is signed off with stress"),
    "7.3 late, Ned Corrow was arrested": ("law", "Ned Corrow was arrested"),
}
TOLD_OF_SOMEBODY = [
    "7.3 slipped, Priti Wexcombe was diagnosed with MS in March",
    "7.3 late as Tobias Erlam has had a stroke",
    "7.3 amber. Volunteer Imelda Croy has an old conviction for fraud",
    "7.3 amber, DBS for Marlon Tye came back with a caution",
    "7.3 delayed: Aled Pryce's placement broke down and he is back with mum",
    "7.3 on track, though Zofia Lem has no recourse to public funds",
    "7.3 on track. Yusuf Adan, refused asylum, has left the course",
    "7.3 green, Kian Ostler was permanently excluded on Friday",
    "7.3 - Kian Ostler (Y9) hasn't been in school since June",
    "7.3 done. NHS no 401 023 2138 transferred",
    "7.3 late: NHS number 4010232138 still missing",
    "7.3 late; patient 401 023 2138 moved area",
    "7.3 late, child J.B. has moved to a secure unit",
    "7.3 late as YP AB has gone missing again",
    "7.3 red: pupil KT assaulted a teacher",
    "7.3 on track. Crime ref 42/118733/26 to be cited",
    "7.3 late, court ref ZW26P00417 not in",
    "7.3 done at Mrs Harbin's, 8 Fallow Court, VL3 9QQ",
    "7.3 blocked, the Dunnock family are in rent arrears",
    "7.3 late: Ivo Stannard is under investigation for theft",
    "7.3 done but Mr Penhale died on Sunday",
    "7.3 delayed, our tutor Ann Quill has been suspended pending an inquiry",
    "7.3 amber: Leah's social worker says she is self-harming",
    "7.3 slipped. Owain Rudd tried to kill himself",
    "7.3 green, but Mia (15) is pregnant",
    "7.3 late, Josef Brandl overstayed his visa",
    "7.3 amber. Twins Ada and Bea Corrow are to be adopted",
    "7.3 red, Sami Oduya was taken into care",
    "7.3 amber: the Marsh twins are on a child protection plan",
    "7.3 done. Rosalind Teague's cancer is back so I am covering",
    "7.3 late, Denny Holt arrested for county lines",
]
HARMLESS = [
    "7.3 delayed, Ann Quill is leading on interviews",
    "7.3 delayed until Jo Fenn is back from leave on 14 February",
    "7.3 green, budget of £9,434,765,919",
    "7.3 on track, PO 4500123456 raised",
    "7.3 late, case number 12 of 30",
    "7.3 case numbers are up to 2024",
    "7.3 workshop held at 14 Mill Lane",
    "7.3 done, the duty phone is 07700 900123",
    "7.3 ring the contact centre on 01632 960000",
    "7.3 course is for children aged 7 to 11",
    "7.3 entrants to the Youth Justice System aged 10-17 are down",
    "7.3 date of birth field added to the form",
    "7.3 Mental Health Strategy is on track",
    "7.3 Child Poverty Strategy agreed, Pupil Premium reviewed",
    "7.3 Ann Quill is presenting the dementia strategy",
    "7.3 12 young people with autism have started",
    "7.3 the Amelia Croft Centre has agreed to host",
    "7.3 slipped as the lead is off sick",
    "7.3 mother and baby group set up by Ann Quill",
    "7.3 done. Write to jo.fenn@harbour.gov.example",
    "7.3 done. Ann Quill is leading on the suicide prevention plan",
    "7.3 on track, Jo Fenn met the governor of HMP Larch",
    "7.3 on track, Cllr Ida Marsh opened the Priory Lane centre",
    "7.3 delayed, Jo Fenn is on maternity leave until May",
    "7.3 late, Owen Trask is off sick until Monday",
    "7.3 amber. Jo Fenn reports 14 tenants were evicted this quarter",
    "7.3 on track, Ann Quill presented the exclusion figures to heads",
    "7.3 on track. The Harriet Lowe Centre has 12 children in foster care",
    "7.3 done. Permanent exclusions fell by 12%",
    "7.3 on track: teenage pregnancy rate 31 per 1,000",
    "7.3 on track; training at Mill Lane Surgery on 4 May",
    "7.3 complete, invoice 4010232139 paid to Harbour Print",
    "7.3 green, Sarah Lowe starts as adoption manager in June",
    "7.3 on track, Sarah Lowe Road works finished",
    "7.3 two convictions under the Licensing Act, Ann Quill to report",
    "7.3 amber, asylum seeker numbers up, Ann Quill writing the paper",
    "7.3 delayed, Ben Stokes of Finance is still looking at the costs",
    "7.3 MARAC referrals up, says Jo Fenn",
    "7.3 on track, 15 Year 9 pupils at Larch Academy excluded",
    "7.3 on track. Mum and baby group at St Anne's Church Hall",
    "7.3 pupil PE kit bought, family GP visits done, child CP plans reviewed",
    "7.3 client EU forms done",
    "7.3 done, report to go to Ann Quill, 4 copies",
    "7.3 done, Jo Fenn, 2 May, is the date",
    "7.3 Ann Quill has resigned, recruiting",
    "7.3 done. Thanks to Ann Quill for the dementia work",
    "7.3 met Ann Quill, Head of Year 9, about the pilot",
    "7.3 late, contact centre on 0300 123 4567",
    "7.3 child A and child B scenarios written for training",
    "7.3 the Marsh family hub opened in Mill Lane",
    "7.3 visits to 12 Mill Lane and 4 Quay Street (our offices) done",
    "7.3 in care proceedings timeliness: 29 weeks. Ann Quill leads",
]


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


def read(text: str, plan: KnownPlan) -> Reading:
    return understand(Message(text=text, now=NOW), plan, speaker("Owen Trask"))


@pytest.mark.parametrize("text", PRIVATE)
def test_finds_what_is_private(text: str):
    rule, part = PRIVATE[text]
    assert [(each.rule, each.text) for each in private_in(text)] == [(f"private.{rule}", part)]


@pytest.mark.parametrize("text", TOLD_OF_SOMEBODY)
def test_finds_what_is_told_of_single_people(text: str):
    assert private_in(text) != ()


@pytest.mark.parametrize("text", HARMLESS)
def test_finds_nothing_in_ordinary_news(text: str):
    assert private_in(text) == ()


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        ("943 476 5919", True),
        ("943 476 5918", False),
        ("450-557-7104", True),
        ("1111111111", False),
        ("943 476 591", False),
    ],
)
def test_an_nhs_number_keeps_its_check_digit(number: str, kept: bool):
    assert keeps_nhs_sum(number) is kept


def test_the_senders_own_signature_is_no_alarm():
    assert private_in("7.3 done\n\nKind regards\nOwen Trask\n07700 900123") == ()


def test_leaves_a_plain_mark_wherever_the_part_stands():
    text = "Ring 07700 900123. Again: 07700 900123"
    assert left_out(text, private_in(text)) == "Ring [left out]. Again: [left out]"


def test_what_is_plain_is_shown_first_where_its_words_are_private(plan: KnownPlan):
    reading = read("7.3 complete, NHS no 943 476 5919", plan)
    assert reading.decision is Decision.CONFIRM
    assert reading.why == "to be shown first: private.nhs-number"
    less = without_private(reading.intents[0], reading)
    assert isinstance(less, Update) and less.note == "7.3 complete, NHS no [left out]"


def test_a_question_keeps_nothing_and_so_needs_no_warning(plan: KnownPlan):
    reading = read("is 07700 900123 the number for 7.3?", plan)
    assert (reading.decision, reading.private) == (Decision.ANSWER, ())
