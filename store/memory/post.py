"""What came in, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from domain.conversation import Request
from domain.waiting import WORDLESS, Waiting, due
from store.keepable import aware, keepable, keepable_key
from store.memory.kept import Delivery, Draft


class MemoryInbox:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def receive(self, request: Request, at: datetime) -> bool:
        aware(at)
        inbox = (await self._draft.write()).inbox
        if keepable_key(keepable(request).id) in inbox:
            return False
        inbox[request.id] = Delivery(request, at)
        return True

    async def known(self, id: str) -> bool:
        return id in self._draft.read().inbox

    async def waiting(self, limit: int) -> Sequence[Request]:
        deliveries = self._draft.read().inbox.values()
        unanswered = [each for each in deliveries if each.answered_at is None]
        oldest = sorted(unanswered, key=lambda each: each.received_at)[:limit]
        return [each.request for each in oldest]

    async def due(self, now: datetime) -> Sequence[Waiting]:
        deliveries = self._draft.read().inbox.values()
        unanswered = [each for each in deliveries if each.answered_at is None]
        oldest = sorted(unanswered, key=lambda each: each.received_at)
        return list(due(map(_waiting, oldest), now))

    async def hold(self, id: str) -> Waiting | None:
        found = (await self._draft.write()).inbox.get(id)
        return _waiting(found) if found and found.answered_at is None else None

    async def retry(self, id: str, at: datetime) -> None:
        aware(at)
        inbox = (await self._draft.write()).inbox
        if id in inbox:
            inbox[id] = replace(inbox[id], attempts=inbox[id].attempts + 1, next_try=at)

    async def answered(self, id: str, at: datetime) -> bool:
        aware(at)
        inbox = (await self._draft.write()).inbox
        if id not in inbox or inbox[id].answered_at is not None:
            return False
        wordless = inbox[id].request.model_copy(update=WORDLESS)
        inbox[id] = replace(inbox[id], request=wordless, answered_at=at)
        return True

    async def forget_answered(self, before: datetime, most: int) -> int:
        aware(before)
        inbox = (await self._draft.write()).inbox
        past = [
            id
            for id, each in islice(inbox.items(), most)
            if each.answered_at is not None and each.answered_at < before
        ]
        for id in past:
            del inbox[id]
        return len(past)


def _waiting(delivery: Delivery) -> Waiting:
    return Waiting(
        request=delivery.request,
        received_at=delivery.received_at,
        attempts=delivery.attempts,
        next_try=delivery.next_try,
    )
