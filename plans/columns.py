"""What each column of a plan's table holds, from the words in its header."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from domain.names import plain
from plans.due import is_only_a_date
from plans.period_columns import period_columns
from plans.rating_columns import rating_columns


class Role(StrEnum):
    REF = "ref"
    SECTION = "section"
    GROUP = "group"
    ACTION = "action"
    STEPS = "steps"  # the parts of an action that is named in another column
    DUE = "due"
    START = "start"
    REVISED = "revised"  # the date that has taken the place of the one in another column
    FINISHED = "finished"  # the day on which it was done
    OWNER = "owner"
    SUPPORT = "support"
    BODY = "body"  # the partnership group that answers for it
    STATUS = "status"
    PROGRESS = "progress"  # what was said about it, beside a status of its own
    SUCCESS = "success"
    TARGET = "target"  # success with dates in it
    RESOURCE = "resource"
    NOTES = "notes"
    PERSON = "person"  # these three are of a directory of people
    JOB = "job"
    ORGANISATION = "organisation"


# "What it says", "What you told us": not what is to be done, unless somebody will or must.
_OF_OTHERS = (
    r"(?! (?:it|this|that|these|those|they|you|people|others|the \w+|happened|went|changed)\b"
    r"(?! (?:will|must|needs?|should|can|is to|are to|are going)\b))"
)
# Role, weight and words: where a header has words of two, the heavier decides, and where two
# headers have words of one role, the one with the heavier word has the role.
WORDS = [
    (role, weight, re.compile(rf"\b(?:{pattern})\b"))
    for role, weight, pattern in (
        (Role.PERSON, 9, r"name of (?:the )?(?:lead )?(?:person|officer|contact)|full name|^name"),
        (Role.JOB, 9, r"job title|job role|position held|^role|^position|^post|^job|post title"),
        (Role.ORGANISATION, 6, r"organi[sz]ation|agency|employer|^service|department|^partner"),
        (Role.NOTES, 10, r"last updated|date (?:reviewed|updated|of review)|review date|date added|"
         r"(?:last|next) review"),
        (Role.FINISHED, 10, r"date (?:completed|closed|delivered|finished|achieved)|"
         r"(?:completed|closed|delivered|finished) (?:on|date)|actual (?:date|completion)"),
        (Role.START, 10, r"start(?: date)?|date started|commence\w*|start by"),
        (Role.REVISED, 10, r"(?:revised|amended|new|updated|forecast) (?:\w+ )?(?:dates?|deadline|"
         r"timescale|target)"),
        (Role.DUE, 9, r"by when|(?:original|initial) targets?|"
         r"(?:target|completion|due|end|finish|delivery|implementation|"
         r"milestone|expected|planned|target completion) dates?|dead ?lines?|time ?scales?|"
         r"time ?frames?|time ?lines?|due(?: by)?|complete(?:d)? by|to be completed(?: by)?|"
         r"when(?: by)?|timings?|target completion|date (?:due|for completion|to be completed)|"
         r"(?:finish|deliver|achieve|done|expected|required) by|^by$|^eta$"),
        (Role.DUE, 7, r"dates?|finish|end|completion|year|month|quarter"),
        (Role.BODY, 9, r"partnership (?:group|board)s?|accountable (?:group|body|board)s?|"
         r"governance(?: group| board)?|monitoring (?:group|body)|reporting to|reports to|"
         r"oversight|responsible (?:group|board|body)|(?:lead|delivery) (?:group|board)"),
        (Role.SUPPORT, 9, r"support(?:ing|ed by)?(?: officers?| leads?| partners?| agencies)?|"
         r"(?:key|delivery|other|supporting) (?:partners?|agencies)|partners(?: involved)?|"
         r"contributors?|with whom|working with|who else|consulted|helpers?|helped by|"
         r"who (?:will |can |else )?helps?|(?:also|others) involved|assisted by"),
        (Role.OWNER, 8, r"(?:joint |action |accountable |responsible |named |overall |strategic )?"
         r"leads?(?: officers?| persons?| agency| agencies| organi[sz]ations?| partners?|"
         r" professional| name| owner)?|owners?|who(?: is| will be| by)?(?: responsible)?|"
         r"responsib\w+|accountab\w+|(?:assigned|allocated)(?: to)?|assignee|by whom|"
         r"(?:led|delivered|owned) by|officers?|sro|person|sponsors?|post ?holders?|"
         r"co-?ordinators?|in charge"),
        (Role.OWNER, 10, r"(?:leads?|owners?|who|responsib\w+|officers?)(?: \w+){0,2}? ?"
         r"(?:and|/|with|or) ?(?:their |key |other )?"
         r"(?:support\w*|partners?|contributors?)|leads? support\w*"),
        (Role.STATUS, 9, r"b?ra[yg]?g(?: rating| status)?|status|traffic light|"
         r"current position|^(?:done|complete[d]?) (?:y/?n|yes/?no)$|"
         r"^tick(?: \w+)*? (?:done|complete\w*)|"
         r"^per ?cent(?:age)?(?: complete| done)?"),
        (Role.STATUS, 6, r"progress(?: to date| update| so far)?|updates?|position|"
         r"where (?:are we|we are)(?: now)?|how (?:is it|are we) (?:going|doing)|"
         r"clos(?:ing|ure) (?:notes?|remarks?|comments?|report|position)"),
        (Role.STATUS, 7, r"(?<!risk )(?<!priority )(?<!impact )(?<!importance )ratings?(?! of)"),
        (Role.PROGRESS, 5, r"progress|updates?|commentary|narrative"),
        (Role.SUCCESS, 9, r"success (?:criteria|measures?|factors?)|measures? of success|"
         r"how (?:will |do |can |shall )?we(?:'ll| will| shall| can)? (?:know|measure|tell)|"
         r"what (?:will )?(?:success|good|it)(?: will)? "
         r"looks?(?: like)?|performance (?:measures?|indicators?)|kpis?|(?:intended|"
         r"expected|desired) (?:outcomes?|impact|results?|benefits?)|impact measures?"),
        (Role.SUCCESS, 10, r"what will (?:be|have become) different|"
         r"difference (?:it|this|we) (?:will|aims?|want)"),
        (Role.SUCCESS, 7, r"outcomes?|measures?|impacts?|evidence|benefits?|results?|indicators?|"
         r"difference"),
        (Role.TARGET, 7, r"targets?|milestones?|outputs?|deliverables?"),
        (Role.RESOURCE, 8, r"resourc\w*|costs?|money|fund(?:ing|s)?|budgets?|financ\w*|£"),
        (Role.REF, 10, r"^(?:action|plan|our|local) ref(?:erence)?(?: no| number| code| id)?$"),
        (Role.REF, 9, r"^(?:(?:action |item |key action |task |activity |step |measure |minute )?"
         r"(?:ref(?:erence)?|no|number|code|nr|num|rec(?=$| no| num))"
         r"(?: no| number| code| id)?|item|minutes?|"
         r"(?:action|task|measure|activity|step) (?:ref|no|number|id))$"),
        (Role.REF, 8, r"^(?:(?:item|key action|minute|record|row|list) )?id$|^s/?n$|^sr no$"),
        (Role.SECTION, 9, r"outcome areas?|outcome groups?|themes?|sections?|strands?|pillars?|"
         r"work ?streams?|chapters?|domains?|categor\w+|(?:policy|service|subject) areas?"),
        (Role.SECTION, 2, r"outcomes?|priorit\w+|objectives?|aims?|goals?|areas?"),
        (Role.GROUP, 6, r"issues?|priorit\w+|recommendations?|objectives?|aims?|goals?|findings?|"
         r"areas? (?:for|of) \w+|requirements?|needs?|focus|ambitions?|commitments?|challenges?|"
         r"strategic \w+|judgements?|judgments?|standards?|group"),
        (Role.ACTION, 9, r"^we will|"
         r"how (?:we will|will we|we'll|we are going to)(?! know| measure)|"
         r"what (?:we will|will we|we'll|will be|needs to be|are we going to|we are "
         r"going to)(?: do| done)?"),
        (Role.ACTION, 8, r"(?:key |main |agreed |required |planned |specific )?actions?"
         r"(?: required| needed| to be taken| points?| description| planned| agreed)?"),
        (Role.ACTION, 6, r"activit(?:y|ies)|tasks?|steps?|interventions?|initiatives?|"
         rf"what{_OF_OTHERS}|"
         r"work|projects?|deliverables?|description|commitments?|pledges?|promises?|proposals?|"
         r"to do"),
        (Role.NOTES, 5, r"notes?|comments?|commentary|remarks?|further information|links?|risks?"),
    )
]  # fmt: skip
ANY_WORD = re.compile("|".join(pattern.pattern for _, _, pattern in WORDS))
LONGEST_HEADER = 90  # characters
LONGEST_OWN = 50
FEW_WORDS = 5  # up to here one telling word makes a header; beyond, it takes a telling phrase
WEIGHTY = 9
SENTENCE_ENDS = tuple(f"{letter}." for letter in "abdeghiklmnrstuvwy")  # "No." and "Ref." may
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
FIGURES = re.compile(r"\d{1,3}\.\d")  # begins an action, not a header
RISK = re.compile(r"\b(?:risks?|hazards?|controls?|mitigat\w+)\b", re.IGNORECASE)
LIKELIHOOD = re.compile(r"\b(?:likelihood|probability|scores?|gross|residual)\b", re.IGNORECASE)
# What was so before: it gives way to a header that says the same of now.
FORMER = re.compile(
    r"\b(?:previous(?:ly)?|prior|former(?:ly)?|(?:last|previous) (?:quarter|month|year|meeting|"
    r"report|period|review|time|term|status|b?rag|rating|lead|owner))\b"
)
GIVES_WAY = frozenset({Role.STATUS, Role.OWNER})
NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")  # counts a row
ID = re.compile(r"\s(?:id|ref|no|number|code)\.?$")
DONE = re.compile(r"^(done|completed?)\s?\?$", re.IGNORECASE)  # without the mark, what a cell says
PUNCTUATION = re.compile(r"[^\w£#/' ]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column, None where it has none."""

    roles: tuple[Role | None, ...]

    def __contains__(self, role: Role) -> bool:
        return role in self.roles

    def at(self, role: Role) -> int | None:
        return self.roles.index(role) if role in self.roles else None

    @property
    def of_actions(self) -> bool:
        return Role.ACTION in self.roles

    @property
    def of_people(self) -> bool:
        return Role.PERSON in self.roles


def columns_of(headers: Sequence[str]) -> Columns | None:
    """What a header row says of its columns; None where the row is no header of a plan's table."""
    filled = sum(1 for header in headers if header)
    if filled < 2 or any(map(_is_no_header, headers)) or _of_risks(headers):
        return None
    claims = [_claims(header) for header in headers]
    periods = period_columns(headers)
    ratings = len(rating_columns(headers))
    known = sum(1 for each in claims if each)
    if known + len(periods) < 2 or known * 2 < filled - len(periods) - ratings:
        return None
    if any(_is_a_day(header) for at, header in enumerate(headers) if at not in periods):
        return None
    found = _with_action(Columns(_settled(claims)), headers)
    if found.of_people and (Role.JOB in found or Role.ORGANISATION in found):
        return found
    telling = periods or PLAN_ROLES & set(found.roles)
    return found if found.of_actions and telling else None


def without(columns: Columns, places: Collection[int]) -> Columns:
    """The columns, those at some places without a role."""
    kept = (None if at in places else role for at, role in enumerate(columns.roles))
    return Columns(tuple(kept))


def _is_no_header(text: str) -> bool:
    return len(text) > LONGEST_HEADER or bool(NUMBER.fullmatch(text) or FIGURES.match(text))


def _is_a_day(text: str) -> bool:
    """Whether a text says when something is due, as a cell does, and no more than a year."""
    return any(map(str.isalpha, text)) and is_only_a_date(text)


def _of_risks(headers: Sequence[str]) -> bool:
    """A register of risks says how likely each is beside it; a plan may have a "Risk score"."""
    risks = {at for at, header in enumerate(headers) if RISK.search(header)}
    likely = {at for at, header in enumerate(headers) if LIKELIHOOD.search(header)}
    return len(risks | likely) > 1 and bool(risks and likely)


def _with_action(columns: Columns, headers: Sequence[str]) -> Columns:
    """Where no header says "action" but others say who and when, the column of what is to be
    done: of milestones or of objectives, or one beside these that has a name of the plan's own."""
    known = Role.DUE in columns and bool(TELLING & set(columns.roles))
    if columns.of_actions or not known or any(map(OF_OTHER_TABLES.search, headers)):
        return columns
    roles = list(columns.roles)
    if (named_by_id := _with_an_id(headers)) is not None:
        roles[named_by_id] = Role.ACTION
        return Columns(tuple(roles))
    first = min(roles.index(role) for role in (Role.DUE, *TELLING) if role in roles)
    own = [at for at, role in enumerate(roles) if role is None and _may_be_own(headers[at])]
    named = [columns.at(role) for role in (Role.TARGET, Role.GROUP, Role.SECTION)]
    before = [at for at in own if at < first]
    chosen = next((at for at in (*named[:1], *before, *named[1:], *own) if at is not None), None)
    if chosen is not None:
        roles[chosen] = Role.ACTION
    return Columns(tuple(roles))


def _may_be_own(header: str) -> bool:
    """Short as the name of a column is that has none of the words we know."""
    return 0 < len(header) <= LONGEST_OWN


def _with_an_id(headers: Sequence[str]) -> int | None:
    """The column of what another counts: "Measure", beside "Measure ID"."""
    words = [header.lower().strip() for header in headers]
    counted = {ID.sub("", word) for word in words if ID.search(word)}
    return next((at for at, word in enumerate(words) if word in counted), None)


def role_of(header: str) -> Role | None:
    """The likeliest role of a column by its header alone."""
    claims = _claims(header)
    return claims[0][1] if claims else None


def says_action(headers: Sequence[str]) -> bool:
    """Whether one of the headers itself could name the actions."""
    return any(role is Role.ACTION for header in headers for _, role in _claims(header))


@lru_cache(maxsize=4096)  # most cells of a plan are looked at as headers, and many are alike
def _claims(header: str) -> list[tuple[int, Role]]:
    """The roles that a header's words may mean, heaviest first."""
    if not header or len(header) > LONGEST_HEADER or header.endswith(SENTENCE_ENDS):
        return []
    spelled = DONE.sub(r"\1 y/n", header.replace("%", " percent ").replace("#", " no "))
    words = " ".join(PUNCTUATION.sub(" ", plain(spelled)).split())
    least = 0 if words.count(" ") < FEW_WORDS else WEIGHTY
    found: dict[Role, int] = {}
    for role, weight, pattern in WORDS if ANY_WORD.search(words) else ():
        if weight >= least and pattern.search(words):
            found[role] = max(weight, found.get(role, 0))
    for role in GIVES_WAY & set(found) if FORMER.search(words) else ():
        found[role] -= 1
    return sorted(((weight, role) for role, weight in found.items()), reverse=True, key=_weight)


def _weight(claim: tuple[int, Role]) -> int:
    return claim[0]


def _settled(claims: list[list[tuple[int, Role]]]) -> tuple[Role | None, ...]:
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
    return tuple(_in_order(_with_deliverables(roles, claims)))


def _with_deliverables(
    roles: list[Role | None], claims: Sequence[list[tuple[int, Role]]]
) -> list[Role | None]:
    """What may be called a target, or "what will be different", is the action where no other
    column is."""
    for role, least in ((Role.TARGET, 0), (Role.SUCCESS, WEIGHTY)):
        at = roles.index(role) if role in roles and Role.ACTION not in roles else None
        if at is not None and any(w >= least and r is Role.ACTION for w, r in claims[at]):
            roles[at] = Role.ACTION
    return roles


def _in_order(roles: list[Role | None]) -> list[Role | None]:
    """The wider of two headings stands to the left; an outcome left of its action is a heading."""
    if Role.REVISED in roles and Role.DUE not in roles:
        roles[roles.index(Role.REVISED)] = Role.DUE
    if Role.SECTION in roles and Role.GROUP in roles:
        section, group = roles.index(Role.SECTION), roles.index(Role.GROUP)
        if group < section:
            roles[section], roles[group] = Role.GROUP, Role.SECTION
    if Role.SUCCESS in roles and Role.ACTION in roles and Role.GROUP not in roles:
        success = roles.index(Role.SUCCESS)
        if success < roles.index(Role.ACTION):
            roles[success] = Role.GROUP
    return roles
