"""Where the bot is in a conversation, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.places import Address
from domain.talks import Talk
from store.keepable import aware, keepable
from store.memory.kept import Draft


class MemoryTalks:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def find(self, place: Address) -> Talk | None:
        return self._draft.read().talks.get(_bare(place))

    async def show(self, place: Address, about: tuple[str, ...], at: datetime) -> None:
        aware(at)
        await self._put(place, about=about, shown_at=at)

    async def see(self, place: Address, mark: str) -> None:
        talk = await self.find(place)
        if talk is None or mark > talk.seen:
            await self._put(place, seen=mark)

    async def all(self, platform: str, workspace: str) -> Sequence[Talk]:
        talks = self._draft.read().talks.values()
        theirs = [
            each
            for each in talks
            if (each.place.platform, each.place.workspace) == (platform, workspace)
        ]
        return sorted(theirs, key=lambda each: (each.place.conversation, each.place.thread or ""))

    async def _put(self, place: Address, **news: object) -> None:
        talks = (await self._draft.write()).talks
        known = talks.get(_bare(place)) or Talk(place=_bare(place))
        talks[_bare(place)] = keepable(known.model_copy(update=news))


def _bare(place: Address) -> Address:
    return place.model_copy(update={"only_for": None, "reply_to": None})
