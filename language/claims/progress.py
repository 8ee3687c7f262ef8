"""How far along the work is said to be."""

import re
from collections.abc import Mapping, Set

from domain.work import Status
from language.claims.borne_out import borne_out_by
from language.claims.described import FOLLOWS
from language.claims.directly import LIGHT
from language.claims.figures_told import put_right, was_reported
from language.claims.headed import headed_figure
from language.claims.passage import Passage
from language.claims.shares import DONE, PERCENT, SHARE, SPELT, TENS, number_of
from language.clauses.splitting import Clause
from language.lexicon.text import tokens_of

SHARED = (
    "%",
    "cent",
    "pc",
    "half",
    "third",
    "quarter",
    "/3",
    "/4",
)  # one stands in every share that is said
MEASURED = re.compile(
    r"\b(?:over|above|below|under|beats?|exceed(?:s|ed|ing)?|past|ahead of|short of|shy of|off)"
    r" (?:the |our |its |that )?(?:\d\S* )?"
    r"(?:target|goal|ambition|threshold|benchmark|trajectory|where we)"
    r"|\b(?:we(?:'ve|ve| have)?|have|has|didn'?t|not)(?: now| just| already| easily| quite)?"
    r" (?:hit|met|meet|ma[dk]e|beaten|missed|exceeded|reach(?:ed)?|achieved) (?:it|th(?:at|is|e))"
    r"\b"
    r"|\btarget(?:'s| is| was|:|) (?:now )?\d"
    r"|\btargets? (?:hit|met|reached|beaten|exceeded|missed)\b|\bgot there\b|\bus (?:there|over)\b"
    r"|\b(?:way|well|bit|little|far|just|still) (?:short|off|below|under|above|over)\b"
)
ONTO = re.compile(r"\d{1,3} ?% ?(?:->|=>|→|>) ?(?P<n>\d{1,3}) ?%")
UP_TO = re.compile(r"(?<![\d.])\d{1,3} ?%?(?:-| to | or )\Z")
UP_TO_ANOTHER = re.compile(r"\d{1,3} ?% ?(?:-|to|or) ?\d{1,3} ?%")
AGAINST = re.compile(
    r"\b(?:against|v|vs|versus|(?<!on )targets?|baseline|compared|ceiling|up from|down from"
    r"|on last year|was)\b"
)
REPORTED = re.compile(
    r"\b(?:was|were) (?:now |about |around |at |some |over |nearly )*(?P<n>[1-9]\d?) ?% ?"
    rf"{DONE}\b(?! (?:last|then|before|previously))"
)
LATER = re.compile(r"\b(?:will|by|until|to be|should|aim)\b")
PUT = re.compile(r"\b(?:at|put|now) (?:\S+ ){0,2}$")
SAYING = re.compile(
    r"(?:^| )(?:i (?:would |'?d )?(?:say|guess|think|reckon)|i'?d (?:say|guess|think)|or so"
    r"|ish|roughly|give or take|so far|now|at present)[ .,!]*$"
)
WHOLE = 100
NEAR = 12  # letters in which another figure stands before
UNDER_WAY = frozenset([Status.IN_PROGRESS, Status.ON_TRACK])
OF = frozenset(["on", "for", "of", "action", "each", "both", "apiece"])
NUMBER_WORDS = frozenset([*TENS, "five", "percent", "per", "cent", "pct", "pc"])


def says_of_what(low: str) -> bool:
    """Whether a share is said to be done, and so of the work."""
    return any(each["after"] for each in PERCENT.finditer(low))


def tells_shares(low: str) -> bool:
    """Whether a share of anything is said, which is cheap to tell."""
    return any(map(low.__contains__, SHARED))


def percent_in(
    passage: Passage, of_a_share: bool, whole: Set[str] = frozenset()
) -> tuple[int, str] | None:
    """How much is done, in per cent, and a doubt; None where no share of the work is said.

    Asked of what ``tells_shares``.

    ``of_a_share``: the action itself is to reach so many per cent, so that a bare figure may be
    that one. ``whole`` are the numbers that it is to reach.
    """
    figure = put_right(passage.said)
    if figure is not None:
        asked = of_a_share or _is_asked(passage, passage.clauses[-1])
        return figure, "percent.alone" if asked else ""
    borne_out = borne_out_by(passage.said, whole)
    for clause in passage.clauses:
        low = passage.low(clause)
        if (figure := _headed(passage, clause, low, of_a_share)) is not None:
            return figure, "percent.alone" if _is_asked(passage, clause) else ""
        agreed = _agreed(low, borne_out)
        if agreed is not None:
            return (agreed[0], "percent.alone") if _is_asked(passage, clause) else agreed
        if clause.why or AGAINST.search(low) or was_reported(low):
            if reported := _reported(passage, clause, low):
                return reported
            continue
        match = PERCENT.search(low) or SHARE.search(low) or SPELT.search(low)
        if match and not match["after"] and _is_measure(passage, clause, of_a_share):
            continue
        if match and _is_progress(passage, clause, match):
            doubt = _doubt(passage, clause, match, of_a_share)
            return _moved(passage, clause, match) or (number_of(match["n"]), doubt)
    return None


def _headed(passage: Passage, clause: Clause, low: str, of_a_share: bool) -> int | None:
    """Read "progress: 60%" and "40% to 60%" as of the action, where nothing else is named."""
    found = headed_figure(low, of_a_share)
    if found is None or LATER.search(low):
        return None
    rest = low[found.end :]
    if AGAINST.search(rest) or PERCENT.search(rest) or _of_something(rest.strip()):
        return None
    start = passage.words.tokens[clause.first].start + found.start
    return found.figure if found.figure <= WHOLE and _bare(passage, clause, start) else None


def _reported(passage: Passage, clause: Clause, low: str) -> tuple[int, str] | None:
    """Read "was 75% complete" in minutes as how it stood then: no other day or figure is told."""
    match = REPORTED.search(low)
    if match is None or was_reported(low) or passage.dates_of(clause):
        return None
    if len(PERCENT.findall(passage.said)) > 1:
        return None
    return int(match["n"]), "percent.reported"


def _moved(passage: Passage, clause: Clause, match: re.Match[str]) -> tuple[int, str] | None:
    """Read "50% -> 75%" as the later figure, and "10-15%" as one that is to be confirmed."""
    low, at = passage.words.low, passage.words.tokens[clause.first].start + match.start()
    if onto := ONTO.match(low, at):
        return int(onto["n"]), ""
    between = UP_TO.search(low[max(at - NEAR, 0) : at]) or UP_TO_ANOTHER.match(low, at)
    return (number_of(match["n"]), "percent.range") if between else None


def _is_measure(passage: Passage, clause: Clause, of_a_share: bool) -> bool:
    """Read "amber (89%)" and "63% so over target" as the figure that is aimed at."""
    if of_a_share and passage.claims_once:
        return True
    return any(MEASURED.search(passage.low(each)) for each in passage.clauses_from(clause, 2))


def _agreed(low: str, borne_out: Mapping[int, str]) -> tuple[int, str] | None:
    """Read "7 of 10 run (70%)" and "45% done so put 45": a figure that another bears out."""
    match = PERCENT.search(low) if borne_out else None
    doubt = borne_out.get(int(match["n"])) if match else None
    return (int(match["n"]), doubt) if match and doubt is not None else None


def _doubt(passage: Passage, clause: Clause, match: re.Match[str], of_a_share: bool) -> str:
    whole = not of_a_share and _whole_answer(passage, clause)
    alone = not (match["after"] or passage.names(clause) or whole)
    asked = _is_asked(passage, clause)
    return "percent.alone" if alone or asked or number_of(match["n"]) >= WHOLE else ""


def _is_asked(passage: Passage, clause: Clause) -> bool:
    """Read "call it 60%?" as offered, and not yet told."""
    return clause.asks or passage.words.norm(clause.beyond) == "?"


def _whole_answer(passage: Passage, clause: Clause) -> bool:
    """Read "50%" and "nearly there, 95%" under a reminder as an answer: no more is said."""
    norms = passage.norms(clause)
    bare = all(each in NUMBER_WORDS or not each.isalpha() for each in norms)
    return bare and _no_more(passage, clause)


def _no_more(passage: Passage, clause: Clause) -> bool:
    """Before the clause, in its sentence, nothing is told but a status; and nothing after it."""
    words = passage.words
    if passage.last > clause.first:
        return False
    others = [each for each in passage.clauses if each != clause]
    between = "".join(
        words.low[words.tokens[each.beyond - 1].end : words.tokens[clause.first].start]
        for each in others
    )
    return "." not in between and all(_bare(passage, each, len(words.low)) for each in others)


def _is_progress(passage: Passage, clause: Clause, match: re.Match[str]) -> bool:
    low = passage.low(clause)
    following = SAYING.sub("", low[match.end() :].strip(" /|+&*"))
    if match["after"]:
        return True
    if LATER.search(low) or (match.re is PERCENT and "." in match.group()):
        return False
    if PUT.search(low[: match.start()]) and _bare(passage, clause, _start(passage, clause, match)):
        return not _of_something(following) and _goes_on(passage, clause)
    if following and not _names_after(passage, clause, match):
        return False
    return match.re is not SHARE and (_alone(passage, clause) or _concludes(passage, clause))


def _concludes(passage: Passage, clause: Clause) -> bool:
    """Read "guide out, two schools found, 75% I would say" as how much that makes."""
    last = clause.first == passage.last
    plain = _bare(passage, clause, len(passage.words.low))
    return last and plain and bool(SAYING.search(passage.low(clause)))


def _names_after(passage: Passage, clause: Clause, match: re.Match[str]) -> bool:
    """Read "40% on 7.3" as of it: nothing else follows."""
    words, named = passage.words, passage.names(clause)
    end = words.tokens[clause.first].start + match.end()
    after = [at for at in range(clause.first, clause.beyond) if words.tokens[at].start >= end]
    return all(at in named or words.norm(at) in OF or not words.norm(at).isalnum() for at in after)


def _of_something(following: str) -> bool:
    """Read "at half strength" and "now 40% of rounds" as a figure of something else."""
    word = following.partition(" ")[0]
    return word == "of" or (word.isalpha() and word not in FOLLOWS)


def _goes_on(passage: Passage, clause: Clause) -> bool:
    """Not set off from something else: "the readmission rate, at 11%"."""
    last = passage.before(clause)
    return (
        last is None
        or bool(passage.claims_of(last))
        or _bare(passage, last, len(passage.words.low))
    )


def _alone(passage: Passage, clause: Clause) -> bool:
    """The action and the number, or an answer that is nothing but the number."""
    own = passage.names(clause) or _no_more(passage, clause) or _opens(passage, clause)
    if not (own or _beside_status(passage, clause)):
        return False
    return _bare(passage, clause, len(passage.words.low))


def _beside_status(passage: Passage, clause: Clause) -> bool:
    """Read "nearly there, 80%, out for signature" as how near: it follows a status at once.

    But what a figure is set against next was measured: "on track, 81%, 92% last year"; and what
    stands beside a rating may be what it is rated by.
    """
    at = passage.clauses.index(clause)
    last = passage.before(clause)
    if last is None or not any(
        each.direct and each.status in UNDER_WAY for each in passage.claims_of(last)
    ):
        return False
    after = [passage.low(each) for each in passage.clauses[at + 1 : at + 2]]
    against = any(AGAINST.search(low) or PERCENT.search(low) for low in after)
    return not against and _bare(passage, last, len(passage.words.low))


def _bare(passage: Passage, clause: Clause, end: int) -> bool:
    """Nothing is named up to here but the action, which a figure could be of instead."""
    words = passage.words
    told = tokens_of(each.hit for each in passage.claims_of(clause))
    named = told | passage.about
    before = (at for at in range(clause.first, clause.beyond) if words.tokens[at].start < end)
    return all(at in named or _light(words.norm(at)) for at in before)


def _opens(passage: Passage, clause: Clause) -> bool:
    """Read "85% now. The last session is on 19 June" as of the whole: it is what is said first."""
    first, following = passage.clauses[0], passage.clauses[1:2]
    apart = all(each.sentence != clause.sentence for each in following)
    said = clause == first and apart and SAYING.search(passage.low(clause))
    return bool(said) and _bare(passage, clause, len(passage.words.low))


def _start(passage: Passage, clause: Clause, match: re.Match[str]) -> int:
    """Where in the message a match in the words of a clause begins."""
    return passage.words.tokens[clause.first].start + match.start()


def _light(norm: str) -> bool:
    return norm in NUMBER_WORDS or norm in LIGHT or not norm.isalpha()
