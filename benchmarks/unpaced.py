"""``planbot run``, but for Slack's limits on what is sent: a process to be measured.

python -m benchmarks.unpaced
"""

import asyncio
import os
from collections.abc import Sequence

from bot.platform import Platform
from bot.serving import serve
from bot.settings import Settings
from domain.pacing import Pacing


def lift_limits(connected: Sequence[Platform]) -> None:
    for each in connected:
        each.messenger.pacing = Pacing()  # type: ignore[misc]  # measured without Slack's


if __name__ == "__main__":
    environment = os.environ  # noqa: TID251 - a process of its own, as bot/__main__.py is
    asyncio.run(serve(Settings.read(environment), lift_limits))
