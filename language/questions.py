"""What people ask: which part of the plan, what of it, and in which time."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.intents import Asked, Query
from domain.names import folded, slug
from language.calendar import Length
from language.dates import Dated
from language.known import KnownPlan
from language.text import Words

ASKS = re.compile(
    r"^\W*(?:hi|hello|hey|morning|good morning|good afternoon|afternoon|quick (?:one|question)|question|please|pls|sorry|ok|okay|so|and|right|dear all|all|team|planbot|also|just wondering|btw)?[ ,:;-]*(?:please |pls |and |so )*"
    r"(?:what|what's|whats|which|who|who's|whos|whose|when|when's|whens|where|where's|wheres|how|how's|hows|why|is|are|was|were|has|have|did|does|do|"
    r"can|could|would|will|should|any|anything|anyone|show|list|tell|give me|remind me (?:what|which|who)|status|history|help|overdue|my actions|mine|update on|progress on|where we are|"
    r"let me know|need to know|i need to know|i'd like to know|run me|send me|pull up|find|look up|display|what about|due|deadlines?|summary|report on|overview|changes|remind us|overall|current|latest|position|state of play)\b"
)
INSIDE = re.compile(r"\b(?:let (?:me|us) know (?:where|what|how|who|which|if|whether)|could (?:somebody|someone|anyone|you) (?:tell|let|show|give|remind)|can (?:somebody|someone|anyone|you) (?:tell|let|show|give|remind)|(?:do we|does anyone) know|wondering (?:who|what|where|how|if|whether)|remind me (?:who|what|which|when)|any idea (?:who|what|when|where|how|if))\b")
WISHES = re.compile(
    r"^\W*(?:hi |hello |sorry |please |pls |and |so )*(?:can|could|would|will) (?:you|u|we|i|somebody|someone) (?:please |pls |just |also |kindly )*"
    r"(?:mark|set|put|move|change|close|update|record|log|push|extend|snooze|remind me (?!what|who|which)|undo|cancel|make|ask me|chase me|amend|note|add|delete|remove|take|switch|turn|flag|have another|have an|have \w+ more|come back|nudge|leave|reassign|pass|hand|drop|stop|call)\b"
)
ASKING_LATER = re.compile(r"[-,;:.] ?(?:please )?(?:which|what|who|when|where|how) (?:is|are|do|does|have|has|actions|many|should|did)\b|\b(?:history|past updates|previous updates|audit trail|timeline)\W*$|^\W*(?:late|overdue|red|amber|at risk) (?:ones|actions|items)\W*$|^\W*(?:rag|everything [a-z]+ [a-z]+ (?:has|owns|leads)|quick summary|short summary|updates|brief|commands|rundown) (?:\S+ ){0,8}\S*\W*$")
WITHIN = re.compile(r"\b(?:what|where|how|who|when|which|whose)(?:'?s|'re)?\b|\b(?:deadlines|overdue|outstanding|status|commands|updates|news|changes|late|due|help|summary|history)\b")
HELP = re.compile(r"^\W*(?:help(?: me)?(?: please| pls)?|\?+|what can (?:you|i|it) (?:do|ask|say|type|use|tell me|help with)(?: (?:here|with))?(?: for (?:me|us))?|how (?:do|does|should) (?:i|you|this|it|we)(?: (?:work|use(?: (?:this|you|it))?|update(?: (?:you|it|an action|something|my actions?))?|do this|talk to you))?|commands|.*\bhow does this work|what do you want from me.*|what (?:do|are) you(?: do| for)?|what are my options|instructions|who are you|how do i .{0,60})[ ?.!]*$")
HISTORY = re.compile(r"\b(?:history|timeline|audit trail|log (?:for|of)|what(?:'s| has|s| have)? (?:been |was )?(?:said|happened|reported|happening)|what happened|previous (?:updates|comments|notes)|past updates|all (?:the )?updates|last (?:said|update|updates|word|reported|comment)|who (?:said|updated|changed|last|moved)|how (?:many times|often) (?:has|have|did)|trail|been said)\b")
CHANGES = re.compile(r"\b(?:what(?:'s| has|s| have|'ve)? (?:been )?(?:changed|moved|new|different|slipped since|updated|shifted|altered)|what changed|changes|any(?:thing)? (?:changed|new|moved|updates since)|what's (?:gone|come) |moved (?:on )?since|who(?:'s| has) updated|since (?:last|the last|yesterday|monday))\b")
DATED = (Asked.DUE, Asked.MINE, Asked.OWNER)
UPDATES = re.compile(r"\bupdates?\b.*\b(?:week|month|since|yesterday|today)\b")
OVERDUE = re.compile(r"\b(?:overdue|late|behind|slipp(?:ing|ed)|missed|past (?:its|their|the|due)|off track|red|outstanding|not (?:been )?done|delayed|over due|should have been (?:done|finished))\b")
DUE = re.compile(r"\b(?:due|coming up|deadlines?|falls? due|(?:to|should|must|needs to) be (?:done|finished|completed|complete)|finish(?:es|ing)?|upcoming|need(?:s)? (?:doing|finishing|to be done)|expected|on the horizon|ends?|land(?:s|ing)?)\b")
LISTING = re.compile(r"\b(?:which|what|list|show|any)\b")
MINE = re.compile(r"\b(?:mine|my (?:actions?|list|plate|tasks?|stuff|items|ones|name|bits|things|deadlines?)|am i (?:responsible|down|on|leading|the lead|supposed|meant|still)|do i (?:own|lead|have|owe|need|still)|have i (?:got|still)|i(?:'ve| have) got|(?:down|waiting) (?:to|for|on) me|my own|i'm (?:responsible|leading|down|on)|i (?:own|lead|owe)|with me|i need to (?:do|update)|i(?:'ve| have) to do|should i be doing)\b")
OWNER = re.compile(r"\b(?:who(?:'s| is|s| are| has| owns| leads?| does| do|'s got|se)\b|whose|owner|in charge|lead officer|responsible|accountable)")
STATUS = re.compile(r"\b(?:status|how(?:'s|s| is| are| we| things| did| far)|where (?:are|is|do|have|we)|where's|wheres|getting on|progress|update|doing|going|looking|news|stand(?:s)?|summary|overview|state of|rag|position|report on|on track)\b")
OF_SOMEBODY = re.compile(
    r"(?:what(?:['’]s| is| has| does|s)?|which|show(?: me)?|list|how many)(?: (?:actions|ones|are|has|have|does|do|are with|all|of|everything))* ?(?P<name>[A-Z][\w'’&/.,-]*(?: (?:(?:of|and|&|for|the|in|to) )?[A-Z(&][\w'’&()/.,-]*){0,7}?)(?:['’]s?)? ?(?:(?:got|own|owns|have|has|having|responsible|leading|lead|leads|working|actions|down|due|overdue|late|list|outstanding|on (?:their|his|her))\b|\?|$)"
)


def is_question(sentence: str, asks: bool) -> bool:
    """Whether a sentence asks something of us, rather than telling or wishing."""
    if WISHES.match(sentence):
        return False
    if INSIDE.search(sentence):
        return True
    if not ASKS.match(sentence):
        return bool(ASKING_LATER.search(sentence)) or (asks and bool(WITHIN.search(sentence)))
    return asks or not _tells(sentence)


TELLS = re.compile(r"^\W*(?:will|is|are|was|were|has|have|do|does|did|can|could|should|would|any|due|status|progress|changes|all|update on|so|right|overdue|mine|when(?! (?:is|are|was|do|does|will))|why|find)\b")
INVERTED = re.compile(r"^\W*(?:is|are|was|were|has|have|did|does|do) (?:anything|something|nothing|there|it|this|that|they|we|i|you|any|anyone|anybody|the|action|my|our|everyone|everything|\S*\d\S*) ")
PLAIN = re.compile(r"^\W*(?:overall|current|latest|position|state of play|status|history|overdue|mine|my actions|changes|any|anything|due|deadlines|update on|progress on|summary|overview|show|list)\b")


def _tells(sentence: str) -> bool:
    """Without a question mark: "status staying safe" asks, "will be done" and "status: green" tell."""
    if re.match(r"^\W*(?:all )?(?:mine|my actions|my ones) (?:is|are|all|both)\b", sentence):
        return True
    if re.match(r"^\W*(?:status|update|progress)(?: on)?\W*(?:is|:|-|=|now)", sentence):
        return True
    if INVERTED.match(sentence):
        return False
    return bool(TELLS.match(sentence)) and not PLAIN.match(sentence)


def query_of(
    words: Words, typed: Words, span: tuple[int, int], refs: Sequence[str], dates: Sequence[Dated], plan: KnownPlan, today: date
) -> list[Query]:
    """What one sentence asks; [] where that cannot be told."""
    first, beyond = span
    low = words.low[words.tokens[first].start : words.tokens[beyond - 1].end]
    raw = typed.quote(first, beyond)
    if HELP.match(low) and not refs:
        return [Query(what=Asked.HELP)]
    if refs:
        what = Asked.HISTORY if HISTORY.search(low) else Asked.ACTION
        return [Query(what=what, ref=ref) for ref in refs]
    base = _asked(low, raw, plan)
    if base is None:
        return []
    start, end = _period(words, dates) if base.what in DATED else (None, None)
    if base.what is Asked.CHANGES:
        start, end = _since(words, dates, today), None
    return [base.model_copy(update={"start": start, "end": end, **_part(low, plan)})]


def _asked(low: str, raw: str, plan: KnownPlan) -> Query | None:
    somebody = _somebody(raw, plan)
    if HISTORY.search(low) or CHANGES.search(low) or UPDATES.search(low):
        return Query(what=Asked.CHANGES)
    if somebody:
        return Query(what=Asked.OWNER, owner=somebody)
    if OVERDUE.search(low):
        return Query(what=Asked.OVERDUE)
    if DUE.search(low):
        return Query(what=Asked.DUE)
    if MINE.search(low):
        return Query(what=Asked.MINE)
    if LISTING.search(low) and DUE.search(low):
        return Query(what=Asked.DUE)
    if STATUS.search(low) or _part(low, plan):
        return Query(what=Asked.STATUS)
    return None


def _somebody(raw: str, plan: KnownPlan) -> str | None:
    known = _known_name(raw, plan)
    if known and OWNS.search(raw.lower()):
        return known
    match = OF_SOMEBODY.search(raw)
    name = re.sub(r"['’]s?$", "", match["name"].strip(" ,.?")) if match else ""
    if not name or slug(name) in plan.sections or folded(name) in ("i", "we", "you"):
        return None
    return plan.names.get(folded(name)) or (name if len(name.split()) > 1 and not _part(name.lower(), plan) else None)


OWNS = re.compile(r"\b(?:own|owns|leads?|have|has|got|responsible|actions?|doing|working on|plate|list|due|late|overdue|outstanding|down for|up to|['’]s)\b")


def _known_name(raw: str, plan: KnownPlan) -> str | None:
    """The longest name of the plan that the question has in it."""
    text = folded(raw)
    found = [key for key in plan.names if len(key) >= 5 and key in text]
    return plan.names[max(found, key=len)] if found else None


def _part(low: str, plan: KnownPlan) -> dict[str, object]:
    """The section or group that the words name."""
    text = f"-{slug(low)}-"
    named = [each for each in plan.sections if f"-{each}-" in text]
    if named:
        return {"section": max(named, key=len)}
    section = _inside(text, plan) or _beginning(text, plan) or _short(text, plan)
    if section:
        return {"section": section}
    coded = CODE.search(low)
    if coded and folded(coded["code"]) in plan.parts:
        return {"group": coded["code"].upper()}
    groups = [name for key, name in plan.groups.items() if len(key) > 8 and f"-{key}-" in text]
    return {"group": groups[0]} if len(groups) == 1 else {}


def _beginning(text: str, plan: KnownPlan) -> str | None:
    """A section by an unambiguous beginning of its name, of at least five letters."""
    words = [word for word in text.split("-") if word]
    found = {
        key
        for key in plan.sections
        for at in range(len(words))
        if _begins(key, words[at:])
    }
    return found.pop() if len(found) == 1 else None


TOO_COMMON = frozenset(["with", "well", "this", "that", "from", "plan", "status", "what", "doing", "going"])
CODE = re.compile(r"\b(?:group|issue|priority|theme|recommendation|with|is|on|in|for|status(?: of)?|under|about) (?:group |issue |priority |theme |recommendation )?(?P<code>[a-z]{0,5}\d{1,3})\b(?![.\d/])")


def _short(text: str, plan: KnownPlan) -> str | None:
    """In a short question: a section by a word, or its beginning, that no other has."""
    words = [word for word in text.split("-") if len(word) >= 4 and word not in TOO_COMMON]
    if len(text.split("-")) > 8:
        return None
    found = {
        key for key in plan.sections for part in key.split("-") for word in words if part.startswith(word)
    }
    return found.pop() if len(found) == 1 else None


def _inside(text: str, plan: KnownPlan) -> str | None:
    """A section by two words in a row from within its name."""
    found = set()
    for key in plan.sections:
        words = key.split("-")
        pairs = (f"-{first}-{second}-" for first, second in zip(words, words[1:], strict=False) if len(first + second) >= 8)
        if any(pair in text for pair in pairs):
            found.add(key)
    return found.pop() if len(found) == 1 else None


def _begins(key: str, words: list[str]) -> bool:
    parts = key.split("-")
    if words[0] != parts[0] and not (len(words[0]) >= 5 and parts[0].startswith(words[0])):
        return False
    same = 0
    for said, part in zip(words, parts, strict=False):
        if not part.startswith(said):
            break
        same += 1
    return sum(map(len, words[:same])) >= 5 and (same > 1 or len(words[0]) >= 5)


def _since(words: Words, dates: Sequence[Dated], today: date) -> date | None:
    """"Since Friday" is last Friday; "since last week" its Monday."""
    for dated in dates:
        first = dated.said.first
        if first and first > today and dated.said.rule == "date.weekday":
            first -= timedelta(weeks=1 if (first - today).days <= 7 else 2)
        if first and first > today and dated.said.yearless:
            first = Length(-1, "year").after(first)
        if first and first <= today:
            return first
        if dated.said.length:
            return dated.said.length.before(today)
    return None


def _period(words: Words, dates: Sequence[Dated]) -> tuple[date | None, date | None]:
    if len(dates) == 2 and all(each.said.first for each in dates):
        return dates[0].said.first, dates[1].said.last
    for dated in dates:
        said = dated.said
        before = words.norm(dated.first - 1)
        if said.first is None:
            continue
        if said.rule in ("date.ahead",):
            return None, said.last
        if before in ("by", "before", "until", "till", "til") or said.rule == "date.part":
            return None, said.last
        if before in ("after", "since", "from"):
            return said.first, None
        return said.first, said.last
    return None, None
