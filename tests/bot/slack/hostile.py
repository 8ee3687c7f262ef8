"""Words that somebody could write to ping, to lead astray, to deceive or to break a message."""

from random import Random

PIECES = (
    "<!channel>",
    "<!here>",
    "<!everyone|all>",
    "<@U0000000001>",
    "<@W1|boss>",
    "<#C1|general>",
    "<!subteam^S1|crew>",
    "<!date^1|{date}|now>",
    "<https://evil.example|our plan>",
    "<mailto:a@evil.example|mail>",
    "<javascript:alert(1)|press>",
    "https://evil.example/?a=<b>&c",
    "www.evil.example",
    "slack://user?team=T1&id=U1",
    "@channel @here @everyone",
    "&lt;!channel&gt;",
    "&amp;lt;!here&amp;gt;",
    "*bold* _it_ ~gone~ `code` ```block```",
    "> quoted\n>>> all of it",
    ":rotating_light: :smile:",
    "[words](https://evil.example)",
    '{"type": "section"}',
    "\u202eesrever\u202c",
    "\u200b\u200d\ufeff\u2066",
    "\x00\x07\x1b[31m",
    "e\u0301\u0302\u0303" * 30,
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "عربي \u05e2\u05d1\u05e8\u05d9\u05ea",
    "<",
    ">",
    "&",
    "|",
    "\n\n\n",
    "\t \r",
    "“quoted” ‘so’",
    "%s {0} $HOME ${x}",
    "' OR 1=1; --",
)


def hostile(random: Random) -> str:
    """A few pieces run together; one in forty is longer than any message may be."""
    count = random.randint(1, 6)
    words = random.choice(("", " ")).join(random.choices(PIECES, k=count))
    return (words * 5_000)[:5_000] if random.random() < 0.025 else words
