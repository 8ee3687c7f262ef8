"""Words that wait in a question are not kept for ever: what nobody answers is forgotten."""

import logging
from datetime import timedelta

from domain.ports import Clock, OpenUnit

log = logging.getLogger(__name__)

FORGOTTEN_AFTER = timedelta(days=14)
FORGETS_EVERY = timedelta(hours=1)


async def forget_unanswered(open_unit: OpenUnit, workspace: str, clock: Clock) -> int:
    """Close what was asked so long ago and is unanswered, with its words. Return how many."""
    async with open_unit(workspace) as unit:
        forgotten = await unit.questions.expire(clock.now() - FORGOTTEN_AFTER)
        if forgotten:
            await unit.commit()
            log.info("questions_forgotten", extra={"workspace": workspace, "questions": forgotten})
    return forgotten
