"""Faults in sending: what goes out twice, never, too fast or too late."""

from tests.simulation.planted.mutant import Mutant

SENDING = (
    Mutant(
        "sends again without looking",
        "scheduler/postman.py",
        "if message.in_doubt:",
        "if False:",
    ),
    Mutant(
        "takes an unknown outcome for a failure",
        "scheduler/postman.py",
        "await self._again(message, in_doubt=True)",
        "await self._again(message, in_doubt=False)",
    ),
    Mutant(
        "looks before it can be seen",
        "scheduler/postman.py",
        "SETTLED = timedelta(seconds=45)",
        "SETTLED = timedelta(seconds=0)",
    ),
    Mutant(
        "marks before it sends",
        "scheduler/postman.py",
        "        outcome = await _outcome(self.messenger.send(",
        '        await self._sent(message, Receipt(message=""), ())\n'
        "        outcome = await _outcome(self.messenger.send(",
    ),
    Mutant(
        "takes a failure for a success",
        "scheduler/postman.py",
        "await self._again(message, still_in_doubt)",
        'await self._sent(message, Receipt(message=""), amends)',
    ),
    Mutant(
        "sends what is stale",
        "scheduler/postman.py",
        "if message.key in self.stale:",
        "if False:",
    ),
    Mutant(
        "forgets what a message that was dropped had asked",
        "scheduler/postman.py",
        "    for plan, refs in message.actions.items():\n",
        "    for plan, refs in ():\n",
        seed=30,
    ),
    Mutant(
        "lets sleep what it gives up when a platform was away for long",
        "scheduler/postman.py",
        "if why == TOO_LONG:",
        "if False:",
        seed=203_113,
    ),
    Mutant(
        "gives up at the first failure",
        "scheduler/postman.py",
        "GIVEN_UP_AFTER = timedelta(hours=24)",
        "GIVEN_UP_AFTER = timedelta(seconds=-1)",
    ),
    Mutant(
        "does not keep silent when the platform asks for it",
        "scheduler/postman.py",
        "until = now + refusal.retry_after",
        "until = now",
    ),
    Mutant(
        "keeps silent in the wrong place",
        "scheduler/postman.py",
        "where = EVERYWHERE if refusal.everywhere else lane(message)",
        "where = lane(message)",
        seed=18,
    ),
    Mutant(
        "never says again what may be lost",
        "scheduler/postman.py",
        "[each for each in self.doubtful if _same_place(each, message)]",
        "[]",
        seed=13,
    ),
    Mutant(
        "leaves a lease open to others",
        "store/memory/outbox.py",
        "return letter.next_try <= now and not held and not self._early(letter)",
        "return not self._early(letter)",
        seed=6,
    ),
    Mutant(
        "does not doubt an attempt that had no end",
        "store/memory/outbox.py",
        "letter.in_doubt or letter.claimed_until is not None",
        "letter.in_doubt",
    ),
    Mutant(
        "forgets what it has said once it is sent",
        "store/memory/outbox.py",
        "and each.fate is not Fate.GIVEN_UP",
        "and each.fate is Fate.WAITING",
    ),
    Mutant(
        "lets all go at once",
        "domain/pacing.py",
        "        if flow.earliest(pacing.in_workspace, now) > now:\n",
        "        if False:\n",
    ),
    Mutant(
        "overlooks that the hours have passed",
        "domain/stale.py",
        "if message.not_after is not None and now > message.not_after:",
        "if False:",
    ),
    Mutant(
        "overlooks that there is news",
        "domain/stale.py",
        "spoken = state.at is not None and state.at > message.not_before",
        "spoken = False",
        seed=20,
    ),
    Mutant(
        "overlooks a wish not to be asked",
        "domain/stale.py",
        "snoozed = state.snoozed_until is not None and state.snoozed_until > message.day",
        "snoozed = False",
        seed=24,
    ),
    Mutant(
        "takes a redelivery for another message",
        "store/memory/post.py",
        "if keepable_key(keepable(request).id) in inbox:\n            return False",
        "if keepable_key(keepable(request).id) in inbox:\n            return True",
    ),
    Mutant(
        "does not keep that it answered",
        "handlers/reception.py",
        "            await unit.commit()\n        return reply\n",
        "        return reply\n",
    ),
    Mutant(
        "doubts nothing, in SQL",
        "store/sql/outbox.py",
        'or_(OutboxRow.in_doubt, OutboxRow.claimed_until.is_not(None)).label("in_doubt")',
        'OutboxRow.in_doubt.label("in_doubt")',
        on_sqlite=True,
    ),
    Mutant(
        "sends after a sleep what another has taken over",
        "scheduler/postman.py",
        "if message.until - self.sending.clock.now() < 2 * ANSWER_WITHIN + SETTLED:",
        "if False:",
        seed=38,
    ),
)
