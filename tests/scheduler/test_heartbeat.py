"""The heart beats, and a beat that comes late or fails does not stop it."""

import asyncio
from datetime import timedelta

from scheduler.heartbeat import every


async def test_the_tick_is_run_again_and_again_and_never_twice_at_once():
    beats = asyncio.Semaphore(0)
    running = 0

    async def tick() -> None:
        nonlocal running
        assert running == 0
        running += 1
        await asyncio.sleep(0.02)
        running -= 1
        beats.release()

    heart = every(timedelta(seconds=0.01), tick)
    heart.start()
    try:
        for _ in range(3):
            await asyncio.wait_for(beats.acquire(), timeout=10)
    finally:
        heart.shutdown(wait=False)


def test_a_late_beat_is_still_a_beat():
    async def tick() -> None:
        return None

    [job] = every(timedelta(seconds=30), tick).get_jobs()

    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
