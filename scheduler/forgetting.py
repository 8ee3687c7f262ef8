"""What nothing needs any more is not kept for ever.

Words that wait in a question are forgotten when nobody answers it; the rows of what was answered
and sent are removed in time. What was said of actions and what was ordered is the record: it stays.
"""

import logging
from datetime import timedelta

from domain.ports import Clock, OpenUnit

log = logging.getLogger(__name__)

FORGOTTEN_AFTER = timedelta(days=14)
SWEPT_AFTER = timedelta(days=183)  # twice as long as anybody looks back: domain.concerns.TOLD_AGAIN
FORGETS_EVERY = timedelta(hours=1)
ROWS = 2_000  # looked at in one transaction: a tenth of a second, for which others wait


async def forget_unanswered(open_unit: OpenUnit, workspace: str, clock: Clock) -> int:
    """Close what was asked so long ago and is unanswered, with its words. Return how many."""
    async with open_unit(workspace) as unit:
        forgotten = await unit.questions.expire(clock.now() - FORGOTTEN_AFTER)
        if forgotten:
            await unit.commit()
            log.info("questions_forgotten", extra={"workspace": workspace, "questions": forgotten})
    return forgotten


async def sweep(open_unit: OpenUnit, workspace: str, clock: Clock, most: int = ROWS) -> int:
    """Remove deliveries, messages and editions that ended so long ago. Return how many.

    Of deliveries and messages only the ``most`` oldest are looked at: the rest has its turn later.
    """
    before = clock.now() - SWEPT_AFTER
    async with open_unit(workspace) as unit:
        swept = {
            "deliveries": await unit.inbox.forget_answered(before, most),
            "messages": await unit.outbox.forget_ended(before, most),
            "editions": await unit.editions.forget_passed(before),
        }
        if any(swept.values()):
            await unit.commit()
            log.info("swept", extra={"workspace": workspace, **swept})
    return sum(swept.values())
