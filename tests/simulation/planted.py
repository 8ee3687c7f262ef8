"""The faults that are planted one by one: each with the lines of code that it changes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    name: str
    file: str
    old: str
    new: str
    on_sqlite: bool = False
    seed: int = 0  # from which on it is looked for; it was found at this one before
    also: tuple[tuple[str, str], ...] = ()  # what else of the file is changed with it


MUTANTS = (
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
        "speaks at any hour",
        "domain/hours.py",
        "return day if first <= now <= last else None",
        "return day",
    ),
    Mutant(
        "lets a digest come at any hour",
        "scheduler/publishing.py",
        "        not_after=last_moment(day, morning.zone),\n",
        "",
    ),
    Mutant(
        "loses a digest that was too late",
        "scheduler/postman.py",
        "await unit.editions.recall(*named_in(message.key))",
        "pass",
    ),
    Mutant(
        "writes a digest twice that was sent",
        "scheduler/postman.py",
        "            await unit.outbox.sent(message.key, now, receipt)\n",
        "            await unit.outbox.sent(message.key, now, receipt)\n"
        '            await unit.editions.recall(*message.key.rsplit(":", 1))\n',
    ),
    Mutant(
        "tells a group of nothing that was said",
        "domain/digests.py",
        "    def turned(self, *turns: Turn) -> tuple[Change, ...]:\n",
        "    def turned(self, *turns: Turn) -> tuple[Change, ...]:\n        return ()\n",
    ),
    Mutant(
        "works on bank holidays",
        "domain/calendar.py",
        "return day.weekday() in self.week and day not in self.closed",
        "return day.weekday() in self.week",
    ),
    Mutant(
        "asks soon after news",
        "domain/reminders.py",
        "return _after(contact.heard, context.policy.peace) > today",
        "return False",
        seed=21,
    ),
    Mutant(
        "asks about what was snoozed",
        "domain/reminders.py",
        "return calendar.on_or_after(until) if until else date.min",
        "return date.min",
        seed=18,
    ),
    Mutant(
        "knows no budget for a week",
        "scheduler/joining.py",
        "return len(recent) >= MOST_IN_A_WEEK",
        "return False",
    ),
    Mutant(
        "wakes an action too late",
        "scheduler/reminders.py",
        "self.until[key] = min(self.until[key], until)",
        "self.until[key] = NEVER",
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
        "wakes too late, in SQL",
        "store/sql/waking.py",
        ".values(wakes_at=moment)",
        ".values(wakes_at=moment.replace(year=9999))",
        on_sqlite=True,
    ),
    Mutant(
        "lets a person have a message for each plan",
        "scheduler/joining.py",
        "    if spoken.today:\n",
        "    if False:\n",
        also=(('key=f"day:{person.id}:', 'key=f"day:{person.id}:{said.plan}:'),),
        seed=54,
    ),
    Mutant(
        "tells the channels of a restricted plan",
        "scheduler/digests.py",
        "if each.key not in restricted",
        "if True",
    ),
    Mutant(
        "shows a restricted plan to everybody",
        "handlers/visible.py",
        "if plan.key not in stands.restricted:",
        "if True:",
        seed=17,
    ),
    Mutant(
        "takes what is said of a plan of others for another's",
        "handlers/several_plans.py",
        "    _refuse_others(message.text, scene)\n",
        "",
        seed=40,
    ),
    Mutant(
        "lets anybody speak of any action",
        "domain/rights.py",
        "(Capacity.OWNER, bool(standing.names & owners))",
        "(Capacity.OWNER, True)",
        seed=12,
    ),
    Mutant(
        "confuses the actions of several plans",
        "domain/concerns.py",
        "several = len(self.titles) > 1",
        "several = False",
    ),
    Mutant(
        "looks for news in one plan only",
        "scheduler/sender.py",
        "in wanting(each).items()]",
        "in [*wanting(each).items()][:1]]",
        seed=10,
    ),
    Mutant(
        "holds back what tells of something completed",
        "domain/concerns.py",
        'return verbs == {"said"}',
        "return False",
        seed=17,
    ),
    Mutant(
        "asks nobody who covers",
        "domain/reach.py",
        "if delegate and there and",
        "if False and there and",
        seed=111,
    ),
    Mutant(
        "takes London's day for everybody's, for their leave",
        "domain/reach.py",
        "        if self.now is None:\n            return day\n        zone = person.timezone\n",
        "        return day\n        zone = person.timezone\n",
        seed=1_000_060,
    ),
    Mutant(
        "takes the delegate's day for the owner's, who is away",
        "domain/people.py",
        "_covers(each.start, each.end, _day_of(owner, now))",
        "_covers(each.start, each.end, _day_of(person, now))",
        seed=1_735,
    ),
    Mutant(
        "does not notice who goes on leave or is back",
        "scheduler/office.py",
        "return self._next(self.reach.comings_and_goings(tracked, self.today))",
        "return NEVER",
        seed=201_989,
    ),
    Mutant(
        "lets an edited wording stand",
        "handlers/correcting.py",
        "    for event in reversed(changes):\n",
        "    for event in ():\n",
    ),
    Mutant(
        "notes every leave as begun",
        "handlers/arrangements.py",
        "start = wish.start or scene.today",
        "start = scene.today",
    ),
    Mutant(
        "does not look again when somebody tells of leave",
        "handlers/arrangements.py",
        "    await look_at_own_again(scene)\n",
        "",
    ),
    Mutant(
        "writes on days that were told to be closed",
        "scheduler/office.py",
        "    calendar = calendar.but(closed=closed_by(arrangements.closures))\n",
        "",
    ),
    Mutant(
        "takes London's hours for everybody's",
        "scheduler/office.py",
        "day_to_speak(self.now, hour, zone)",
        "day_to_speak(self.now, hour, self.zone)",
    ),
    Mutant(
        "tells each day what was told before",
        "scheduler/joining.py",
        "if each.once not in spoken.said",
        "if True",
    ),
    Mutant(
        "brings out no roll-up",
        "scheduler/digests.py",
        "if group.board:",
        "if False:",
    ),
    Mutant(
        "opens no round",
        "scheduler/rounds.py",
        "return held.stage(today, zone) is Stage.OPEN",
        "return False",
        seed=10,
    ),
    Mutant(
        "asks in a round for what was answered",
        "scheduler/rounds.py",
        "_by_person(returns.unanswered, office)",
        "_by_person(returns.all, office)",
        seed=24,
    ),
    Mutant(
        "sends a round's question that was answered meanwhile",
        "domain/stale.py",
        ", Kind.ROUND})",
        "})",
        seed=157,
    ),
    Mutant(
        "hands no round over",
        "scheduler/rounds.py",
        "return closed and ",
        "return False and ",
        seed=6,
    ),
    Mutant(
        "sends after a sleep what another has taken over",
        "scheduler/postman.py",
        "if message.until - self.sending.clock.now() < 2 * ANSWER_WITHIN + SETTLED:",
        "if False:",
        seed=38,
    ),
)
