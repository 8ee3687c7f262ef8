"""The status cell of a plan, as words, a RAG letter or a colour, into a status."""

import re
from collections.abc import Mapping

from domain.work import Status
from plans.meaning.boxes import TICKED, ticked
from plans.meaning.staged import status_by_lines, status_by_stages
from plans.rows import Cell, Piece, of_pieces

COLOUR_OF_LETTER = {"b": "blue", "g": "green", "a": "amber", "y": "yellow", "r": "red"}
COLOURS = {
    "blue": Status.COMPLETE,
    "green": Status.ON_TRACK,
    "amber": Status.AT_RISK,
    "yellow": Status.AT_RISK,
    "orange": Status.AT_RISK,
    "red": Status.DELAYED,
    "grey": Status.NOT_STARTED,
    "gray": Status.NOT_STARTED,
    "white": Status.NOT_STARTED,
}
SIGNS = {
    **dict.fromkeys("🟢🟩", "green"),
    **dict.fromkeys("🟡🟨🟠🟧", "amber"),
    **dict.fromkeys("🔴🟥", "red"),
    **dict.fromkeys("🔵🟦✅✔✓", "blue"),
    **dict.fromkeys("⚪⬜", "white"),
}
COLOUR_FIRST = re.compile(rf"[\W_]*(?P<colour>{'|'.join(COLOURS)})\b")
NO_MEANINGS: dict[str, Status] = {}
_FINISHED = r"(?:met|achieved|completed?|done|delivered|finished|implemented|reached)"
_ROUND = r"(?:(?:now|all|overall|currently|still|remains?|is|fully|(?:the |this )?action) )*"
# "On track for June", "Delayed until the autumn"
_WHEN = (
    r"(?: (?:for|by|in|on|until|till|to|since|from|at)(?: (?:the|early|late|mid|end|of|start|\d\d?"
    r"(?:st|nd|rd|th)?|q[1-4]|quarter|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|"
    r"july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|"
    r"autumn|winter|easter|christmas|term|year|(?:19|20)\d\d(?:/\d\d)?)){1,6})?"
)
# In this order: "not complete" before "complete", "off track" before "on track".
WORDS = tuple(
    (status, re.compile(rf"\b(?:{pattern})\b"))
    for status, pattern in (
        (Status.CANCELLED, r"cancell?ed|withdrawn|abandoned|no longer (?:required|needed|relevant)|"
         r"superseded|stopped|removed|deleted"),
        (Status.NOT_STARTED, r"not (?:yet )?(?:been )?(?:started|begun|commenced|due|implemented|"
         r"initiated|actioned|addressed)|to (?:be started|start|begin)|"
         r"no (?:action|progress)(?: yet)?|yet to (?:start|begin|commence)|outstanding|"
         r"pending|planned|scheduled|to do|proposed"),
        (Status.DELAYED, r"delay(?:ed|s)?|late|overdue|behind(?: schedule)?|slipp\w+|"
         r"(?:off|not on)[ -]?(?:track|target|course|schedule|plan)|"
         r"missed|stalled|red|on hold|paused|deferred|postponed|"
         r"(?:will not|won[’']t|cannot|can[’']t|unlikely to|not expected to|not going to) "
         rf"(?:now )?be {_FINISHED}"),
        (Status.AT_RISK, r"at risk|risk of \w+|some (?:risk|concern|delay|slippage)|amber|yellow|"
         rf"(?:may|might|could) (?:not|still) be {_FINISHED}|"
         r"concerns?|caution|(?:partly|partially|mostly) on[ -]?track"),
        (Status.IN_PROGRESS, r"(?:partly|partially|part|nearly|almost|mostly|not(?: yet)?|"
         r"not fully|in?) ?(?:complete|completed|achieved|met|done|implemented|delivered|finished|"
         r"closed|reached|ready|there)|"
         r"incomplete|in[ -]?(?:progress|process|hand|train|draft)|under ?way|started|began|begun|"
         r"commenced|being (?:\w+ed|done|made|built|drawn up|written)|"
         r"work(?:ing)? (?:on|towards)|developing|in development|"
         r"progressing|active|open|so far"),
        # "To be agreed with partners" is yet to come.
        (Status.COMPLETE, r"(?<!\bbe )(?:complete[ds]?|completion|achieved|done|finished|"
         r"closed|delivered|met|implemented|in place|embedded|signed off|blue|launched|published|"
         r"approved|agreed)"),
        (Status.ON_TRACK, r"on[ -]?(?:track|target|schedule|course)|green|good progress|"
         r"going (?:well|to plan)|to plan"),
        (Status.ONGOING, r"on-?going|continu\w+|rolling|business as usual|bau"),
    )
)  # fmt: skip
# These say how work goes against its date, and so more than that it goes on.
VERDICTS = frozenset({Status.ON_TRACK, Status.AT_RISK, Status.DELAYED})
# A sentence or clause that says nothing else ("Two visits made. On track.").
BARE = tuple(
    (
        status,
        re.compile(
            rf"{_ROUND}(?:{pattern.pattern})(?: (?:now|overall|as planned|to date))?"
            rf"{_WHEN if status in VERDICTS else ''}"
        ),
    )
    for status, pattern in WORDS
)
SENTENCES = re.compile(r"[.;!]\s+|\s[–—-]\s")
# "40%" and "40% complete", but not "40% of schools on track".
PERCENT = re.compile(r"\W*(\d{1,3})(?:\.\d+)?\s?(?:%|per ?cent)\s?(?:complete[d]?|done)?\W*")
RATINGS = frozenset({"red", "amber", "yellow", "orange", "green"})  # say so beside other words
# "A – two sites left", "G: on course"; less sure "(G) on course", "R. Raised with the board".
MARK_FIRST = re.compile(
    r"(?P<sure>[A-Z](?=\s?\()|[A-Z\d](?=\s?[–—:]|\s-\s|\s*\n))|"
    r"(?P<unsure>[A-Z])[.,;]\s|\((?P<inside>[A-Z\d])\)"
)
SECOND_OF_A_LIST = re.compile(r"\bB\s?[–—:.)]|\bB\s-\s")
FIGURE = re.compile(r"\d{1,3}(?:\.\d+)?")
ROUND_A_MARK = re.compile(r"^[\W_]+|[\W_]+$")  # "(A)", "G ↑"
SEVERAL = re.compile(r"[\s/,;]+")
LONGEST = 300
LONGEST_CODE = 2
NOTHING = re.compile(r"[\s\W]*(?:n/?a|none|tbc)?[\s\W]*", re.IGNORECASE)


def status_of(
    text: str, colour: str = "", meanings: Mapping[str, Status] = NO_MEANINGS
) -> Status | None:
    """The status a cell declares; None where it is blank or not understood.

    Line feeds in ``text`` separate the paragraphs of the cell.
    ``meanings`` are those that the plan's own legend gives to colours and codes.
    """
    text = ticked(text[:LONGEST])
    words = " ".join(text.lower().split())
    if words == TICKED:
        return Status.COMPLETE
    if not words:
        return meanings.get(colour.lower(), COLOURS.get(colour.lower()))
    if marked := _marked(words, meanings) or _led_by_a_mark(text, colour, meanings):
        return marked
    if share := PERCENT.fullmatch(words):
        return _by_share(int(share[1]))
    lines = [" ".join(line.split()) for line in text.lower().split("\n") if line.strip()]
    if staged := status_by_lines(lines, in_words):
        return staged
    if said := said_alone(words) or status_by_stages(words, _named):
        return said
    first = words.split(". ", 1)[0]
    shade = colour.lower() if colour.lower() in RATINGS else ""
    by_colour = meanings.get(shade, COLOURS.get(shade))
    return _named(first) or _named(words) or _by_sign(words, meanings) or by_colour


def named_statuses(words: str) -> list[Status]:
    """All statuses that words name, as they come."""
    return [status for _, _, status in sorted(_places(words))]


def said_alone(words: str) -> Status | None:
    """The status that a whole sentence or clause names, without more words; what is so "now"
    counts before what was, and whether it will be done in time before that it goes on."""
    parts = (part.strip(" .;:!") for part in SENTENCES.split(words))
    said = {part: status for part in parts if (status := _bare(part))}
    first = next(iter(said), "")
    if said.get(first) is Status.IN_PROGRESS:
        first = next((part for part in said if said[part] in VERDICTS), first)
    now = next((part for part in said if part.startswith("now ")), first)
    return said.get(now)


def in_words(text: str) -> Status | None:
    """The status that a text is and nothing else, by its words: a colour rates what they say."""
    said = text.lower().strip(" .;:!")
    return None if said in COLOURS else _bare(said)


def _bare(part: str) -> Status | None:
    return next((status for status, bare in BARE if bare.fullmatch(part)), None)


def _marked(words: str, meanings: Mapping[str, Status]) -> Status | None:
    """The status of a letter or code, or of an explained colour that a cell opens with."""
    bare = ROUND_A_MARK.sub("", words)
    letter = COLOUR_OF_LETTER.get(bare, "")
    if known := meanings.get(bare) or meanings.get(letter) or COLOURS.get(letter):
        return known
    if not meanings:
        return None
    opening = COLOUR_FIRST.match(words)
    explained = meanings.get(opening["colour"]) if opening else None
    return explained or next((meanings[own] for own in meanings if _opens_with(words, own)), None)


def _opens_with(words: str, own: str) -> bool:
    """Whether a cell begins with a word of the plan's own, and not with a code or a longer word."""
    whole = len(own) > LONGEST_CODE and own not in COLOURS and words.startswith(own)
    return whole and not words[len(own) : len(own) + 1].isalnum()


def _led_by_a_mark(text: str, colour: str, meanings: Mapping[str, Status]) -> Status | None:
    """The status of the letter or code that stands before what is said of it: of one that could
    count the items of a list only where the cell has its colour or the legend explains it."""
    found = MARK_FIRST.match(text.strip())
    if found is None or (found[0][0] == "A" and SECOND_OF_A_LIST.search(text)):
        return None
    mark = (found["sure"] or found["unsure"] or found["inside"]).lower()
    letter = COLOUR_OF_LETTER.get(mark, "")
    known = meanings.get(mark) or meanings.get(letter)
    plain = found["sure"] or (letter and letter == colour.lower())
    return known or (COLOURS.get(letter) if plain else None)


def is_of_shares(header: str) -> bool:
    """Whether figures under a header are of a hundred."""
    return "%" in header or "per cent" in header.lower() or "percent" in header.lower()


def as_share(cell: Cell) -> Cell:
    """A cell with a bare figure as the share that it is of a hundred."""
    return of_pieces([Piece(f"{cell.text}%")]) if FIGURE.fullmatch(cell.text) else cell


def says_nothing(text: str) -> bool:
    """Blank, or only a dash or "n/a"."""
    return bool(NOTHING.fullmatch(text[:LONGEST].strip()))


def _by_sign(words: str, meanings: Mapping[str, Status]) -> Status | None:
    """The status of a coloured circle or square, or of a tick or cross, where no words say more."""
    sign = next((each for each in words if each in SIGNS), "")
    colour = SIGNS.get(sign, "")
    return meanings.get(colour, COLOURS.get(colour))


def _by_share(percent: int) -> Status:
    """All of it is complete and none of it is not started."""
    if percent >= 100:
        return Status.COMPLETE
    return Status.IN_PROGRESS if percent else Status.NOT_STARTED


def _named(words: str) -> Status | None:
    """The status whose words come first; of two at one place the earlier of the table."""
    found = _places(words)
    return min(found)[2] if found else None


def _places(words: str) -> list[tuple[int, int, Status]]:
    """Where the words of each status stand first, and its place in the table."""
    return [
        (match.start(), order, status)
        for order, (status, pattern) in enumerate(WORDS)
        if (match := pattern.search(words))
    ]
