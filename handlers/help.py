"""What can be said, on one screen of a phone: of the reader's own plan, to be typed as shown."""

from collections.abc import Mapping, Sequence
from string import Formatter

from domain.conversation import Facts, Paragraph, Part
from domain.events import Tracked
from domain.names import folded
from domain.rights import answerable_groups
from domain.summary import Scope
from handlers.allowing import may_pause_plan
from handlers.belonging import said_of
from handlers.lines import urgency
from handlers.outcome import Outcome
from handlers.scene import Scene

type Rows = Sequence[tuple[str, str]]
"""Labels, each with examples; one with a name that the reader's plan does not have is left out."""

BETWEEN = " · "  # from one example to the next
OF_A_PLAN = {"first", "second", "section"}  # names that mean something in one plan only

REPORT: Rows = (
    ("Report", "{first} on track, {second} slipping to end of June, waiting on Finance"),
)
REPORT_OF_ONE: Rows = (("Report", "{first} slipping to end of June, waiting on Finance"),)
EXAMPLES: Rows = (
    ("Correct", "undo"),
    ("Your actions", "what’s mine?"),
    ("A section", "status {section}"),
    ("An action", "show {first} · history of {first} · who owns {first}?"),
    ("Dates", "what’s overdue? · what’s due in March?"),
    ("No word", "who hasn’t updated? · what has had no word since March?"),
    ("Changes", "what changed since last week?"),
    ("Being away", "on leave until 3 March, {colleague} is covering"),
    ("Later", "ask me about {first} next Monday"),
    ("Your hour and days", "ask me at 8:30 · I work Monday to Wednesday"),
    ("Cover", "{colleague} answers for me until 3 May"),
    ("How often", "how often do you ask? · why {first}?"),
)
CHAIRING: Rows = (
    ("A round", "open a round for {section}, papers due 12 June · who has answered?"),
    ("Its end", "close the round · call off the round"),
    ("How often I ask", "policy {section} · remind {section} 14 and 2 days before"),
    ("A new date", "{first}: accept 30 June because the lamps came late"),
    ("A channel", "group {group} here · send the digest here on Thursdays at 14:00"),
    ("Groups", "groups"),
)
PAUSING: Rows = (("A pause", "pause the plan until 5 January · resume the plan"),)
ADMINISTERING: Rows = (
    ("Whose it is", "restrict the plan to its own people · open the plan to everybody"),
    ("Closed days", "the council is closed from 24 December to 31 December"),
    ("Who is who", "people"),
    ("A plan", "import · what needs an administrator?"),
)


async def how_to_use(scene: Scene) -> Outcome:
    """What everybody can say; and what a chair or an administrator can besides."""
    scene, tracked = await _their_plan(scene)
    names = _names(_own(tracked, scene) or tracked, scene)
    report = REPORT if "second" in names else REPORT_OF_ONE
    return Outcome(
        summary="Just tell me how your actions are going, with their numbers.",
        parts=(
            Facts(pairs=_filled((*report, *EXAMPLES), names, scene)),
            *_steering(tracked, scene),
            Paragraph(text="I ask when I am not sure, and you can always undo."),
            Paragraph(text="In a channel, and in a thread there, begin with my name: @Planbot."),
        ),
    )


def _steering(tracked: Sequence[Tracked], scene: Scene) -> tuple[Part, ...]:
    """What this person may set for others, and nothing that is not theirs to set."""
    if scene.standing.administrator:
        every = (*CHAIRING, *PAUSING, *ADMINISTERING)
        names = _names(tracked, scene)
        return Paragraph(text="As administrator:"), Facts(pairs=_filled(every, names, scene))
    if not scene.standing.steers:
        return ()
    own = (*CHAIRING, *(PAUSING if may_pause_plan(scene) else ()))
    answering = [each for each in tracked if _answers_to(each, scene)]
    shown = Facts(pairs=_filled(own, _names(answering, scene), scene))
    return Paragraph(text="As chair, of what answers to you:"), shown


async def _their_plan(scene: Scene) -> tuple[Scene, Sequence[Tracked]]:
    """The first plan in which the reader has something to do, else the usual one; its actions."""
    found: list[tuple[Scene, Sequence[Tracked]]] = []
    for plan in scene.plans or (scene.plan,):
        there = await scene.of_plan(plan.key)
        tracked = await scene.unit.actions.within(Scope(plan=plan.key))
        opened = sorted((each for each in tracked if not each.state.finished), key=urgency)
        if _own(opened, there):
            return there, opened
        found.append((there, opened))
    return found[0]


def _own(tracked: Sequence[Tracked], scene: Scene) -> list[Tracked]:
    return [each for each in tracked if scene.standing.owns(each.action.owners)]


def _answers_to(tracked: Tracked, scene: Scene) -> bool:
    groups = answerable_groups(tracked.action, scene.plan)
    return any(scene.standing.chairs_of(each) for each in groups)


def _names(tracked: Sequence[Tracked], scene: Scene) -> Mapping[str, str]:
    """What the examples speak of: two actions, a section, a group and a colleague."""
    refs = [each.action.ref for each in tracked[:2]]
    sections = [scene.plan.section(each.action.section) for each in tracked]
    others = [each.name for each in scene.directory.people if each.id != scene.person.id]
    named = {
        "first": refs[:1],
        "second": refs[1:],
        "section": [each.slug for each in sections if each],
        "group": _groups(tracked, scene),
        "colleague": others,
    }
    return {name: known[0] for name, known in named.items() if known}


def _groups(tracked: Sequence[Tracked], scene: Scene) -> list[str]:
    """The groups that these actions answer to, as they can be typed."""
    found = (each for one in tracked for each in answerable_groups(one.action, scene.plan))
    slugs = {folded(each.name): each.slug for each in scene.directory.partnership_groups}
    return [slugs[folded(each)] for each in found if folded(each) in slugs]


def _filled(rows: Rows, names: Mapping[str, str], scene: Scene) -> tuple[tuple[str, str], ...]:
    """The examples with the reader's names in them; what names something of a plan says which."""
    several = len(scene.plans) > 1
    found = []
    for label, examples in rows:
        filled = [
            said_of(scene.plan.key, said) if several and wanted & OF_A_PLAN else said
            for example in examples.split(BETWEEN)
            if (wanted := _wanted(example)) <= names.keys() and (said := example.format(**names))
        ]
        if filled:
            found.append((label, BETWEEN.join(filled)))
    return tuple(found)


def _wanted(example: str) -> set[str]:
    """The names that an example has places for."""
    return {name for _, name, _, _ in Formatter().parse(example) if name}
