"""Random actions, states and events, of the kinds that can be met."""

from datetime import timedelta

from hypothesis import strategies as st

from domain.events import ActionState, Change, Event, EventKind
from domain.work import Action, Due, DueKind, Milestone, Status
from tests.builders import NOW, TODAY, an_action, an_event

days = st.integers(-60, 60).map(lambda n: TODAY + timedelta(days=n))
# Close to the edges of "quiet" and "due soon" more often than by chance.
moments = st.integers(-32, 32).map(lambda n: NOW + timedelta(days=n))
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
statuses = st.none() | st.sampled_from(Status)
labels = st.sampled_from(["survey", "draft", "launch"])
sections = st.sampled_from([None, "Feeling Safe", "Doing Well"])
groups = st.sampled_from([None, "1. Lanterns", "2. Boats"])
bodies = st.sampled_from([(), ("Quay Board",), ("quay  board", "Reef Group"), ("Reef Group",)])
dues = st.builds(
    Due,
    kind=st.sampled_from([DueKind.BY, DueKind.WINDOW, DueKind.FROM, DueKind.NONE]),
    end=st.none() | days,
    milestones=st.lists(st.builds(Milestone, label=labels, end=days), max_size=3).map(tuple),
)
states = st.builds(
    ActionState,
    status=statuses,
    first=st.none() | days,
    accepted=st.none() | days,
    forecast=st.none() | days,
    at=st.none() | moments,
    words=words,
    done=st.frozensets(labels),
    dropped=st.booleans(),
)
changes = st.builds(
    Change,
    status=statuses,
    forecast=st.none() | days,
    percent=st.none() | st.integers(0, 100),
    note=words,
    milestone=st.none() | labels,
    until=st.none() | days,
    to=st.none() | words,
)


@st.composite
def plans_of_actions(draw: st.DrawFn) -> list[Action]:
    """Up to a dozen actions with references of their own."""
    parts = st.fixed_dictionaries(
        {
            "section": sections,
            "group": groups,
            "partnership_groups": bodies,
            "due": dues,
            "status": statuses,
        }
    )
    drawn = draw(st.lists(parts, max_size=12))
    return [an_action(ref=f"{n}", **each) for n, each in enumerate(drawn)]


@st.composite
def histories(draw: st.DrawFn, refs: tuple[str, ...] = ("1.1",)) -> list[Event]:
    """Events about these actions in the order in which they happened, undone ones among them."""
    events: list[Event] = []
    for id in range(1, draw(st.integers(0, 12)) + 1):
        undoes = draw(st.none() | st.sampled_from(events)) if events else None
        kind = draw(st.sampled_from([each for each in EventKind if each is not EventKind.UNDONE]))
        events.append(
            an_event(
                id=id,
                ref=undoes.ref if undoes else draw(st.sampled_from(refs)),
                kind=EventKind.UNDONE if undoes else kind,
                undoes=undoes.id if undoes else None,
                by=draw(st.sampled_from(["nia", "odo"])),
                message=draw(st.sampled_from(["m1", "m2", "m3", f"own {id}"])),
                at=NOW + timedelta(minutes=id),
                change=Change() if undoes else draw(changes),
                words=draw(words),
            )
        )
    return events
