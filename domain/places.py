"""Where the bot can speak."""

from domain.value import Value


class Address(Value):
    """A place where the bot can speak.

    ``workspace`` is what the platform calls it; ``only_for`` is the user who alone is to see what
    is said there, where the platform can do that.
    """

    platform: str
    workspace: str
    conversation: str
    thread: str | None = None
    only_for: str | None = None
