"""Keeping Python's garbage collector out of a great beat."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Let the collector wait: all that a beat makes is in use until its end.

    Looking through it again and again finds nothing, and would take a third of the beat.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
