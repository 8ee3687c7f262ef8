"""A digest is one screen of a phone; what does not fit there stands in its thread, whole."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.console.render import to_text
from domain.ahead import ahead, behind
from domain.conversation import Items, Reply
from domain.digests import Digest, Since, changes_of
from domain.events import ActionState, Tracked
from domain.people import LONDON, Directory, Holding, Person
from domain.summary import Moment, summarise
from domain.work import Due, DueKind, Every, Milestone, Period, Status
from handlers.digest_wording import Issue, Reader, issue
from handlers.roll_ups import roll_up
from handlers.screen import LINES, fits, height, shortened
from tests.builders import NOW, TODAY, an_action, an_event, by

DAY, WEEK = timedelta(days=1), timedelta(days=7)
READER = Reader(
    Directory(
        people=(Person(id="nia", name="Nia Quill"), Person(id="sam", name="Sam Tarn")),
        posts=("Pilot",),
        holdings=(Holding(post="Pilot", person="sam"),),
    ),
    LONDON,
)
HEARD = NOW - 3 * DAY
UNDATED = {"first": None, "accepted": None}


def tracked(ref: str, text: str = "Light the path", **state: object) -> Tracked:
    due = TODAY + 60 * DAY
    usual = {"first": due, "accepted": due, "at": HEARD, "by": "Nia Quill", "words": "well"}
    owners = state.pop("owners", ("Nia Quill",))
    return Tracked(
        action=an_action(ref=ref, text=text, due=by(due), owners=owners),
        state=ActionState.model_validate(usual | state),
    )


def with_due(tracked: Tracked, due: Due) -> Tracked:
    return tracked.model_copy(update={"action": tracked.action.model_copy(update={"due": due})})


def a_digest(*now: Tracked, before: dict[str, ActionState] | None = None) -> Digest:
    """How these stand; those in ``before`` have changed since, with words."""
    events = [
        an_event(id=n, ref=ref, before=state, words=f"{ref} as was said", at=HEARD)
        for n, (ref, state) in enumerate((before or {}).items(), 1)
    ]
    changed = [each for each in now if each.action.ref in (before or {})]
    return Digest(
        name="Quay Board",
        today=TODAY,
        now=summarise(now, Moment(now=NOW, today=TODAY), None, NOW - 90 * DAY, 40),
        since=Since(day=TODAY - WEEK, changes=changes_of(changed, events)),
    )


def said(issue: Issue) -> str:
    return to_text(issue.front)


def test_how_it_stands_comes_first_in_words_and_as_a_bar() -> None:
    done = tracked("1.1", status=Status.COMPLETE)
    late = tracked("1.2", first=TODAY - DAY, accepted=TODAY - DAY)
    before = {"1.1": ActionState(status=Status.AT_RISK)}
    found = issue(a_digest(done, late, tracked("1.3"), before=before), READER)
    assert found.front.summary == (
        "Quay Board, week to Wed 14 May: 1 of 3 complete (1 more), 1 late or delayed, "
        "0 at risk (1 fewer)."
    )
    assert "✓ 1 complete · ■ 1 late or delayed · ○ 1 not started or no word yet" in said(found)


def test_what_moved_is_told_in_the_words_of_those_who_did_it_and_they_are_thanked() -> None:
    done = tracked("1.1", status=Status.COMPLETE)
    text = said(issue(a_digest(done, before={"1.1": ActionState(status=None)}), READER))
    assert "✓ 1.1 Light the path: complete (was no word yet)" in text
    assert "“1.1 as was said” (Nia Quill, 11 May)" in text
    assert text.endswith("Thank you, Nia Quill.")


def test_what_slipped_says_from_when_to_when_and_how_often() -> None:
    due = TODAY + 9 * DAY
    before = ActionState(first=due, accepted=due)
    now = {"forecast": due + WEEK, "moves": 2, "status": Status.DELAYED}
    text = said(
        issue(a_digest(tracked("1.1", **dict(before) | now), before={"1.1": before}), READER)
    )
    assert "Slipped or at risk:" in text
    assert "was 23 May, now Fri 30 May (+7 days, moved twice)" in text


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"first": TODAY - 5 * DAY, "accepted": TODAY - 5 * DAY}, "due 9 May, 5 days late"),
        (
            {"first": TODAY - DAY, "accepted": TODAY - DAY, "forecast": TODAY + WEEK},
            "due 13 May, 1 day late, now 21 May",
        ),
        (  # against the first date, whatever was accepted since
            {"first": TODAY - 30 * DAY, "accepted": TODAY - DAY},
            "due 14 April, 30 days late, accepted for 13 May",
        ),
        (
            {"first": TODAY + DAY, "accepted": TODAY + DAY, "status": Status.DELAYED},
            "due 15 May, will be late",
        ),
    ],
)
def test_late_is_by_how_much_against_the_first_date(
    state: dict[str, object], expected: str
) -> None:
    soon = tracked("1.2", first=TODAY, accepted=TODAY)
    text = " ".join(said(issue(a_digest(tracked("1.1", **state), soon), READER)).split())
    assert f"1.1 Light the path: {expected} Nia Quill" in text


def test_what_is_late_is_not_told_again_as_due() -> None:
    soon = {"first": TODAY + DAY, "accepted": TODAY + DAY, "owners": ("Pilot",)}
    delayed = tracked("1.1", status=Status.DELAYED, **soon)
    text = said(issue(a_digest(delayed, tracked("1.2", **soon)), READER))
    _, due = text.split("Due by 28 May:")
    assert "1.2 Light the path: Thu 15 May" in due
    assert "1.1" not in due


@pytest.mark.parametrize(
    ("owners", "expected"),
    [((), "no owner"), (("Pilot",), "Sam Tarn"), (("Warden",), "Warden, nobody in post")],
)
def test_who_leads_is_named(owners: tuple[str, ...], expected: str) -> None:
    soon = tracked("1.1", first=TODAY, accepted=TODAY, owners=owners)
    assert expected in said(issue(a_digest(soon), READER))


def test_what_is_quiet_is_listed_by_number() -> None:
    silent = [tracked(f"{n}", at=NOW - 40 * DAY) for n in range(1, 4)]
    soon = tracked("9", first=TODAY, accepted=TODAY)
    assert "Quiet for 30 days: 1, 2, 3." in said(issue(a_digest(*silent, soon), READER))


def test_nothing_changed_and_nothing_due_is_one_line() -> None:
    late = tracked("1.2", first=TODAY - 20 * DAY, accepted=TODAY - 20 * DAY)
    found = issue(a_digest(late, tracked("1.1")), READER)
    assert found.front.parts == found.thread == ()
    assert found.front.summary == (
        "Quay Board, week to Wed 14 May: nothing changed, and nothing is due by 28 May. "
        "0 of 2 complete, 1 late or delayed."
    )


def test_after_more_than_a_week_the_days_are_named() -> None:
    digest = a_digest(tracked("1.1", first=TODAY, accepted=TODAY))
    longer = digest.since.model_copy(update={"day": TODAY - 3 * WEEK})
    text = said(issue(digest.model_copy(update={"since": longer}), READER))
    assert text.startswith("Quay Board, 23 April to Wed 14 May: ")


texts = st.text("Light the harbour path, and ", min_size=1, max_size=160)
sizes = st.integers(0, 30)


@settings(deadline=None)
@given(late=sizes, slipped=sizes, soon=sizes, quiet=sizes, text=texts)
def test_it_always_fits_and_what_does_not_is_in_the_thread(
    late: int, slipped: int, soon: int, quiet: int, text: str
) -> None:
    past = {"first": TODAY - DAY, "accepted": TODAY - DAY}
    now = [tracked(f"1.{n}", text, **past) for n in range(late)]
    now += [tracked(f"2.{n}", text, status=Status.AT_RISK) for n in range(slipped)]
    now += [tracked(f"3.{n}", text, first=TODAY, accepted=TODAY) for n in range(soon)]
    now += [tracked(f"4.{n}", text, at=NOW - 31 * DAY) for n in range(quiet)]
    digest = a_digest(*now, before={f"2.{n}": ActionState() for n in range(slipped)})
    found = issue(digest, READER)
    assert fits(found.front), height(found.front)
    everything = " ".join(to_text(each) for each in (found.front, *found.thread)).split()
    if not digest.uneventful:
        refs = {each.action.ref for each in now}
        assert refs <= {word.rstrip(".,:") for word in everything}
    for reply in found.thread:
        assert not any(item.title.endswith("…") for item in items_of(reply))


def items_of(reply: Reply) -> list[object]:
    return [item for part in reply.parts if isinstance(part, Items) for item in part.items]


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("short", 10, "short"),
        ("two  lines\nof it", 20, "two lines of it"),
        ("a sentence, cut after a word", 14, "a sentence…"),
        ("unbreakable", 6, "unbre…"),
    ],
)
def test_a_text_is_shortened_after_a_word(text: str, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected


def test_a_long_reply_does_not_fit() -> None:
    assert not fits(Reply(summary="word " * 9 * (LINES + 1)))


@pytest.mark.parametrize("groups", [1, 5, 12, 50])
def test_a_roll_up_fits_and_every_group_is_somewhere(groups: int) -> None:
    late = tracked("1.1", first=TODAY - DAY, accepted=TODAY - DAY)
    each = [
        a_digest(late).model_copy(update={"name": f"Group of the quay and its {n} lamps"})
        for n in range(groups)
    ]
    slipped = {f"2.{n}": ActionState() for n in range(9)}
    many = [tracked(ref, status=Status.AT_RISK) for ref in slipped]
    found = roll_up(a_digest(late, *many, before=slipped), each, READER)
    assert fits(found.front)
    everything = " ".join(to_text(reply) for reply in (found.front, *found.thread))
    assert all(group.name in " ".join(everything.split()) for group in each)


def test_a_stage_in_the_fortnight_is_due_as_well_and_breaks_the_silence() -> None:
    stages = (Milestone(label="Survey", end=TODAY + 3 * DAY), Milestone(label="", end=TODAY + WEEK))
    staged = tracked("1.2")
    staged = with_due(staged, staged.action.due.model_copy(update={"milestones": stages}))
    soon = tracked("1.1", first=TODAY + 5 * DAY, accepted=TODAY + 5 * DAY)
    digest = a_digest(soon, staged).model_copy(update={"stages": (staged,)})

    text = said(issue(digest, READER))
    assert text.index("1.2 Light the path: “Survey”, Sat 17 May") < text.index("1.1 Light the path")
    assert not digest.uneventful
    assert not a_digest(staged).model_copy(update={"stages": (staged,)}).uneventful


def test_what_starts_and_what_comes_round_is_due_as_well_and_says_which_it_is() -> None:
    start = Due(kind=DueKind.FROM, start=TODAY + 9 * DAY)
    quarterly = Due(kind=DueKind.RECURRING, every=Every.QUARTERLY)
    others = [
        with_due(tracked(ref, **UNDATED), due) for ref, due in (("1.2", start), ("1.3", quarterly))
    ]
    soon = tracked("1.1", first=TODAY + 11 * DAY, accepted=TODAY + 11 * DAY)
    period = Period(start=TODAY - 50 * DAY, end=TODAY + 500 * DAY)
    digest = a_digest(soon, *others).model_copy(
        update={"ahead": ahead(others, period, TODAY, TODAY + 48 * DAY)}
    )
    text = " ".join(said(issue(digest, READER)).split())
    assert "1.2 Light the path: starts Fri 23 May" in text
    assert "1.3 Light the path: quarterly, April to June 2031: Mon 30 June" in text
    assert text.index("1.2 Light") < text.index("1.1 Light") < text.index("1.3 Light")
    assert not a_digest(*others).model_copy(update={"ahead": digest.ahead}).uneventful


def test_what_had_its_day_is_told_with_what_it_was_and_breaks_the_silence_once() -> None:
    start = Due(kind=DueKind.FROM, start=TODAY - 3 * DAY)
    weekly = Due(kind=DueKind.RECURRING, every=Every.WEEKLY)
    stages = (Milestone(label="Survey", end=TODAY - 9 * DAY),)
    staged = Due(kind=DueKind.BY, end=TODAY + 90 * DAY, milestones=stages)
    some = [
        with_due(tracked(ref, **UNDATED), due)
        for ref, due in (("1.1", start), ("1.2", weekly), ("1.3", staged))
    ]
    period = Period(start=TODAY - 50 * DAY, end=TODAY + 500 * DAY)
    past = behind(some, period, TODAY - 40 * DAY, TODAY)
    digest = a_digest(*some).model_copy(update={"behind": past})
    text = " ".join(said(issue(digest, READER)).split())
    assert "Past its day, and nobody has said that it was met:" in text
    assert "1.1 Light the path: was to start 11 May, 3 days ago" in text
    assert "1.2 Light the path: week to 11 May 2031 was due 11 May, 3 days ago" in text
    assert "1.3 Light the path: “Survey” was due 5 May, 9 days ago" in text
    told_before = a_digest(*some).model_copy(update={"behind": past[:1]})
    assert told_before.uneventful


def test_an_action_that_ends_soon_is_told_by_its_end_alone() -> None:
    due = Due(kind=DueKind.WINDOW, start=TODAY + DAY, end=TODAY + WEEK)
    both = with_due(tracked("1.1", first=TODAY + WEEK, accepted=TODAY + WEEK, status=None), due)
    period = Period(start=TODAY - 50 * DAY, end=TODAY + 500 * DAY)
    found = ahead([both], period, TODAY, TODAY + 14 * DAY)
    text = said(issue(a_digest(both).model_copy(update={"ahead": found}), READER))
    assert "1.1 Light the path: Wed 21 May" in text
    assert "starts" not in text


@pytest.mark.parametrize("many", [1, 9, 60])
def test_with_many_starts_it_is_one_screen_and_all_are_somewhere(many: int) -> None:
    due = Due(kind=DueKind.FROM, start=TODAY + DAY)
    some = [with_due(tracked(f"1.{n}", "Light it " * 20, **UNDATED), due) for n in range(many)]
    found = ahead(some, None, TODAY, TODAY + 14 * DAY)
    digest = issue(a_digest(*some).model_copy(update={"ahead": found}), READER)
    assert fits(digest.front)
    everything = " ".join(to_text(reply) for reply in (digest.front, *digest.thread))
    assert all(f"1.{n} Light" in everything for n in range(many))


def test_words_that_change_nothing_are_told_apart_from_what_moved_on() -> None:
    noted = tracked("1.1", status=Status.ON_TRACK)
    text = said(issue(a_digest(noted, before={"1.1": noted.state}), READER))
    assert "Moved on" not in text


def test_what_was_only_said_has_a_heading_of_its_own() -> None:
    noted = tracked("1.1", status=Status.ON_TRACK)
    before = noted.state.model_copy(update={"words": "before that"})
    text = said(issue(a_digest(noted, before={"1.1": before}), READER))
    assert "Also said:" in text
    assert "Moved on" not in text
