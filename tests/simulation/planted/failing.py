"""Faults in what is done about faults."""

from tests.simulation.planted.mutant import Mutant

FAILING = (
    Mutant(
        "lets one action end the beat for everybody",
        "scheduler/faults.py",
        "        self.faults.met(self.subject, error)\n        return True\n",
        "        return False\n",
        seed=9,
    ),
    Mutant(
        "tells nobody of what it could not look after",
        "scheduler/reminders.py",
        "    beat.add(left_out(office))\n",
        "",
        seed=189,
    ),
    Mutant(
        "tells each day of what it could not look after",
        "domain/faults.py",
        'f"{today:%G-W%V}"',
        "str(today)",
        seed=9,
    ),
)
