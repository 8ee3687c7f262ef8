"""What could not be looked after is on the administrators' list, once a week while it lasts."""

from collections.abc import Iterator

from domain.concerns import Concern
from domain.faults import Subject, What
from handlers.escalating import not_looked_after
from scheduler.office import Office


def left_out(office: Office) -> Iterator[Concern]:
    """A concern of each administrator for each fault that stands; not of what is about them."""
    titles = {key: plan.title for key, plan in office.plans.items()}
    for fault in office.faults.standing:
        for reader in office.administrators:
            if fault.subject != Subject(What.PERSON, reader.id):
                yield not_looked_after(fault, reader, office.today, office.reach.directory, titles)
