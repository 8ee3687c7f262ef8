"""Lines that head a part of a plan: "Theme: Safer Streets", "Recommendation 3: ..."."""

import re
from dataclasses import dataclass
from enum import StrEnum

_QUALIFIED = (
    r"(?:(?:strategic|development|key|improvement|overarching|partnership|local|corporate|our|"
    r"service|shared|main|high[ -]level|priority)\s)*"
)
_SECTION = (
    r"outcome(?:\s(?:area|group))?|theme|section|strand|pillar|work\s?stream|chapter|domain|"
    r"key objective|part|(?:service|policy|programme|work|business) area|portfolio|directorate"
)
_GROUP = (
    r"priority(?:\sarea)?|recommendation|issue|goal|aim|objective|finding|requirement|"
    r"action area|areas? (?:for|of) \w+|focus area|ambition|commitment|challenge|judge?ment|"
    r"standard|promise"
)
# "Indicator 4: ...": whatever a plan calls its parts, unless it is a figure or a page of it.
_NUMBERED_PART = (
    r"(?!(?:table|figure|fig|chart|annex|appendix|note|page|version|year|item|box|map|image|"
    r"exhibit|schedule|q|quarter|week|day|month|line|row|sheet|tab)s?\s)[a-z]{3,20}(?=s?\s\d)"
)
_NUMBER = (
    r"(?P<number>[A-Za-z]{0,4}\s?\d{1,3}(?:\.\d{1,3}){0,3}(?:[A-Za-z]\b)?|[A-H]|[IVX]{1,4}|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"(?:\s?(?:and|to|&|[–-])\s?\d{1,3})?"
)
LABELLED = re.compile(
    rf"{_QUALIFIED}(?:(?P<section>{_SECTION})|(?P<group>{_GROUP}|{_NUMBERED_PART}))s?"
    rf"(?:\s{_NUMBER})?"
    r"(?P<aside>\s?\([^()]{1,80}\))?\s?(?:(?P<colon>:)|[.–—-])\s{0,2}(?P<name>\S.*)",
    re.IGNORECASE,
)
# "Theme 2 Safer streets", with nothing between the number and the name.
UNPARTED = re.compile(
    r"(?:(?P<section>[Tt]heme|[Oo]utcome|[Ss]trand|[Pp]illar)|"
    r"(?P<group>[Pp]riority|[Oo]bjective|[Gg]oal|[Aa]im|[Rr]ecommendation))"
    r"\s(?P<number>\d\d?[a-z]?)\s(?P<name>[A-Z].{2,100})"
)
# "Main point for action 1: ...", "Key line of enquiry 2: ...": a phrase may say what is counted.
_COUNTED = (
    r"(?:points?|findings?|recommendations?|issues?|questions?|enquir(?:y|ies)|inquir(?:y|ies)|"
    r"areas?|improvements?|priorit(?:y|ies)|objectives?|goals?|aims?|promises?|pledges?|"
    r"commitments?|challenges?|concerns?|weakness(?:es)?|requirements?|standards?|lessons?|learning|"
    r"judge?ments?|statements?|criteri(?:on|a)|conclusions?|ambitions?|outcomes?|strengths?|"
    r"opportunit(?:y|ies)|gaps?|needs?|messages?|proposals?|duties|duty|expectations?)"
)
_WORD = r"(?!(?:see|in|as|under|from|with|about|after|before|by|at|on)\s)[a-z’'-]{2,20}"
PHRASED = re.compile(
    rf"(?P<section>(?!))?(?P<group>(?=(?:[a-z’'-]+\s){{0,4}}{_COUNTED}\s){_WORD}"
    r"(?:\s[a-z’'-]{2,20}){1,5}?)\s(?:no\.?\s|number\s)?"
    r"(?P<number>\d{1,2}[a-z]?|(?-i:[A-H])|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?P<aside>\s?\([^()]{1,80}\))?(?:\s?(?P<colon>:)|\s[–—-]\s)\s{0,2}(?P<name>\S.*)",
    re.IGNORECASE,
)
PARTED = re.compile(r":|\s[–—-]\s")
AFTERWARDS = re.compile(
    r"(?!(?:the|our|this|each|every|all|\w+ed|members?|report|terms)\b)"
    r"(?P<name>.{3,80}?)[\s–:-]{1,3}"
    r"(?:(?:outcome|theme|thematic|priority) (?:group|area|partnership|board)|"
    r"outcome|theme|work\s?stream|strand|delivery group|section)",
    re.IGNORECASE,
)
OF_A_PLAN = re.compile(
    r".{0,120}?\b(?:action|improvement|delivery|development|implementation|business|service|work)"
    r"\s(?:plan|programme)\b.{0,60}?\s[–—:-]\s(?P<name>[^\d\W].*)",
    re.IGNORECASE,
)
OF_A_YEAR = re.compile(
    r"(?:(?:financial |fiscal )?year |fy ?)?(?P<year>(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d){1,2})?)"
    r"\s?[–—:-]\s(?P<name>[^\d\W].*)",
    re.IGNORECASE,
)
SUCCESS = re.compile(
    r"(?:(?:the |our )?success (?:criteria|measures?|factors?|indicators?)|"
    r"(?:criteria|measures?|signs?|indicators?|evidence) (?:of|for) success|"
    r"(?:intended|expected|desired|planned|anticipated) "
    r"(?:outcomes?|impacts?|results?|benefits?|changes?|difference)|outcomes?"
    r"(?: and success criteria)?|what (?:success|good) (?:will )?looks? like|targets?|"
    r"(?:key )?performance (?:measures|indicators)|kpis|impact measures?|"
    r"what will (?:be|look|have become) (?:different|better)|what will (?:have )?changed?|"
    r"(?:the |what )difference (?:will )?(?:it|this)(?: will| should| is to)? makes?|"
    r"what we (?:want|hope|aim|expect) to (?:see|achieve)|"
    r"we(?: will| shall|’ll|'ll) know (?:that )?(?:it|this|we) .{2,40}? (?:when|if|because)|"
    r"how (?:(?:will|shall|do) we|we(?: will| shall|’ll|'ll)?) (?:know|measure)"
    r"(?: (?:it|this|success|progress|when|if|that|whether|how|we|our|us|has|have|"
    r"are|is|well|got|there|done|made|worked|succeeded|achieved|making|doing|a|an|the|difference)"
    r"\b){0,9})\s?[:?]?",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:(?:priority|theme|section|strategic|outcome|overall|executive|group|work\s?stream|"
    r"recommendation|objective|aim|(?:chief|senior) officer|force|board|director)\s)?"
    r"(?:leads?(?: officers?)?|owner|sponsor|sro|(?:responsible|accountable|nominated|named) "
    r"(?:officers?|persons?|managers?|directors?|leads?|owners?))\s?:\s{0,2}(?P<name>\S.*)",
    re.IGNORECASE,
)
HELPED = re.compile(r"(?:assisted|supported|helped) by\s?:\s{0,2}\S.*", re.IGNORECASE)
# "Accountable group: Water Board"
BODY = re.compile(
    r"(?:(?:accountable|responsible|partnership|lead|delivery|governance|monitoring|oversight|"
    r"reporting)\s(?:group|body|board|committee|partnership)s?|report(?:s|ed|ing) to|"
    # A theme may be called so too, and then no body follows.
    r"(?:governance|oversight)(?=\s?:.{0,80}\b(?:board|group|committee|panel|forum|cabinet)\s*$)|"
    r"(?:monitored|overseen|governed|scrutini[sz]ed|signed[ -]off|assured) by|"
    r"(?:accountable|answerable) to)\s?:\s{0,2}(?P<name>\S.*)",
    re.IGNORECASE,
)
# "Theme group: Quay Board; Lamps Forum"; a theme may be called so too, and then no body follows.
OWN_BODY = re.compile(
    r"(?:outcome|theme|thematic|priority|strand|work\s?stream|working|task|project|programme|"
    r"steering|implementation|strategy|strategic|planning|joint|sub|chief officers?)[\s-]?"
    r"(?:sub-?)?(?:group|board|forum|panel|committee|partnership|network)s?\s?:\s{0,2}(?P<name>\S.*)",
    re.IGNORECASE,
)
NAMED_AS_A_BODY = re.compile(
    r".*\b(?:sub-?)?(?:groups?|boards?|forums?|fora|panels?|committees?|partnerships?|networks?|"
    r"alliances?|consorti(?:um|a)|teams?|trusts?|councils?|cabinet|executive)\W*",
    re.IGNORECASE,
)
LISTED = re.compile(r"[;,/]")
# "3 Theme 1: Clean water": the chapter of the document stands before the label.
CHAPTER = re.compile(
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)]?\s+(?=(?:{_SECTION}|{_GROUP})s?\s\d)", re.IGNORECASE
)
# "Overseen by the Water Board and Friends of the Lock": who they are, and no sentence about them.
BACKED = re.compile(
    r"(?:jointly |also )?(?:(?P<body>(?:overseen|governed|monitored|steered|scrutini[sz]ed|assured)"
    r" by|(?:accountable|answerable|reports|reporting) to)|"
    r"(?P<lead>(?:led|sponsored|championed|co-?ordinated|owned) by)|"
    r"(?:supported|assisted|helped|backed|advised) by|(?:in partnership|working) with)"
    r"\s(?P<name>(?:the\s|our\s)?(?-i:[A-Z])[^.:;!?]{2,200})\.?",
    re.IGNORECASE,
)
A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|should|must|can|could|may|we|it|they|this|"
    r"which|who|that|to)\b"
)
ASIDE = re.compile(
    r"[*\s]{0,4}(?:links?|linked to|context|background|rationale|why this matters|baseline|"
    r"evidence|notes?(?: \d{1,2})?|key|legend|b?rag|colou?rs?|abbreviations?|sources?|n\.?b\.?|"
    r"(?:the )?(?:outcomes?|results?|changes?|difference) (?:that )?(?:we|you|they) \w+|"
    r"key risks?|dependenc\w+|national indicators?|related \w+|where are we now)\b\s?(?::|$)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}(?:[a-z](?=[.):]\s))?)(?:[.):]\s?|\s{1,2}[–-]\s|\s)(?=\S)"
)
# "Indicator 5 and 6", above what it is about
ALONE = re.compile(
    r"[A-Za-z][a-z]{2,20}s?\s(?P<number>\d{1,2}[a-z]?)(?:\s?(?:and|to|&|[–-])\s?\d{1,2})?\s?:?"
)
NUMBER_WORDS = {
    word: str(at)
    for at, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "nor", "of", "on", "or"}
    | {"the", "to", "with", "via", "vs"}
)
LONGEST_LABEL = 40
LONGEST = 600  # characters of a line that may be a heading


class Kind(StrEnum):
    SECTION = "section"
    GROUP = "group"
    SUCCESS = "success"
    LEAD = "lead"
    BODY = "body"  # the group that answers for the part
    ASIDE = "aside"  # said about a part, no part of an action


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line heads. ``whole`` is the line as printed, ``name`` without its ``label``."""

    kind: Kind
    whole: str
    name: str = ""
    number: str = ""
    label: str = ""


def heading_in(line: str) -> Heading | None:
    """What a line or a row of one cell heads by its own words; None where they do not say."""
    if len(line) > LONGEST:
        return None
    if SUCCESS.fullmatch(line):
        return Heading(Kind.SUCCESS, line)
    if lead := LEAD.fullmatch(line):
        return Heading(Kind.LEAD, line, lead["name"])
    if HELPED.fullmatch(line):
        return Heading(Kind.LEAD, line, line)  # who leads is told apart by the label
    if body := BODY.fullmatch(line) or _own_body(line):
        return Heading(Kind.BODY, line, body["name"])
    if ASIDE.match(line):
        return Heading(Kind.ASIDE, line)
    return _backed(line) or _labelled(line)


def _backed(line: str) -> Heading | None:
    """Who stands behind a part, in a line without a colon: "Supported by the Anglers' Forum"."""
    found = BACKED.fullmatch(line)
    if found is None or A_SENTENCE.search(found["name"]):
        return None
    if found["body"]:
        return Heading(Kind.BODY, line, found["name"])
    return Heading(Kind.LEAD, line, found["name"] if found["lead"] else line)


def number_alone(line: str) -> str:
    """The number of a line that says only what it numbers ("Indicator 1"), or ""."""
    found = ALONE.fullmatch(line) if len(line) < LONGEST_LABEL else None
    return found["number"] if found else ""


def section_by_its_end(line: str) -> str | None:
    """The name in "Be Active outcome group"."""
    found = AFTERWARDS.fullmatch(line) if len(line) < 120 else None
    return found["name"].strip() if found else None


def section_of_a_page(line: str) -> str | None:
    """The name in a page heading such as "ACTION PLAN, 2026 – STREETS"."""
    found = OF_A_PLAN.fullmatch(line) if len(line) < 200 else None
    return found["name"].strip() if found else None


def section_of_a_year(line: str) -> tuple[str, str] | None:
    """The year and the name in a page heading such as "2026/27 – STREETS"."""
    found = OF_A_YEAR.fullmatch(line) if len(line) < 120 else None
    return (found["year"], found["name"].strip()) if found else None


def titled(name: str) -> str:
    """A name in title case; words that have capitals of their own keep them."""
    shouted = name.isupper()
    words = name.split()
    return " ".join(
        _titled_word(word, shouted=shouted, first=at == 0) for at, word in enumerate(words)
    )


def _titled_word(word: str, *, shouted: bool, first: bool) -> str:
    if shouted:
        word = word.lower()
    if not first and word.lower() in SMALL:
        return word.lower()
    for at, character in enumerate(word):
        if character.isalpha():
            return word[:at] + character.upper() + word[at + 1 :]
    return word


def _phrased(line: str) -> re.Match[str] | None:
    return PHRASED.fullmatch(line) if line[:1].isupper() and PARTED.search(line) else None


def _own_body(line: str) -> re.Match[str] | None:
    """The line as one that says which bodies a part has, if each of those named is one."""
    found = OWN_BODY.fullmatch(line)
    named = (
        all(map(NAMED_AS_A_BODY.fullmatch, filter(str.strip, LISTED.split(found["name"]))))
        if found
        else False
    )
    return found if named else None


def _labelled(line: str) -> Heading | None:
    bare = CHAPTER.sub("", line, count=1)
    found = UNPARTED.fullmatch(bare) or LABELLED.fullmatch(bare) or _phrased(bare)
    if found is None or not (found["number"] or found["colon"]):
        return None
    kind = Kind.SECTION if found["section"] else Kind.GROUP
    number = (found["number"] or "").replace(" ", "")
    number = NUMBER_WORDS.get(number.lower(), number)
    label = (found["section"] or found["group"]).lower()
    return Heading(kind, line, found["name"].strip(), number, label)
