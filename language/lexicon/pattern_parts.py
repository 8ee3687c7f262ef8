"""A pattern taken apart from left to right, as far as our patterns go."""

import re
from dataclasses import dataclass

LITERAL = re.compile(r"\\(?P<plain>\W)|(?P<letter>[^\\\[\](){}|?*+.^$])")
OPENING = re.compile(r"\((?:\?(?:P<\w+>|:))?")
WHETHER = re.compile(r"\(\?\(\w+\)")  # something was found before: this, else that
AGAIN = re.compile(r"\(\?P=\w+\)")
AROUND = re.compile(r"\(\?<?[=!]")
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
OTHER = re.compile(r"\\\w|[.^$]")
TIMES = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})[?+]?|(?P<some>\+|\{\d+(?:,\d*)?\})[?+]?")
BOUNDARY = frozenset(["\\A", "\\Z", "\\b", "\\B", "^", "$"])


@dataclass(slots=True)
class Source:
    """A pattern, and how far it has been read."""

    text: str
    at: int = 0

    def take(self, what: re.Pattern[str]) -> re.Match[str] | None:
        """Read on over what stands next, if it is this."""
        match = what.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match

    def another(self) -> bool:
        """Whether another wording follows: read on into it."""
        follows = self.text.startswith("|", self.at)
        self.at += follows
        return follows

    @property
    def goes_on(self) -> bool:
        """Whether the wording that is read has more parts."""
        return self.at < len(self.text) and self.text[self.at] not in "|)"

    @property
    def understood(self) -> bool:
        """Whether all of it has been read to its end, and no more."""
        return self.at == len(self.text)

    def give_up(self) -> None:
        """Nothing is known of the whole."""
        self.at = len(self.text) + 1
