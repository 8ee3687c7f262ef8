"""What is worked out when it is first asked for, and then kept.

As ``functools.cached_property`` does it, in a third of the steps: a reading asks for some twenty.
"""

from collections.abc import Callable
from typing import Self, overload


class once[T, R]:
    """A property of a value that has a ``__dict__``, worked out at most once for each."""

    def __init__(self, make: Callable[[T], R]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, thing: None, owner: type[T]) -> Self: ...
    @overload
    def __get__(self, thing: T, owner: type[T]) -> R: ...
    def __get__(self, thing: T | None, owner: type[T]) -> Self | R:
        if thing is None:
            return self
        found = thing.__dict__[self.name] = self.make(thing)  # where it is looked for first
        return found
