"""What people ask the bot to do besides recording: leave it, hand it over, go away, take back."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.intents import Away, Choose, Disown, Intent, Reassign, Snooze, Undo
from language.clauses import Clause
from language.dates import Dated
from language.known import KnownPlan
from language.patterns import pattern
from language.text import Words
from language.words import word_set

UNDO = pattern("requests.undo")
UNDO_EVENTS = re.compile(r"^undo((?: #\d{1,12}){1,50})$")
CHOOSE = re.compile(
    r"^(?:choose (?P<option>\d{1,3}) of|(?P<none>none) of) #(?P<question>\d{1,12})$"
)
YES = pattern("requests.yes")
NO = pattern("requests.no")
NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "one": 1,
    "two": 2,
    "three": 3,
}
PICK = re.compile(
    r"^(?:the |number |option |no\.? |#)?(?P<n>\d|first|second|third|fourth|fifth|1st|2nd|3rd)(?: one| option)?(?: please| thanks)?[ .!]*$"
)
SNOOZE = pattern("requests.snooze")
NAME = r"(?P<to>[A-Z][\w'’-]*\.?(?:(?<!\w{3}\.)[ ](?:(?:of|and|&|for|the|in|to)[ ])?[A-Z(&][\w'’()/-]*){0,6})"
REF = r"(?:\S{1,12}|this(?: one)?|that(?: one)?|it|action \S{1,12}|these)"
REASSIGN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Bb]elongs? to|[Bb]elong with) {NAME}",
        rf"(?:[Rr]eassign|[Rr]e-assign|[Pp]ass|[Tt]ransfer|[Gg]ive|[Hh]and|[Aa]llocate|[Mm]ove|[Aa]ssign|[Rr]oute|[Ss]end)(?:ed|red|d)? (?:\S+ ){{0,4}}?(?:over |across |on )?to {NAME}",
        rf"(?:[Rr]eassigned|[Pp]assed|[Tt]ransferred|[Gg]iven|[Hh]anded|[Aa]llocated|[Aa]ssigned)(?: over| across| on)? to {NAME}",
        rf"\b(?:is|are|'s|should be|will be|it's) (?:now )?{NAME}['’]s?(?: now| from now on| action| these days| job| responsibility)?(?:[.,! ]|$)",
        rf"{NAME} (?:has|have|is|will be|'s)? ?(?:now )?(?:taken (?:\S+ ){{0,3}}?over|taking (?:\S+ ){{0,3}}?(?:on|over)|picking (?:\S+ ){{0,3}}?up|picked (?:\S+ ){{0,3}}?up|taken (?:\S+ ){{0,3}}?on)",
        rf"{NAME} (?:now )?(?:leads|owns|takes over|takes on|picks up|looks after) ",
        rf"{NAME} is (?:now )?(?:the )?(?:lead|owner|leading|responsible|in charge|the one)\b",
        rf"(?:[Nn]ow (?:sits |lies |rests )?with|[Ss]its with|[Ll]ies with|[Ii]s with|[Ss]hould be with|[Ss]hould go to|[Gg]oes to|[Bb]est with|[Oo]ne for|[Aa]sk|[Tt]ry|[Ss]peak to|[Cc]hange (?:the )?(?:owner|lead)(?: of \S+)? to|(?:[Nn]ew )?(?:owner|lead) is(?: now)?) {NAME}",
    )
)
LOOSE = REASSIGN[-1]  # "ask Jo", "with HR" name somebody without handing anything over
DISOWN = pattern("requests.disown")
AWAY = pattern("requests.away")
SENDER = pattern("requests.sender")
BACK = pattern("requests.back")
COVER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{NAME} (?:is |will be |'s |’s |will |'ll |’ll |has agreed to |is going to )?(?:be )?(?:covering|covers|cover|standing in|stand in|looking after|look after|deputising|deputise|minding|holding the fort|answering|picking|acting up|in charge|step(?:ping)? in)",
        rf"(?:[Cc]over(?:ed|ing)?(?: is| will be|:)?(?: by| from)?|[Cc]ontact|[Aa]sk|[Ss]peak to|[Tt]ry|[Gg]o to|[Qq]uestions to|[Dd]elegat(?:e|ed|ing)(?: \S+)? to|[Ss]peak with|[Ss]ee) {NAME}",
        rf"{NAME} (?:in my absence|instead|while i['’]?m|meanwhile|in the meantime|has my)",
    )
)
BODIES = word_set("requests.bodies")
NOT_NAMES = word_set("requests.not_names")


def command(low: str) -> Intent | None:
    """A whole message that answers a question or takes something back."""
    text = low.strip()
    events = UNDO_EVENTS.match(text)
    if events:
        return Undo(events=tuple(int(each) for each in re.findall(r"\d+", events.group(1))))
    if UNDO.match(text):
        return Undo()
    choice = CHOOSE.match(text)
    if choice:
        return Choose(
            question=int(choice["question"]),
            option=int(choice["option"]) if choice["option"] else None,
        )
    return None


def answer(low: str, about: Sequence[str], plan: KnownPlan) -> Choose | None:
    """A bare "yes", "no", "2" or "the second", where no reminder is replied to."""
    text = low.strip()
    if about:
        return None
    if YES.match(text):
        return Choose(option=1)
    if NO.match(text):
        return Choose()
    picked = PICK.match(text)
    if not picked or picked["n"] in plan.refs:
        return None
    said = picked["n"]
    return Choose(option=int(said) if said.isdigit() else NTH[said])


def snoozes(low: str, refs: Sequence[str], dates: Sequence[Dated], today: date) -> list[Snooze]:
    """ "Ask me again on Friday"."""
    match = SNOOZE.search(low)
    if not match or not refs:
        return []
    until = next((_first_day(each, today) for each in dates if _first_day(each, today)), None)
    if match.group() == "not now" and until is None and len(low.split()) > 4:
        return []
    return [Snooze(ref=ref, until=until) for ref in refs]


def _first_day(dated: Dated, today: date) -> date | None:
    length = dated.said.length
    if length:
        return length.after(today)
    return dated.said.first


def reassignment(raw: str, refs: Sequence[str], plan: KnownPlan) -> list[Reassign]:
    """ "7.3 is Fiona Grey's now"."""
    for pattern in REASSIGN:
        for match in pattern.finditer(raw):
            name = match["to"].strip(" .,'’")
            name = re.sub(r"['’]s$", "", name)
            if _is_person(name, plan, strict=pattern is LOOSE) and refs:
                return [Reassign(ref=ref, to=name) for ref in refs]
    return []


def disowned(low: str, refs: Sequence[str]) -> list[Disown]:
    """ "Not mine"."""
    return [Disown(ref=ref) for ref in refs] if DISOWN.search(low) else []


def absence(words: Words, dates: Sequence[Dated], today: date) -> tuple[Away | None, bool]:
    """ "On leave until 3 March, Sam Hall is covering"; and whether leave was spoken of at all."""
    match = AWAY.search(words.low)
    if not match or not SENDER.search(words.low):
        return None, False
    days = [each for each in dates if each.said.first or each.said.length]
    if not days:
        return None, True
    start, until = _absent(words, days, today)
    return Away(until=until, start=start, cover=_cover(words)), True


def leave_in_clause(words: Words, clause: Clause) -> bool:
    """Whether a clause speaks of the sender's leave."""
    low = words.low[words.tokens[clause.first].start : words.tokens[clause.beyond - 1].end]
    return bool(AWAY.search(low)) and bool(SENDER.search(low))


def _absent(words: Words, days: Sequence[Dated], today: date) -> tuple[date | None, date]:
    last = days[-1]
    until = last.said.length.after(today) if last.said.length else last.said.last
    assert until is not None
    before = words.low[: words.tokens[last.first].start].rstrip()
    if BACK.search(before + " "):
        until -= timedelta(days=1)
    starts = _starts(words, days)
    if starts and len(days) == 1:
        return starts, until
    start = starts if starts and starts < until else None
    return start, until


def _starts(words: Words, days: Sequence[Dated]) -> date | None:
    first = days[0]
    if len(days) > 1:
        return first.said.first
    opened = words.norm(first.first - 1)
    span = first.said.first != first.said.last
    if first.said.first and (
        (span and opened not in ("until", "till", "til", "to")) or opened == "on"
    ):
        return first.said.first
    return None


def _cover(words: Words) -> str | None:
    for pattern in COVER:
        match = pattern.search(words.raw)
        if match and match["to"].lower() not in NOT_NAMES:
            return re.sub(r"['’]s$", "", match["to"].strip(" .,"))
    return None


def _is_person(name: str, plan: KnownPlan, strict: bool) -> bool:
    """A name that the plan knows, or at least one that looks like a person's or a post's."""
    from domain.names import folded

    if folded(name) in plan.names:
        return True
    if (strict and len(name.split()) < 2) or name.lower() in NOT_NAMES or folded(name) in plan.refs:
        return False
    parts = name.split()
    return len(parts) >= 2 or (not name.isupper() and len(name) > 2)
