"""Faults where there are several plans and people: what is shown, to whom, and whose it is."""

from tests.simulation.planted.mutant import Mutant

SHARING = (
    Mutant(
        "lets a person have a message for each plan",
        "scheduler/joining.py",
        "    if spoken.today:\n",
        "    if False:\n",
        also=(('key=f"day:{person.id}:', 'key=f"day:{person.id}:{said.plan}:'),),
        seed=169,
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
        "lets an edited wording stand",
        "handlers/correcting.py",
        "    for event in reversed(changes):\n",
        "    for event in ():\n",
    ),
)
