"""The event loop of the simulation: nothing comes from outside, so nothing is waited for there."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


class Inward(selectors.DefaultSelector):
    """Asks the system for news only where the loop would fall asleep for want of any."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return [] if timeout == 0 else super().select(timeout)


class AtOnce(ThreadPoolExecutor):
    """Does what is handed to it there and then: when a thread's turn comes is up to the system."""

    def submit(self, act: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        done.set_result(act(*given, **named))
        return done


def run[Result](life: Coroutine[Any, Any, Result]) -> Result:
    """Live through it, on a loop of its own."""

    def a_loop() -> asyncio.AbstractEventLoop:
        loop = asyncio.SelectorEventLoop(Inward())
        loop.set_default_executor(AtOnce())
        return loop

    with asyncio.Runner(loop_factory=a_loop) as runner:
        return runner.run(life)
