"""Labels inside the cell of an owner ("Lead officer:", "Assisted by:", "Reports to:"): whether
those named after one lead, support, or are the body that answers for the action."""

import re
from collections.abc import Iterator, Sequence

# What a plan says before "lead": whose lead, or in what.
_LEADING = (
    r"(?:(?:joint|co|overall|strategic|operational|action|project|programme|delivery|executive|"
    r"exec|accountable|responsible|named|nominated|designated|main|primary|senior|chief|political|"
    r"elected|officer|council|local authority|nhs|pct|ccg|icb|health|clinical|social care|trust|"
    r"corporate|service|policy|theme|task|technical|board|partnership|business|professional|"
    r"agency|management|day[ -]to[ -]day|other|second)[ -]){0,3}"
)
_LEADER = (
    r"(?:officers?|agency|agencies|persons?|people|organi[sz]ations?|partners?|departments?|"
    r"services?|directorates?|members?|managers?|directors?|executives?|professionals?|names?|"
    r"posts?|councillors?|governors?)"
)
LEAD = (
    rf"{_LEADING}(?:leads?|owners?|sponsors?|sros?)(?: {_LEADER})?|"
    rf"(?:senior |overall )?(?:responsible|accountable)(?: (?:owners?|{_LEADER}))?|"
    rf"(?:{_LEADER}|who(?: is)?) (?:responsible|accountable|in charge)|"
    r"who (?:leads?|owns|does|will lead)(?: (?:it|this|on this))?|"
    r"responsibility(?: of| lies with| for (?:this|the) action)?|in charge|by whom|"
    r"(?:to be )?(?:led|owned|delivered|managed|co-?ordinated|implemented|undertaken|"
    r"carried out|done|action(?:ed)?) by"
)
SUPPORT = (
    r"(?:with )?(?:the )?support(?:ed by|ing|ers?)?"
    r"(?: (?:officers?|leads?|staff|teams?|agency|agencies|organi[sz]ations?|partners?|from|of|"
    r"by|roles?))?|"
    r"(?:with )?(?:the )?(?:assist(?:ed|ance)|help(?:ed)?|advi[cs]ed?|backed|joined|aided)"
    r" (?:by|from|of)|"
    r"(?:jointly |together |along |work(?:ing|s)? )?with|"
    r"(?:working |work )?in (?:partnership|conjunction|consultation|collaboration|liaison|"
    r"association|co-?operation|discussion) with|(?:liaison|consultation) with|"
    r"(?:key |other |delivery |main |external )?partners(?: involved)?|"
    r"(?:key |other |partner )(?:agencies|organi[sz]ations|bodies|officers|services|staff)|"
    r"contributors?|contribut(?:ing (?:officers?|partners?|agencies)|ions? (?:by|from))|"
    r"(?:to be )?(?:informed|consulted)(?: by)?|(?:also|others?) involv(?:ed|ing)"
)
_GOVERNING = (
    r"(?:partnership|accountable|responsible|governance|governing|monitoring|oversight|overseeing|"
    r"scrutiny|reporting|lead|delivery|steering|sponsoring)"
)
BODY = (
    rf"{_GOVERNING} (?:sub-?)?(?:groups?|boards?|bod(?:y|ies)|committees?|panels?|forums?)|"
    r"(?:accountable|accountability|answerable|answers?|responsible|escalat\w+) to|"
    r"report(?:s|ing|ed)?(?: (?:progress|back))? (?:in)?(?:to|through|via)|"
    r"reporting (?:line|route|arrangements)|govern(?:ance|ed) (?:by|route|arrangements|through|"
    r"via)|(?:monitored|overseen|supervised|scrutini[sz]ed|approved|assured|reviewed|tracked|"
    r"held to account|signed[ -]off) by|(?:oversight|scrutiny|monitoring|assurance|approval|"
    r"sign-?off) (?:by|from)"
)
# These end the names of posts ("HR Business Partner: Ann Price"), unless a name has ended before.
SUPPORT_ALONE = (
    r"partner(?: agency| organi[sz]ation| body)?|assist(?:ing|ants?)|help(?:ers?|ing)?|"
    r"advis[eo]rs?|advice|alongside|stakeholders?|"
    r"liais(?:on|ing|e)|contributing|consult(?:ing|ees?)|involv(?:ed|ing)|others?|deput(?:y|ies)"
)
BODY_ALONE = (
    r"governance|monitoring|oversight|scrutiny|assurance|sign-?off|reporting|"
    r"(?:sub-?)?(?:group|board|committee|forum|panel)"
)
# Inside a line a label stands after a name, and not in the middle of one ("Head of Governance:").
_AFTER_A_NAME = r"(?:^|(?<=[;.,|])\s?)"
_AMID = (
    rf"(?:{_AFTER_A_NAME}|(?<=\s)(?<!\bof )(?<!\bfor )(?<!\band )(?<!\bthe )(?<!\bin )(?<!& )"
    r"(?<!/ ))"
)
LABEL = re.compile(
    rf"(?:{_AMID}(?:(?P<body>{BODY})|(?P<lead>{LEAD})|(?P<support>{SUPPORT}))|"
    rf"{_AFTER_A_NAME}(?:(?P<board>{BODY_ALONE})|(?P<helper>{SUPPORT_ALONE})))\s?:",
    re.IGNORECASE,
)
# A line that begins so names nobody's post: "Supported by the Tree Wardens", "Lead – Ann Price".
_SAYING = (
    r"(?P<body>(?:accountable|answerable|reports?|reporting|responsible) to|"
    r"(?:overseen|monitored|governed|scrutini[sz]ed) by)|"
    r"(?P<support>(?:supported|assisted|helped|advised|backed) by|(?:with )?support from|"
    r"with (?:help|assistance) from|(?:working )?in (?:partnership|conjunction|collaboration|"
    r"consultation) with|working with|together with)"
)
SAID = re.compile(rf"(?:{_SAYING})(?:\s(?=\S)|$)", re.IGNORECASE)
# "Lead – Lettings" may be a post; what says that it is the officer is none.
DASHED = re.compile(
    rf"(?:(?P<lead>(?:joint |overall )?(?:lead|responsible) {_LEADER}|leads|owners?)|"
    rf"(?P<support>support(?:ed by|ing {_LEADER})?|partners))\s[–—-]\s",
    re.IGNORECASE,
)
KINDS = {"board": "body", "helper": "support"}
BRACKETED = re.compile(rf"\((?P<said>(?:{BODY}|{LEAD}|{SUPPORT})\s?:[^()]*)\)", re.IGNORECASE)


def labelled(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The lines under each label, by what it makes of those named ("lead", "support", "body");
    those before the first label have none."""
    label, part = "", []
    for line in lines:
        looked = 0
        for found in _labels(line):
            part.append(line[looked : found.start()])
            yield label, part
            kind = str(found.lastgroup)
            label, part, looked = KINDS.get(kind, kind), [], found.end()
        part.append(line[looked:])
    yield label, part


def without_brackets(line: str) -> str:
    """A line with what is labelled in its brackets ("Ann Price (support: Jo Ware)") after them."""
    return BRACKETED.sub(r"\g<said>", line) if "(" in line and ":" in line else line


def names_after_a_label(text: str) -> bool:
    """Whether a text begins with a label and goes on to those it is of."""
    found = LABEL.match(text) if ":" in text else None
    return found is not None and bool(text[found.end() :].strip())


def _labels(line: str) -> Iterator[re.Match[str]]:
    begins = SAID.match(line) or DASHED.match(line)
    if begins:
        yield begins
    if ":" in line:
        yield from LABEL.finditer(line, begins.end() if begins else 0)
