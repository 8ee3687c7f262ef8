"""What may be spoken for at once is what may be changed one by one."""

from hypothesis import given
from hypothesis import strategies as st

from domain.events import Tracked, at_first
from domain.people import Person, Standing
from domain.rights import may_update
from domain.work import Action, Section
from handlers.whose import Whose
from tests.builders import a_plan, an_action

NAMES = ("Nia Quill", "NIA QUILL", "Sam Tarn", "Harbour Master", "Pool Keeper")
BODIES = ("Harbour Board", "Quay Group")
SECTIONS = ("Feeling Safe", "Feeling Well", "Feeling Free")

PLAN = a_plan(
    sections=(
        Section(name=SECTIONS[0], slug="safe", partnership_groups=("Harbour Board",)),
        Section(name=SECTIONS[1], slug="well", partnership_groups=("Quay Group", "Harbour Board")),
    )
)


def some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=2).map(tuple)


ACTIONS = st.lists(st.tuples(st.sampled_from(SECTIONS), some(NAMES), some(BODIES)), max_size=6).map(
    lambda those: [
        an_action(ref=f"1.{at}", section=section, owners=owners, partnership_groups=bodies)
        for at, (section, owners, bodies) in enumerate(those)
    ]
)
FOLDED = st.frozensets(st.sampled_from(["niaquill", "samtarn", "harbourmaster"]), max_size=2)
STANDINGS = st.builds(
    Standing,
    person=st.just(Person(id="nia", name="Nia Quill")),
    names=FOLDED,
    posts=FOLDED,
    covers=FOLDED,
    chairs=st.frozensets(st.sampled_from(["harbourboard", "quaygroup"]), max_size=2),
    every_chair=st.booleans(),
    administrator=st.booleans(),
)


@given(ACTIONS, STANDINGS)
def test_somebody_may_speak_for_what_they_may_update(
    actions: list[Action], standing: Standing
) -> None:
    tracked = [Tracked(action=each, state=at_first(each)) for each in actions]
    speaker = Whose.of(PLAN, tracked).speaker(standing)
    for action in actions:
        assert speaker.may_update(action.ref) == may_update(standing, action, PLAN).granted
        assert (action.ref in speaker.own) == standing.owns(action.owners)
