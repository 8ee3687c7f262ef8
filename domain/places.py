"""Where the bot can speak."""

from domain.value import Value


class Address(Value):
    """A place where the bot can speak.

    ``workspace`` is what the platform calls it; ``only_for`` is the user who alone is to see what
    is said there, where the platform can do that; ``reply_to`` is a way that the platform gave for
    answering one message, which does not last.
    """

    platform: str
    workspace: str
    conversation: str
    thread: str | None = None
    only_for: str | None = None
    reply_to: str | None = None
