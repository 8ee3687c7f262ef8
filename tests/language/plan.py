"""A plan of our own invention, small enough to know by heart."""

from datetime import date, datetime

from domain.events import Tracked, at_first
from domain.names import slug
from domain.people import LONDON
from domain.work import Action, Due, DueKind, Every, Plan, Section
from language.references.known import KnownPlan
from language.understand import Speaker

NOW = datetime(2026, 11, 10, 9, 30, tzinfo=LONDON)  # a Tuesday

LINES = """
1.1 | Safe Homes | 1. Fewer falls | Fit handrails in sheltered flats | Head of Housing | 2026-12-31
1.2 | Safe Homes | 1. Fewer falls | Train wardens to spot hazards | Head of Housing | 2027-03-31
1.3 | Safe Homes | 1. Fewer falls | Publish a guide to safe stairs | Head of Housing | 2027-01-29
1.4 | Safe Homes | 1. Fewer falls | Set up a lighting repair line | Head of Housing | 2026-11-30
2.1 | Safe Homes | 2. Burglary | Visit each burgled household | Mara Quill | 2026-12-18
2.2 | Safe Homes | 2. Burglary | Mark cycles at the four stations | Mara Quill | 2027-02-26
2.10 | Safe Homes | 2. Burglary | Replace street lamps in Cobden Row | Mara Quill | 2027-03-31
3.1 | Healthy Lives | 3. Moving more | Open a walking club per ward | Leisure Manager | 2026-10-31
3.2 | Healthy Lives | 3. Moving more | Renew the pool timetable | Leisure Manager | 2027-06-30
3.3 | Healthy Lives | 3. Moving more | Agree the cycling strategy | Leisure Manager | 2027-03-31
3.4 | Healthy Lives | 3. Moving more | Recruit two health trainers | Leisure Manager | 2027-01-31
7.3 | Learning and Work | 7. Skills | Run the digital course for carers | Owen Trask | 2027-03-31
7.4 | Learning and Work | 7. Skills | Hold a jobs fair | Owen Trask |
7.30 | Learning and Work | 7. Skills | Survey employers: training | Owen Trask | 2027-04-30
"""
CODED = """
SH1.1 | Safe Homes | SH1 Fewer falls | Fit handrails in sheltered flats | Mara Quill | 2026-12-31
SH1.2 | Safe Homes | SH1 Fewer falls | Train wardens | Mara Quill | 2027-03-31
SH1.3 | Safe Homes | SH1 Fewer falls | Publish a guide | Mara Quill | 2027-03-31
CS4 | Strong Streets | CS Streets | Plant a hundred trees | Owen Trask | 2027-03-31
CS5 | Strong Streets | CS Streets | Paint the underpass | Owen Trask | 2027-03-31
P2A7 | Strong Streets | P2 Play | Mend the swings | Owen Trask | 2027-03-31
"""
MIXED = """
W1.1a | Warm Homes | W1.1 Boilers | Replace thirty old boilers | Owen Trask | 2027-03-31
W1.1b | Warm Homes | W1.1 Boilers | Lag lofts in the terraces | Owen Trask | 2027-03-31
W1.1c | Warm Homes | W1.1 Boilers | Write to absent landlords | Owen Trask | 2027-03-31
W1.2a | Warm Homes | W1.2 Damp | Survey the basements | Owen Trask | 2027-03-31
HR2.1 | Harbour | HR2 Boats | Dredge the inner basin | Mara Quill | 2027-03-31
HR2.2 | Harbour | HR2 Boats | Light the slipway | Mara Quill | 2027-03-31
HR2.3 | Harbour | HR2 Boats | Reopen the boat hoist | Mara Quill | 2027-03-31
KB2.1 | Kerb | KB2 Crossings | Drop forty kerbs | Mara Quill | 2027-03-31
KB2.2 | Kerb | KB2 Crossings | Repaint the zebra crossings | Owen Trask | 2027-03-31
"""
LETTERED = """
QB4a | Quays | QB4 Berths | Rent out the east berths | Owen Trask | 2027-03-31
QB4b | Quays | QB4 Berths | Lay electric cable | Owen Trask | 2027-03-31
QB4c | Quays | QB4 Berths | Print a tide table | Owen Trask | 2027-03-31
QB5a | Quays | QB5 Cranes | Paint the big crane | Owen Trask | 2027-03-31
"""
COUNTED = """
1 | Parks | | Mend the swings in Alder Park | Owen Trask | 2027-03-31
2 | Parks | | Plant a hedge along Mill Walk | Owen Trask | 2027-03-31
3 | Parks | | Print a map of the play areas | Owen Trask | 2027-03-31
4 | Streets | | Paint the underpass | Owen Trask | 2027-03-31
5 | Streets | | Sweep the market twice a day | Mara Quill | 2027-03-31
12 | Streets | | Light the canal path | Owen Trask | 2027-03-31
"""
SHARES = """
SV1 | Libraries | SV Readers | 61% of leavers hold a library card | Owen Trask | 2027-01-31
SV2 | Libraries | SV Readers | Half of all wards at a rate of 44% | Owen Trask | 2027-01-31
SV3 | Libraries | SV Readers | Lend five hundred laptops | Owen Trask | 2027-03-31
SV4 | Libraries | SV Readers | Rebuild the shed behind the reading room | Owen Trask | 2027-02-28
"""


def cells(lines: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]


def actions(lines: str) -> list[Action]:
    return [
        Action(ref=ref, section=section, group=group, text=text, owners=(owner,), due=due_of(end))
        for ref, section, group, text, owner, end in cells(lines)
    ]


def due_of(end: str) -> Due:
    if not end:
        return Due(kind=DueKind.RECURRING, every=Every.QUARTERLY)
    return Due(kind=DueKind.BY, end=date.fromisoformat(end))


def known(lines: str = LINES) -> KnownPlan:
    tracked = [Tracked(action=each, state=at_first(each)) for each in actions(lines)]
    names = dict.fromkeys(line[1] for line in cells(lines))
    sections = tuple(Section(name=name, slug=slug(name)) for name in names)
    plan = Plan(key="harbour", title="Harbour and Vale", sections=sections)
    return KnownPlan.of(plan, tracked, names=("Jo Fenn", "Ida Marsh"))


def speaker(name: str, lines: str = LINES) -> Speaker:
    """An officer of the plan; "chair" may update everything."""
    own = frozenset(line[0] for line in cells(lines) if line[4] == name)
    return Speaker(name=name, own=own, may=None if name == "chair" else own)
