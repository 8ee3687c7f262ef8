"""Header rows: which rows are headers of a plan's table, and what their columns hold."""

import re
from collections.abc import Collection, Sequence

from plans.columns.directories import with_people_named
from plans.columns.header_words import LONGEST_HEADER, WEIGHTY, Claim, claims_of
from plans.columns.periods import count_figures, names_figures, numbers_indicators, period_columns
from plans.columns.places_in_reports import says_where
from plans.columns.ratings import rating_columns
from plans.columns.roles import Columns, Role
from plans.meaning.due import is_only_a_date
from plans.meaning.refs import CODE

LONGEST_OWN = 50
PLAN_ROLES = frozenset(
    {Role.DUE, Role.OWNER, Role.STATUS, Role.SUCCESS, Role.TARGET, Role.RESOURCE, Role.REF}
    | {Role.GROUP, Role.SECTION, Role.START, Role.BODY, Role.SUPPORT, Role.NOTES, Role.FINISHED}
)
TELLING = frozenset({Role.OWNER, Role.START})  # beside a date, these are said of what is to be done
# A header with one of these is of a table of risks or of measures, whatever else it names.
OF_OTHER_TABLES = re.compile(
    r"\b(?:risks?|hazards?|likelihood|probability|scores?|baselines?|indicators?|actuals?|"
    r"mitigation|performance measures?)\b",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"\b(?:success|looks? like|measur\w+|indicators?|criteria|evidence|kpis?)\b", re.IGNORECASE
)
MILESTONES = re.compile(r"\bmilestones?\b", re.IGNORECASE)
RECOMMENDED = re.compile(r"\brecommend\w*|^recs?\b", re.IGNORECASE)
AGREED = re.compile(
    r"(?:is it |was it )?(?:agreed|accepted|approved|supported)\W*(?:\(?(?:y(?:es)?|n(?:o)?|/|or|"
    r"partly|in part|partially|\s){1,9}\)?)?\W*",
    re.IGNORECASE,
)
HEADED = frozenset({Role.GROUP, Role.SECTION})
FIGURES = re.compile(r"\d{1,3}\.\d")  # begins an action, not a header
RISK = re.compile(r"\b(?:risks?|hazards?|controls?|mitigat\w+)\b", re.IGNORECASE)
LIKELIHOOD = re.compile(r"\b(?:likelihood|probability|scores?|gross|residual)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")  # counts a row
# "Key steps", beside the action that they are of; "Next steps" are of what was reported.
STEPS = re.compile(
    r"(?!.*\b(?:next|taken|done|completed?|so far|to date|previous|last|made)\b)"
    r".*\b(?:steps?|stages?|(?:sub-?\s?)?tasks?|sub-?\s?actions?|activit(?:y|ies))\b",
    re.IGNORECASE,
)
FEWEST_FIGURES = 2  # columns of figures that make a table of these
PLAIN = 8  # the weight of "Action", against that of "Description"
ID = re.compile(r"\s(?:id|ref|no|number|code)\.?$")


def columns_of(headers: Sequence[str]) -> Columns | None:
    """What a header row says of its columns; None where the row is no header of a plan's table."""
    filled = sum(1 for header in headers if header)
    if filled < 2 or any(map(_is_no_header, headers)) or heads_risks(headers):
        return None
    if _begins_a_row(next(filter(None, headers)), headers):
        return None
    claims = with_people_named(headers, [claims_of(header) for header in headers])
    periods = period_columns(headers)
    ratings = len(rating_columns(headers))
    known = sum(1 for each in claims if each)
    if known + len(periods) < 2 or known * 2 < filled - len(periods) - ratings:
        return None
    if any(_is_a_day(header) for at, header in enumerate(headers) if at not in periods):
        return None
    measured = frozenset(at for at, header in enumerate(headers) if MEASURED.search(header))
    found = _with_steps(_with_action(Columns(_settled(claims, measured)), headers), headers, claims)
    if _is_of_figures(found, headers, claims):
        return None
    if found.of_people and (Role.JOB in found or Role.ORGANISATION in found):
        return found
    telling = periods or PLAN_ROLES & set(found.roles)
    return found if found.of_actions and telling else None


def _is_of_figures(
    columns: Columns, headers: Sequence[str], claims: Sequence[Sequence[Claim]]
) -> bool:
    """Whether several columns tell figures of a year ("2026/27 actual") beside what they are of,
    and none says when, or plainly what is to be done."""
    at = columns.at(Role.ACTION)
    if at is None or Role.DUE in columns:
        return False
    if count_figures(headers) < FEWEST_FIGURES and not _counts_by_year(columns, headers):
        return False
    return max((weight for weight, role in claims[at] if role is Role.ACTION), default=0) < PLAIN


def _counts_by_year(columns: Columns, headers: Sequence[str]) -> bool:
    """Whether the first column numbers indicators, and years stand beside what each counts."""
    filled = [header for header in headers if header]
    return Role.OWNER not in columns and numbers_indicators(filled[0]) and names_figures(filled)


def _with_steps(
    columns: Columns, headers: Sequence[str], claims: Sequence[Sequence[Claim]]
) -> Columns:
    """The columns, of which one right of the action that is named after steps holds its steps."""
    action = columns.at(Role.ACTION)
    if action is None or Role.STEPS in columns:
        return columns
    free = [at for at, role in enumerate(columns.roles) if role is None and at > action]
    named = (at for at in free if any(r is Role.ACTION for _, r in claims[at][:1]))
    steps = next((at for at in named if STEPS.match(headers[at])), None)
    roles = [Role.STEPS if at == steps else role for at, role in enumerate(columns.roles)]
    return Columns(tuple(roles))


def _is_no_header(text: str) -> bool:
    return len(text) > LONGEST_HEADER or bool(NUMBER.fullmatch(text) or FIGURES.match(text))


def _begins_a_row(first: str, headers: Sequence[str]) -> bool:
    """Whether the first thing said is the code of an action ("C3"), and of no period ("Q1")."""
    return bool(CODE.fullmatch(first)) and headers.index(first) not in period_columns(headers)


def _is_a_day(text: str) -> bool:
    """Whether a text says when something is due, as a cell does, and no more than a year."""
    return any(map(str.isalpha, text)) and is_only_a_date(text)


def heads_risks(headers: Sequence[str]) -> bool:
    """A register of risks says how likely each is beside it; a plan may have a "Risk score"."""
    risks = {at for at, header in enumerate(headers) if RISK.search(header)}
    likely = {at for at, header in enumerate(headers) if LIKELIHOOD.search(header)}
    return len(risks | likely) > 1 and bool(risks and likely)


def _with_action(columns: Columns, headers: Sequence[str]) -> Columns:
    """Where no header says "action" but others say who and when, the column of what is to be
    done: of milestones or of objectives, or one beside these that has a name of the plan's own."""
    columns = _dated_by_milestones(columns, headers)
    known = Role.DUE in columns and bool(TELLING & set(columns.roles))
    if columns.of_actions or not known or any(map(OF_OTHER_TABLES.search, headers)):
        return columns
    roles = list(columns.roles)
    if (named_by_id := _with_an_id(headers)) is not None:
        roles[named_by_id] = Role.ACTION
        return Columns(tuple(roles))
    first = min(roles.index(role) for role in (Role.DUE, *TELLING) if role in roles)
    own = [at for at, role in enumerate(roles) if role is None and _may_be_own(headers[at])]
    before = [at for at in own if at < first]
    offers = (columns.at(Role.TARGET), *before, *_headed(columns, headers), *own)
    chosen = next((at for at in offers if at is not None), None)
    if chosen is not None:
        roles[chosen] = Role.ACTION
    return Columns(tuple(roles))


def _headed(columns: Columns, headers: Sequence[str]) -> list[int]:
    """The columns of headings; one of recommendations first, which a priority is only said of."""
    places = [at for role in (Role.GROUP, Role.SECTION) if (at := columns.at(role)) is not None]
    return sorted(places, key=lambda at: not RECOMMENDED.search(headers[at]))


def _dated_by_milestones(columns: Columns, headers: Sequence[str]) -> Columns:
    """Milestones say when, where no other column does and objectives have somebody who leads."""
    at, roles = columns.at(Role.TARGET), list(columns.roles)
    if columns.of_actions or Role.DUE in columns or at is None:
        return columns
    if not (Role.OWNER in columns and MILESTONES.search(headers[at]) and HEADED & set(roles)):
        return columns
    roles[at] = Role.DUE
    return Columns(tuple(roles))


def _may_be_own(header: str) -> bool:
    """Short as the name of a column is that has none of the words we know, and not of where an
    action was found or whether it was agreed."""
    return 0 < len(header) <= LONGEST_OWN and not (says_where(header) or AGREED.fullmatch(header))


def _with_an_id(headers: Sequence[str]) -> int | None:
    """The column of what another counts: "Measure", beside "Measure ID"."""
    words = [header.lower().strip() for header in headers]
    counted = {ID.sub("", word) for word in words if ID.search(word)}
    return next((at for at, word in enumerate(words) if word in counted), None)


def _settled(claims: list[list[Claim]], measured: Collection[int]) -> tuple[Role | None, ...]:
    """Give each role to the column that claims it most heavily, and each column one role."""
    directory = any(role is Role.PERSON for each in claims for _, role in each)
    roles: list[Role | None] = [None] * len(claims)
    ordered = sorted(
        ((weight, -at, role) for at, each in enumerate(claims) for weight, role in each),
        key=lambda claim: claim[:2],
        reverse=True,
    )
    for _, at, role in ordered:
        of_people = role in (Role.PERSON, Role.JOB, Role.ORGANISATION)
        if roles[-at] is None and role not in roles and (directory or not of_people):
            roles[-at] = role
    return tuple(_in_order(_with_deliverables(roles, claims), measured))


def _with_deliverables(
    roles: list[Role | None], claims: Sequence[list[Claim]]
) -> list[Role | None]:
    """What may be called a target, or "what will be different", is the action where no other
    column is."""
    for role, least in ((Role.TARGET, 0), (Role.SUCCESS, WEIGHTY)):
        at = roles.index(role) if role in roles and Role.ACTION not in roles else None
        if at is not None and any(w >= least and r is Role.ACTION for w, r in claims[at]):
            roles[at] = Role.ACTION
    return roles


def _in_order(roles: list[Role | None], measured: Collection[int]) -> list[Role | None]:
    """The wider of two headings stands to the left; an outcome left of its action is a heading,
    if it is not said how it is measured."""
    if Role.REVISED in roles and Role.DUE not in roles:
        roles[roles.index(Role.REVISED)] = Role.DUE
    if Role.SECTION in roles and Role.GROUP in roles:
        section, group = roles.index(Role.SECTION), roles.index(Role.GROUP)
        if group < section:
            roles[section], roles[group] = Role.GROUP, Role.SECTION
    if Role.SUCCESS in roles and Role.ACTION in roles and Role.GROUP not in roles:
        success = roles.index(Role.SUCCESS)
        if success < roles.index(Role.ACTION) and success not in measured:
            roles[success] = Role.GROUP
    return roles
