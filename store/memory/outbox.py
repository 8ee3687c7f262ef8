"""What goes out, and how fast it may, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from domain.conversation import Kind, Outgoing, Telling
from domain.pacing import EVERYWHERE, Flow
from domain.sending import FORGOTTEN, Fate, Leased, Receipt, Undelivered
from store.keepable import aware, keepable, keepable_key
from store.memory.kept import Draft, Letter


class MemoryOutbox:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def put(self, outgoing: Outgoing) -> bool:
        return await self.put_all([outgoing]) == 1

    async def put_all(self, messages: Sequence[Outgoing]) -> int:
        outbox = (await self._draft.write()).outbox
        before = len(outbox)
        for each in messages:
            aware(each.not_before, each.not_after)
            key = keepable_key(keepable(each).key)
            outbox.setdefault(key, Letter(outgoing=each, next_try=each.not_before))
        return len(outbox) - before

    async def written(self, to: str, since: date) -> Sequence[Outgoing]:
        return [
            each.outgoing
            for each in self._draft.read().outbox.values()
            if each.outgoing.to == to
            and each.outgoing.day >= since
            and each.fate is not Fate.GIVEN_UP
        ]

    async def told(self, people: Collection[str], since: date) -> Mapping[str, Sequence[Telling]]:
        return {
            each: [Telling(written.day, written.says) for written in found]
            for each in people
            if (found := await self.written(each, since))
        }

    async def next_due(self, platform: str) -> datetime | None:
        waiting = self._of(platform, Fate.WAITING)
        return min((each.next_try for each in waiting if not self._early(each)), default=None)

    async def lease(
        self, platform: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Leased]:
        aware(now, until)
        outbox = (await self._draft.write()).outbox
        free = [each for each in self._of(platform, Fate.WAITING) if self._free(each, now)]
        taken = sorted(free, key=_answers_first)[:limit]
        leased = [self._leased(each, now, until) for each in taken]
        for each in leased:
            outbox[each.key] = outbox[each.key].but(
                claimed_until=until,
                next_try=until,  # if nothing is heard of it by then
                in_doubt=each.in_doubt,
                first_try=each.first_try,
            )
        return leased

    async def sent(self, key: str, at: datetime, receipt: Receipt | None = None) -> None:
        aware(at)
        await self._end(key, fate=Fate.SENT, receipt=receipt)

    async def defer(self, message: Leased, at: datetime) -> None:
        aware(at)
        if self._held(message):
            await self._mark(message.key, next_try=at, claimed_until=None)

    async def retry(self, message: Leased, at: datetime, in_doubt: bool = False) -> None:
        aware(at)
        if letter := self._held(message):
            again = letter.attempts + 1
            news = {"next_try": at, "in_doubt": in_doubt, "attempts": again}
            await self._mark(message.key, claimed_until=None, **news)

    async def doubt(self, message: Leased, at: datetime) -> None:
        aware(at)
        if self._held(message):
            await self._mark(message.key, fate=Fate.DOUBTFUL)

    async def give_up(self, message: Leased, at: datetime, why: str) -> None:
        aware(at)
        if self._held(message):
            for each in (message.key, *self._waiting_under(message.key)):
                await self._end(each, fate=Fate.GIVEN_UP, given_up_at=at, why=why)

    async def withdraw(self, message: Leased) -> bool:
        if not self._held(message):
            return False
        outbox = (await self._draft.write()).outbox
        for each in (message.key, *self._waiting_under(message.key)):
            del outbox[each]
        return True

    async def waiting(self, keys: Collection[str]) -> Collection[str]:
        outbox = self._draft.read().outbox
        return {key for key in keys if key in outbox and outbox[key].fate is Fate.WAITING}

    async def doubtful(self, platform: str) -> Sequence[Outgoing]:
        return [each.outgoing for each in self._of(platform, Fate.DOUBTFUL)]

    async def last_given_up(self) -> datetime | None:
        letters = self._draft.read().outbox.values()
        return max((each.given_up_at for each in letters if each.given_up_at), default=None)

    async def given_up(self, since: datetime) -> Sequence[Undelivered]:
        aware(since)
        letters = self._draft.read().outbox.values()
        found = [
            Undelivered(message=each.outgoing, at=each.given_up_at, why=each.why)
            for each in letters
            if each.given_up_at is not None and each.given_up_at >= since
        ]
        return sorted(found, key=lambda each: each.at)

    async def forget_ended(self, before: datetime, most: int) -> int:
        aware(before)
        outbox = (await self._draft.write()).outbox
        past = [
            key
            for key, each in islice(outbox.items(), most)
            if each.fate is not Fate.WAITING and each.outgoing.not_before < before
        ]
        for key in past:
            del outbox[key]
        return len(past)

    def _held(self, message: Leased) -> Letter | None:
        """The letter, as long as nobody has taken it over."""
        letter = self._draft.read().outbox.get(message.key)
        own = letter and letter.fate is Fate.WAITING and letter.claimed_until == message.until
        return letter if own else None

    def _of(self, platform: str, fate: Fate) -> list[Letter]:
        letters = self._draft.read().outbox.values()
        those = [each for each in letters if each.fate is fate]
        return [each for each in those if each.outgoing.address.platform == platform]

    def _above(self, letter: Letter) -> Letter | None:
        """The message that this one is under."""
        return self._draft.read().outbox.get(letter.outgoing.under or "")

    def _early(self, letter: Letter) -> bool:
        """Whether it is under a message that has not gone."""
        above = self._above(letter)
        return above is not None and above.fate not in (Fate.SENT, Fate.DOUBTFUL)

    def _free(self, letter: Letter, now: datetime) -> bool:
        """Due, and held by nobody."""
        held = letter.claimed_until is not None and letter.claimed_until > now
        return letter.next_try <= now and not held and not self._early(letter)

    def _leased(self, letter: Letter, now: datetime, until: datetime) -> Leased:
        above = self._above(letter)
        address = letter.outgoing.address
        if above and above.receipt and above.receipt.thread:
            address = address.model_copy(update={"thread": above.receipt.thread})
        return Leased.model_validate(
            {
                **dict(letter.outgoing),
                "address": address,
                "until": until,
                "attempts": letter.attempts,
                "first_try": letter.first_try or now,
                "in_doubt": letter.in_doubt or letter.claimed_until is not None,
            }
        )

    def _waiting_under(self, key: str) -> list[str]:
        letters = self._draft.read().outbox.items()
        return [
            own for own, each in letters if each.outgoing.under == key and each.fate is Fate.WAITING
        ]

    async def _end(self, key: str, **news: object) -> None:
        """Mark what is over; what was said to somebody is of no more use, and may be private."""
        await self._mark(key, **news)
        ended = self._draft.read().outbox.get(key)
        if ended and ended.outgoing.kind is Kind.ANSWER:
            less = ended.outgoing.model_copy(update={"reply": FORGOTTEN})
            await self._mark(key, outgoing=less)

    async def _mark(self, key: str, **news: object) -> None:
        outbox = (await self._draft.write()).outbox
        if key in outbox:
            outbox[key] = outbox[key].but(**news)


class MemoryTraffic:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def flows(self, platform: str, conversations: Collection[str] = ()) -> Mapping[str, Flow]:
        flows = (await self._draft.write()).flows
        wanted = {EVERYWHERE, *conversations}
        own = {where: flows[platform, where] for where in wanted if (platform, where) in flows}
        return {EVERYWHERE: Flow()} | own

    async def keep(self, platform: str, flows: Mapping[str, Flow]) -> None:
        kept = (await self._draft.write()).flows
        kept.update({(platform, where): flow for where, flow in flows.items()})


def _answers_first(letter: Letter) -> tuple[bool, datetime]:
    return letter.outgoing.kind is not Kind.ANSWER, letter.next_try
