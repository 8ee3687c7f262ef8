"""What the log of planbot run looks like: when, how grave, what happened, and its facts."""

import logging
from typing import TextIO

OURS = ("bot", "handlers", "scheduler", "store")
FORM = "%(asctime)s %(levelname)s %(message)s"
NO_FACTS = frozenset({*vars(logging.makeLogRecord({})), "message", "asctime"})


class WithFacts(logging.Formatter):
    """Adds what an event was logged with: ``given_up key=day:nia:2031-05-12 why=…``."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        facts = (f"{name}={each}" for name, each in vars(record).items() if name not in NO_FACTS)
        return " ".join([super().formatMessage(record), *facts])


def keep_log(where: TextIO) -> None:
    """Let all that happens to us be written down, and of the libraries only what goes wrong."""
    handler = logging.StreamHandler(where)
    handler.setFormatter(WithFacts(FORM))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
