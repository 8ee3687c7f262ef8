"""What happened, and what was asked about it, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.events import Event, live
from domain.intents import Question
from domain.problems import UnknownAction
from store.keepable import aware, keepable
from store.memory.kept import Draft


class MemoryEvents:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def append(self, event: Event) -> Event:
        aware(event.at)
        kept = await self._draft.write()
        if event.ref not in kept.actions.get(event.plan, {}):
            raise UnknownAction(event.ref)
        numbered = keepable(event).model_copy(update={"id": len(kept.events) + 1})
        kept.events.append(numbered)
        return numbered

    async def append_all(self, events: Sequence[Event]) -> None:
        known = (await self._draft.write()).actions
        for event in events:
            if event.ref not in known.get(event.plan, {}):
                raise UnknownAction(event.ref)
        for event in events:
            await self.append(event)

    async def get(self, id: int) -> Event | None:
        return next((each for each in self._draft.read().events if each.id == id), None)

    async def about(self, plan: str, ref: str) -> Sequence[Event]:
        events = self._draft.read().events
        return [each for each in events if (each.plan, each.ref) == (plan, ref)]

    async def between(
        self, plan: str, start: datetime | None, end: datetime | None
    ) -> Sequence[Event]:
        aware(start, end)
        return [
            each
            for each in self._draft.read().events
            if each.plan == plan
            and (start is None or start < each.at)
            and (end is None or each.at <= end)
        ]

    async def after(self, plan: str, id: int) -> Sequence[Event]:
        return [each for each in self._draft.read().events[id:] if each.plan == plan]

    async def newest(self) -> int:
        return len(self._draft.read().events)

    async def said_with(self, message: str, person: str) -> Sequence[Event]:
        events = self._draft.read().events
        return [each for each in events if (each.message, each.by) == (message, person)]

    async def last_message(self, person: str) -> Sequence[Event]:
        own = [each for each in live(self._draft.read().events) if each.by == person]
        return [each for each in own if each.message == own[-1].message]


class MemoryQuestions:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    async def ask(self, question: Question) -> Question:
        aware(question.asked_at)
        kept = await self._draft.write()
        numbered = keepable(question).model_copy(update={"id": len(kept.questions) + 1})
        kept.questions.append(numbered)
        return numbered

    async def get(self, id: int) -> Question | None:
        return next((each for each in self._draft.read().questions if each.id == id), None)

    async def last(self, person: str) -> Question | None:
        asked = reversed(self._draft.read().questions)
        return next((each for each in asked if each.person == person), None)

    async def asked_with(self, message: str, person: str) -> Sequence[Question]:
        asked = self._draft.read().questions
        return [
            each
            for each in asked
            if (each.message, each.person) == (message, person) and not each.answered
        ]

    async def close(self, id: int) -> None:
        await self._close([each for each in self._draft.read().questions if each.id == id])

    async def expire(self, before: datetime) -> int:
        aware(before)
        kept = self._draft.read().questions
        old = [each for each in kept if not each.answered and each.asked_at < before]
        await self._close(old)
        return len(old)

    async def _close(self, asked: Sequence[Question]) -> None:
        if not asked:
            return
        questions = (await self._draft.write()).questions
        for question in asked:
            closed = {"answered": True, "words": "", "options": ()}
            questions[questions.index(question)] = question.model_copy(update=closed)
