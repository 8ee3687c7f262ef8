"""Being away: from when, until when, and who answers meanwhile."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.intents import Away
from language.clauses.splitting import Clause
from language.dates.finding import Dated, read_date
from language.lexicon.patterns import Wording, pattern, patterns, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.orders.handing import NOT_NAMES, name_in

AWAY = pattern("leave.away")
BACK = pattern("leave.back")
ASK_AGAIN = pattern("wishes.snooze")
COVER = patterns("leave.cover")
OWN = re.compile(r"\b(?:i|i'm|i'll|im|me|my|i've)\b")
OPENS = re.compile(  # nobody else is named before
    r"\W*(?:(?:hi|hello|all|team|morning|afternoon|fyi|sorry|just|am|will|be|going|currently|now|thanks"
    r"|note|please|both|everyone|out|of|from|also|and|on|going|off|reply|automatic"
    r"|autoreply)\W+)*"
)
FOR_ME = Wording.of(  # nothing else is said, above all of no action
    r"\W*(?:please\W+)?(?:[a-z'’-]+ ){1,4}?(?:is |will |will be |can )?"
    r"(?:answers?|answering|covers?|covering|stands? in|standing in|deputises?|deputising) for me"
    r"(?: (?:from|until|till|til|to|between|on|this|next|for) [^.;]*)\W*"
)
BACK_ALONE = Wording.of(  # "back on Monday", and no more
    r"\W*(?:(?:hi|sorry|hello)\W+)?(?:i'?m |i am |i'?ll be |will be |i return )?(?:back|returning)"
    r"(?: in(?: the office)?| at work| to work| at my desk)?(?: on)?(?: the)?"
    r" (?:tomorrow|(?:next )?(?:mon|tue|wed|thu|fri)[a-z]*|\d{1,2}(?:st|nd|rd|th)?(?: of)?"
    r"(?: [a-z]{3,9})?)\W*"
)
OF_LEAVE = sign_of_any(AWAY, FOR_ME, BACK_ALONE)
JOINT = re.compile(r"[.,;:!?()\n]|\b(?:and|but|as|because|since|while|so|though|then)\b")
UNTIL = word_set("shared.until") | {"to"}
IN_SO_MANY_WORDS = re.compile(
    r"\b(?:leave|a/l|al|ooo|out of (?:the )?office|holidays?|hols?|off|away|secondment|jury"
    r"|hospital)\b"
)
ARTICLE = re.compile(r"\A(?:the|our|my) (?=\S)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?] |\n")
ONLY_STATUS = re.compile(
    r"\W*(?:\S{0,8}\d\S{0,8} )?(?:is |it'?s |all |still )*(?:amber|green|red|done|complete"
    r"|completed|finished|on track|delayed|late|at risk|in progress|ongoing|started|not started"
    r"|no change)(?:\W+(?:and|but))?\W+"
)
DENIED = re.compile(
    r"(?:\bnot|n't|\bno longer|\bnever)(?: (?:going|now|actually|be|to be|to))*\s*\Z"
)
OVER = frozenset(["over", "around", "for", "at", "during", "through"])
BEEN = re.compile(  # leave that is over, before the word for it
    r"(?:\b(?:was|were|wasn't|had been|having been|having just been|returned|returning|back|return"
    r"|am back|came back|over from)|(?:'d|i'd|we'd) (?:just )?been"
    r"|(?P<still>(?:'ve|have|has)(?: both| all| just| only)? been))"
    r"(?: (?:only|just|away|both|all|unexpectedly|out|mostly|largely|also|either|from|to work|after"
    r"|following|my|our|some|a|the|two|three|week's|weeks'|period|of|extended|long))*\Z"
)
BEFORE_OFF = word_set("leave.before_off") | {""}
BACK_THEN = re.compile(
    r"\b(?:(?:will|'ll|shall) (?:be back|return)|not back|(?:back|returning|return)"
    r"(?: to work| at work| in the office| in)? (?:on|until|in|next|from|w/c|monday|tuesday"
    r"|wednesday|thursday|friday|\d))"
)
OFF = frozenset(["leave", "off", "away", "office", "ooo", "a/l", "al", "holiday", "hols", "out"])
OF_THE_WORK = re.compile(
    r"\b(?:it|this|that|these|both|they|will (?:catch|finish|complete|do|close|send|have|get)"
    r"|(?:done|finished|complete|completed|ready|now|delayed|slip|slipped|moved))\b"
)
TAKEN = frozenset(
    ["on", "in", "taking", "take", "having", "booked", "strike", "training", "course"]
)
FROM = frozenset(["from", "starting", "commencing", "since"])
BEGINS = pattern("leave.begins")  # before the only day of a leave: it begins then
BEGINNING = FROM | {"on"}
ENDS = (". ", "! ", "? ", "\n", "; ")
NEAR = 60  # letters
SHORTEST_MONTH = 27  # days after its first


def is_away(low: str, signs: Signs = ALL) -> bool:
    """Whether the sender speaks of being away."""
    if not signs & OF_LEAVE:
        return False
    if FOR_ME.fullmatch(low, signs) or BACK_ALONE.fullmatch(low, signs):
        return True
    found = (each for each in AWAY.all_in(low, signs) if not _ends_something(low, each))
    own = (each for each in found if not _is_past(low, each) and not _is_denied(low, each))
    return any(_is_own(low, each) or _opens(low, each) for each in own)


def is_plainly_leave(low: str) -> bool:
    """Whether it says that it is the sender, or leave; as "not in tomorrow" does not."""
    return OWN.search(low) is not None or IN_SO_MANY_WORDS.search(low) is not None


def _opens(low: str, away: re.Match[str]) -> bool:
    """Nobody is named before in the message or its sentence; or but a status: "amber, on leave"."""
    before = f"{low[: away.start()]} " if away.start() else ""
    if OPENS.fullmatch(before) or ONLY_STATUS.fullmatch(before):
        return True
    starts = [each.end() for each in SENTENCE_END.finditer(before)]
    return bool(starts) and OPENS.fullmatch(before[starts[-1] :]) is not None


def _is_denied(low: str, away: re.Match[str]) -> bool:
    """Read "I'm not on leave next week after all" as no absence."""
    return DENIED.search(low[max(away.start() - NEAR, 0) : away.start()]) is not None


def _ends_something(low: str, away: re.Match[str]) -> bool:
    """Read "signed off next week" and "kick off on Monday" as done to something."""
    if not away.group().lstrip().startswith("off"):
        return False
    before = low[: away.start()].split()
    if before and before[-1][-1] in ".!?":
        return False
    return bool(before) and before[-1].strip(",.;:(") not in BEFORE_OFF


def _is_past(low: str, away: re.Match[str]) -> bool:
    """Read "I was on leave last week" and "back from leave" as no absence to come.

    But "I have been off since Monday and will be back on the 23rd" is one.
    """
    past = BEEN.search(low[max(away.start() - NEAR, 0) : away.start()].rstrip())
    return past is not None and not (past["still"] and BACK_THEN.search(low, away.end()))


def _is_own(low: str, away: re.Match[str]) -> bool:
    """Read "I'm on leave", but not "the lead officer is on leave, I'd say amber"."""
    start = max((each.end() for each in JOINT.finditer(low, 0, away.start())), default=0)
    return bool(OWN.search(low, start, away.end()))


def leave_on(words: Words, days: Sequence[Dated], today: date) -> Away | None:
    """ "On leave until 3 March, Sam Hall is covering"; None where it has no end."""
    if len(days) == 2 and days[0].said.length and words.norm(days[1].first - 1) in BEGINNING:
        days = days[::-1]  # "two weeks off from Monday"
    start = _start(words, days, today)
    until = _until(words, days[-1], today)
    if start and len(days) > 1 and days[-1].said.length:
        until = _last_working(days[-1].said.length.after(start))
    if _is_endless(words, days):
        return None
    return Away(until=until, start=start, cover=_cover(words, days))


def of_the_leave(words: Words, days: Sequence[Dated]) -> Sequence[Dated]:
    """Those from the sentence on that speaks of leave: not "live on the 9th. I'm on leave ..."."""
    found = AWAY.search(words.low, words.signs)
    opens = max((words.low.rfind(end, 0, found.start()) for end in ENDS), default=0) if found else 0
    own = [each for each in days if words.tokens[each.first].start >= opens] or days
    if found:
        own = [e for e in own if not _is_to_ask(words, e, found.start())] or own
    others = (at for at in range(1, len(own)) if _is_of_no_leave(words, own[at - 1], own[at]))
    return own[: next(others, None)]


def _is_to_ask(words: Words, day: Dated, leave: int) -> bool:
    """Read "ask me on the 8th, I'm on leave until the 5th" as away until the 5th."""
    start = words.tokens[day.first].start
    return start < leave and ASK_AGAIN.search(words.low[:start], words.signs) is not None


def _is_of_no_leave(words: Words, last: Dated, then: Dated) -> bool:
    """Read "on leave for two weeks so it'll be December" as away for those weeks.

    And "off until Friday, nudge me on Monday" as away until Friday.
    """
    between = words.span(last.beyond, then.first)
    asked = ASK_AGAIN.search(between, words.signs) is not None
    return asked or OF_THE_WORK.search(between) is not None


def of_leave(words: Words, clause: Clause) -> bool:
    """Whether a clause speaks of the sender's leave."""
    return is_away(words.span(clause.first, clause.beyond), words.signs)


def _until(words: Words, last: Dated, today: date) -> date:
    """The last day away: that before "back on", the whole of a period."""
    length = last.said.length
    until = length.after(today) if length else (last.said.last or today)
    if _from_then(words, last):
        return _last_working(until)
    before = words.low[: words.tokens[last.first].start].rstrip()
    return until - timedelta(days=1) if BACK.search(before + " ") else until


def _from_then(words: Words, only: Dated) -> str:
    """The beginning of "for two weeks from Monday", which as one day would be its end."""
    _, joint, then = words.span(only.first, only.beyond).partition(" from ")
    return then if joint and words.norm(only.first - 1) == "for" else ""


def _last_working(back: date) -> date:
    """The Friday, or the day, before somebody is back."""
    day = back - timedelta(days=1)
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _start(words: Words, days: Sequence[Dated], today: date) -> date | None:
    first = days[0]
    opened = words.norm(first.first - 1)
    if opened == "since":
        return None  # away already
    if len(days) > 1:
        return first.said.first
    if (then := _from_then(words, first)) and (said := read_date(then, today)):
        return said.first
    period = first.said.first != first.said.last
    if words.norm(first.first - 1) in OFF:
        return first.said.first
    return first.said.first if opened in TAKEN or (period and opened not in UNTIL) else None


def _is_over(words: Words, day: Dated) -> bool:
    return words.norm(day.first - 1) in OVER and day.said.first == day.said.last


def _is_endless(words: Words, days: Sequence[Dated]) -> bool:
    """Read "maternity leave starts on Monday" as a beginning: when it ends is not told."""
    said, at = days[0].said, days[0].first
    opened = words.norm(at - 1)
    if len(days) > 1 or said.length:
        return len(days) > 1 and _is_over(words, days[0])
    if said.first != said.last:
        month = said.first and said.last and (said.last - said.first).days >= SHORTEST_MONTH
        return bool(month) and opened in FROM and BACK.search(words.low + " ") is None
    if _is_over(words, days[0]) and not _from_then(words, days[0]):
        return True  # "over Christmas": neither from when nor until when
    if opened in UNTIL:
        return False
    end = words.tokens[at].start
    before = words.low[max(end - NEAR, 0) : end]
    begins = opened in FROM or words.norm(at) in FROM or BEGINS.search(before) is not None
    return begins and BACK.search(before.rstrip() + " ") is None


def _cover(words: Words, days: Sequence[Dated]) -> str | None:
    """Who answers meanwhile; read "until 14 April and Jo Fenn is" as Jo Fenn, and not April."""
    raw = words.raw
    for each in days:
        first, last = words.tokens[each.first], words.tokens[each.beyond - 1]
        if each.beyond > each.first + 1:
            raw = f"{raw[: first.start]}{'.' * (last.end - first.start)}{raw[last.end :]}"
    for rule in COVER:
        match = rule.search(raw)
        if match and match["to"].lower() not in NOT_NAMES:
            return ARTICLE.sub("", name_in(match))
    return None
