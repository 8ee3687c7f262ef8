"""Faults in whom an action is asked of, and when."""

from tests.simulation.planted.mutant import Mutant

ASKING = (
    Mutant(
        "speaks at any hour",
        "domain/hours.py",
        "return day if first <= now <= last else None",
        "return day",
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
        seed=40,
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
        "leaves what is due today for another day, where much is late",
        "scheduler/joining.py",
        "return not last_day and",
        "return",
        seed=314387,
    ),
    Mutant(
        "wakes an action too late",
        "scheduler/sleep.py",
        "self.until[key] = min(self.until[key], until)",
        "self.until[key] = datetime.max.replace(tzinfo=until.tzinfo)",
    ),
    Mutant(
        "wakes too late, in SQL",
        "store/sql/waking.py",
        "(plan, ref, moment or AWAKE)",
        "(plan, ref, (moment or AWAKE).replace(year=9999))",
        on_sqlite=True,
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
        seed=1_000_068,
    ),
    Mutant(
        "takes the delegate's day for the owner's, who is away",
        "domain/people.py",
        "_covers(each.start, each.end, _day_of(owner, now))",
        "_covers(each.start, each.end, _day_of(person, now))",
        seed=1_799,
    ),
    Mutant(
        "does not notice who goes on leave or is back",
        "scheduler/office.py",
        "return self._next(self.reach.comings_and_goings(tracked, self.today))",
        "return NEVER",
        seed=201_989,
    ),
    Mutant(
        "notes every leave as begun",
        "handlers/leave.py",
        "start=wish.start or scene.today",
        "start=scene.today",
        seed=15,
    ),
    Mutant(
        "does not look again when somebody tells of leave",
        "handlers/leave.py",
        "    await look_at_own_again(scene)\n",
        "",
        seed=5_105,
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
)
