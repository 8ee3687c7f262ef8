"""What in a message is not its sender's news: earlier messages and signatures."""

import re
from dataclasses import dataclass

QUOTED_LINE = re.compile(r"^[ \t]*(?:>|&gt;)[^\n]*$", re.MULTILINE)
EARLIER = re.compile(
    r"^[ \t]*(?:-{2,} ?(?:original message|forwarded message|forwarded by)[^\n]*"
    r"|on [^\n]{6,200} wrote:|_{8,}|begin forwarded message"
    r"|from: [^\n]+\n(?:[ \t]*\n)?(?:sent|date|to): [^\n]+)",
    re.MULTILINE | re.IGNORECASE,
)
CLOSING = (
    r"(?:(?:kind|best|warm|kindest|many|with|warmest) (?:regards|wishes|thanks)|regards|best|br|kr"
    r"|cheers|thanks|many thanks|thank you|yours sincerely|yours|all the best|ta)"
)
SIGNATURE = re.compile(
    r"(?:^[ \t]*--[ \t]*$|^[ \t]*sent from my [^\n]+$|^[ \t]*get outlook for [^\n]+$"
    rf"|(?:^|(?<=[.!?\n] ))[ \t]*{CLOSING}[ \t]*[,.!]?[ \t]*(?:\n[ \t]*)*"
    r"(?:(?<=\n)|(?<=, )|(?<=\. ))[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){0,3}[ \t]*(?:$|\n))",
    re.MULTILINE | re.IGNORECASE,
)
INITIALS = re.compile(r"(?<=[.!?)\n])[ \t]*(?!(?:HR|IT|UK|EU|OK|PM|AM|TBC)\b)[A-Z]{2}[ .]*\Z")
PAUSE = re.compile(r"[.!?] ")
SIGNED = re.compile(  # a name on a line of its own, and under it what somebody is
    r"\n[ \t]*\n[ \t]*(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})(?: \([\w/ ]{3,20}\))?[ \t]*\n"
    r"(?=[^\n]*(?:\||\d{5}|@|\b(?:officer|manager|lead|director|head of|council|team|coordinator"
    r"|co-ordinator|adviser|advisor|inspector|principal|assistant|strategy|service)\b))"
    r"|^[ \t]*(?:kind|best|warm|kindest|many)? ?(?:regards|wishes)[ \t]*[,.]?[ \t]*$"
    r"|^[ \t]*yours sincerely[ \t]*[,.]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
WROTE = re.compile(r"\A\s*on [^\n]{3,200} wrote:[ \t]*(?=\n|$)", re.IGNORECASE)
QUOTED_QUESTION = re.compile(r"[\"“][^\"“”\n]{3,200}\?[ ]?[\"”]")
MARKS = re.compile(r">|&gt;|[\"“][^\n]*\?")
QUOTES = re.compile(r"[\"“]")
NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(slots=True, eq=False)
class News:
    """The text with what is not news blanked out, as long as before; and the quoted lines."""

    text: str
    quoted: str


def news_of(text: str) -> News:
    """Set aside what the sender did not say now. Nothing moves: offsets stay as they were."""
    if not ("\n" in text or PAUSE.search(text) or MARKS.search(text)):
        return News(text, "")  # nothing stands before anything else
    quoted = ""
    if ">" in text or "&gt;" in text:
        quoted = "\n".join(QUOTED_LINE.findall(text))
        text = QUOTED_LINE.sub(_blank, text)
    text = WROTE.sub(_blank, text)
    if QUOTES.search(text):
        quoted += "\n" + "\n".join(QUOTED_QUESTION.findall(text))
        text = QUOTED_QUESTION.sub(_blank, text)
    text = INITIALS.sub(_blank, text)
    for pattern in (EARLIER, SIGNATURE, SIGNED) if "\n" in text else (SIGNATURE,):
        match = pattern.search(text)
        if match and text[: match.start()].strip():
            quoted += "\n" + text[match.start() :] if pattern is EARLIER else ""
            text = text[: match.start()] + NOT_NEWLINE.sub(" ", text[match.start() :])
    return News(text, quoted.replace("&gt;", ">"))


def _blank(match: re.Match[str]) -> str:
    return NOT_NEWLINE.sub(" ", match.group())
