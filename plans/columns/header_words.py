"""What the words in the header of a column say that it holds."""

import re
from collections.abc import Sequence
from functools import lru_cache

from domain.names import plain
from plans.columns.roles import Role

# "What it says", "What you told us": not what is to be done, unless somebody will or must.
_OF_OTHERS = (
    r"(?! (?:it|this|that|these|those|they|you|people|others|the \w+|happened|went|changed)\b"
    r"(?! (?:will|must|needs?|should|can|is to|are to|are going)\b))"
    # "What was done", "what we have achieved"
    r"(?! (?:(?:we|has|have|had|was|were|been|already|the \w+) )+(?:did|done|achieved|delivered|"
    r"completed|happened)\b)(?! we did\b)"
)
# "What we want to achieve", "Where do they hope to be"
_AIMED_AT = (
    r"(?:what|where) (?:(?:do|does|are|is) )?(?:we|they|partners|the \w+)(?: are| is)? "
    r"(?:want|wish|hop|aim|seek|try)(?:e|s|es|ing)?"
)
# Role, weight and words: where a header has words of two, the heavier decides, and where two
# headers have words of one role, the one with the heavier word has the role.
WORDS = [
    (role, weight, re.compile(rf"\b(?:{pattern})\b"))
    for role, weight, pattern in (
        (Role.PERSON, 9, r"name of (?:the )?(?:lead )?(?:person|officer|contact)|full name|^name"),
        (Role.JOB, 9, r"job title|job role|position held|^role|^position|^post|^job|post title|"
         r"designation"),
        (Role.ORGANISATION, 6, r"organi[sz]ation|agency|employ(?:er|ed by|ing)|^service|"
         r"department|^partner|^(?:body|company|authority|works (?:for|at)|representing)"),
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
         r"governance(?: group| board)?|monitoring (?:group|body)|report(?:s|ing|ed)? to|"
         r"(?:accountable|answerable|responsible) to|(?:overseen|monitored|governed|"
         r"scrutini[sz]ed|assured) by|"
         r"oversight|responsible (?:group|board|body)|(?:lead|delivery) (?:group|board)"),
        (Role.SUPPORT, 9, r"support(?:ing|ed by)?(?: officers?| leads?| partners?| agencies)?|"
         r"(?:key|delivery|other|supporting) (?:partners?|agencies)|partners(?: involved)?|"
         r"contributors?|with whom|working with|who else|consulted|helpers?|helped by|"
         r"who (?:will |can |else )?helps?|(?:also|others) involved|(?:assisted|advised) by|"
         r"(?:in (?:partnership|conjunction|collaboration|consultation)|together|jointly) with"),
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
         r"^tick(?: \w+)*? (?:done|complete\w*)"),
        (Role.STATUS, 8, r"evidence (?:of|and|/) progress|progress (?:and|/|with) evidence"),
        (Role.STATUS, 8, r"^per ?cent(?:age)?(?: complete| done)?"),  # a rating says more
        (Role.STATUS, 6, r"progress(?: to date| update| so far)?|updates?|position|"
         r"where (?:are we|we are)(?: now)?|how (?:is it|are we) (?:going|doing)|"
         r"clos(?:ing|ure) (?:notes?|remarks?|comments?|report|position)"),
        (Role.STATUS, 7, r"(?<!risk )(?<!priority )(?<!impact )(?<!importance )ratings?(?! of)"),
        (Role.PROGRESS, 5, r"progress|updates?|commentary|narrative"),
        (Role.SUCCESS, 9, r"success (?:criteria|measures?|factors?)|measures? of success|"
         r"how (?:will |do |can |shall )?we(?:'ll| will| shall| can)? (?:know|measure|tell)|"
         r"what (?:will )?(?:success|good|it)(?: will)? "
         r"looks?(?: like)?|(?:outcomes?|outputs?|results?|impacts?|benefits?|difference) "
         r"(?:(?:and|&|/|or) (?:\w+ )?(?:measures?|targets?|indicators?|outputs?|impacts?|"
         r"benefits?|outcomes?|evidence|results?)|(?:sought|expected|wanted|hoped for|"
         r"aimed for|desired|made|intended|anticipated))|"
         r"measures? (?:and|&|/|or) (?:\w+ )?(?:outcomes?|outputs?|targets?|results?|"
         r"indicators?)|performance (?:measures?|indicators?)|kpis?|(?:intended|"
         r"expected|desired) (?:outcomes?|impact|results?|benefits?)|impact measures?"),
        # "How governors will know", "How will the board tell", "How it will be measured"
        (Role.SUCCESS, 9, r"how (?:(?:will|do|can|shall|would) )?(?:(?:the|our|its|your) )?"
         r"(?!to\b)[a-z]+(?: [a-z]+)? (?:(?:will|shall|can|would) )?(?:know|tell|be sure)\b"
         r"(?! (?:about|of)\b)|how (?:it|this|that|success|progress|impact|these)"
         r" (?:will|shall|can|is to|are to) be (?:measured|judged|known|shown|evidenced|seen)"),
        (Role.SUCCESS, 10, r"what will (?:be|have become) different|"
         r"difference (?:it|this|we) (?:will|aims?|want)"),
        (Role.SUCCESS, 7, r"outcomes?|measures?|impacts?|evidence|benefits?|results?|indicators?|"
         r"difference"),
        (Role.SUCCESS, 5, _AIMED_AT),  # left of what is done for it, this groups the actions
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
        (Role.GROUP, 4, _AIMED_AT),
        # "What the partners will do": whoever it is that will.
        (Role.ACTION, 11, r"what (?:(?!would|could)\w+ ){1,5}(?:(?:will|shall|must|should|"
         r"(?:intend|plan|propose|aim|need|ha(?:ve|s)|agreed?|is|are)s? to|(?:is|are) going to) "
         r"(?:do|deliver|undertake|carry out)|(?:will|has to|have to|needs? to|must|is to) be "
         r"(?:done|delivered|undertaken|carried out))"),
        (Role.ACTION, 9, r"^we will|"
         r"how (?:we will|will we|we'll|we are going to)(?! know| measure)|"
         r"what (?:we will|will we|we'll|will be|needs to be|are we going to|we are "
         r"going to)(?: do| done)?"),
        # "Actions and targets for the coming year"
        (Role.ACTION, 9, r"^(?:key |main |agreed )?(?:actions?|activit(?:y|ies)|tasks?|steps?)"
         r"(?: and (?:key )?(?:targets?|milestones?|outputs?|measures?))? "
         r"(?:(?:to be taken|planned|agreed) )?(?:for|in|over|during) "
         r"(?:(?:the|this|next|coming|plan|life) )*(?:years?|period|plan|\d{4})"),
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
ASKED = re.compile(r"(?:who|what|where|when|how) ")
# Up to so many blanks one telling word makes a header; beyond, it takes a telling phrase.
FEW_WORDS, MORE_WORDS = 5, 8  # the more in a question
WEIGHTY = 9
SENTENCE_ENDS = tuple(f"{letter}." for letter in "abdeghiklmnrstuvwy")  # "No." and "Ref." may
# What was so before: it gives way to a header that says the same of now.
FORMER = re.compile(
    r"\b(?:previous(?:ly)?|prior|former(?:ly)?|(?:last|previous) (?:quarter|month|year|meeting|"
    r"report|period|review|time|term|status|b?rag|rating|lead|owner))\b"
)
GIVES_WAY = frozenset({Role.STATUS, Role.OWNER})
DONE = re.compile(r"^(done|completed?)\s?\?$", re.IGNORECASE)  # without the mark, what a cell says
PUNCTUATION = re.compile(r"[^\w£#/' ]+")
# "Priority 1 = low 2 = high", "Progress (G = done)": what the marks below mean names no column.
MEANINGS = re.compile(r"\W*\b\w{1,2}\s?=.*", re.DOTALL)

type Claim = tuple[int, Role]
"""How heavily a header claims a role for its column."""


def role_of(header: str) -> Role | None:
    """The likeliest role of a column by its header alone."""
    claims = claims_of(header)
    return claims[0][1] if claims else None


def says_action(headers: Sequence[str]) -> bool:
    """Whether one of the headers itself could name the actions."""
    return any(role is Role.ACTION for header in headers for _, role in claims_of(header))


@lru_cache(maxsize=4096)  # most cells of a plan are looked at as headers, and many are alike
def claims_of(header: str) -> list[Claim]:
    """The roles that a header's words may mean, heaviest first."""
    if not header or len(header) > LONGEST_HEADER or header.endswith(SENTENCE_ENDS):
        return []
    named = MEANINGS.sub("", header) or header
    spelled = DONE.sub(r"\1 y/n", named.replace("%", " percent ").replace("#", " no "))
    words = " ".join(PUNCTUATION.sub(" ", plain(spelled)).split())
    few = MORE_WORDS if ASKED.match(words) else FEW_WORDS
    least = 0 if words.count(" ") < few else WEIGHTY
    found: dict[Role, int] = {}
    for role, weight, pattern in WORDS if ANY_WORD.search(words) else ():
        if weight >= least and pattern.search(words):
            found[role] = max(weight, found.get(role, 0))
    for role in GIVES_WAY & set(found) if FORMER.search(words) else ():
        found[role] -= 1
    return sorted(((weight, role) for role, weight in found.items()), reverse=True, key=_weight)


def _weight(claim: Claim) -> int:
    return claim[0]
