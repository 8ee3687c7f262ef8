"""What came in, what goes out and what has been done already, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.conversation import Outgoing, Request
from store.keepable import aware, keepable, keepable_key
from store.memory.kept import Delivery, Draft, Letter


class MemoryLedger:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def claim(self, key: str) -> bool:
        keys = (await self._draft.write()).keys
        if keepable_key(key) in keys:
            return False
        keys.add(key)
        return True


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

    async def waiting(self, limit: int) -> Sequence[Request]:
        deliveries = self._draft.read().inbox.values()
        unanswered = [each for each in deliveries if each.answered_at is None]
        oldest = sorted(unanswered, key=lambda each: each.received_at)[:limit]
        return [each.request for each in oldest]

    async def answered(self, id: str, at: datetime) -> None:
        aware(at)
        inbox = (await self._draft.write()).inbox
        if id in inbox:
            wordless = inbox[id].request.model_copy(update={"text": ""})
            inbox[id] = replace(inbox[id], request=wordless, answered_at=at)


class MemoryOutbox:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def put(self, outgoing: Outgoing) -> bool:
        aware(outgoing.not_before, outgoing.not_after)
        outbox = (await self._draft.write()).outbox
        if keepable_key(keepable(outgoing).key) in outbox:
            return False
        outbox[outgoing.key] = Letter(outgoing, next_try=outgoing.not_before)
        return True

    async def lease(self, now: datetime, until: datetime, limit: int) -> Sequence[Outgoing]:
        aware(now, until)
        outbox = (await self._draft.write()).outbox
        free = [each for each in outbox.values() if _free(each, now)]
        taken = sorted(free, key=lambda each: each.next_try)[:limit]
        for letter in taken:
            outbox[letter.outgoing.key] = replace(letter, claimed_until=until)
        return [each.outgoing for each in taken]

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        letters = self._draft.read().outbox.values()
        own = [each.outgoing for each in letters if each.outgoing.to == to]
        return [each for each in own if each.day >= since]

    async def sent(self, key: str, at: datetime) -> None:
        aware(at)
        outbox = (await self._draft.write()).outbox
        if key in outbox:
            outbox[key] = replace(outbox[key], sent_at=at)

    async def retry(self, key: str, at: datetime) -> None:
        aware(at)
        outbox = (await self._draft.write()).outbox
        if key in outbox:
            outbox[key] = replace(outbox[key], next_try=at, claimed_until=None)


def _free(letter: Letter, now: datetime) -> bool:
    """Due, not sent, and held by nobody."""
    held = letter.claimed_until is not None and letter.claimed_until > now
    return letter.sent_at is None and letter.next_try <= now and not held
