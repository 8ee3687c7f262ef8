"""What happened in a month: for the judges, and to be compared with another run of its seed."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from domain.conversation import Reply
from domain.events import Event
from domain.rounds import Round
from domain.sending import Undelivered
from tests.simulation.platform import Delivery, Platform
from tests.simulation.setting import Setting


class Told(NamedTuple):
    """What somebody was answered, and when they had spoken."""

    person: str
    at: datetime
    reply: Reply


@dataclass
class Story:
    """All that anybody said and was told."""

    setting: Setting
    platform: Platform
    events: list[Event]  # what people said
    given_up: list[Undelivered]
    waiting: int
    said: dict[str, str]  # in which words, by request
    told: dict[str, Told]  # what was replied, by request
    edits: dict[str, str]  # which request is put otherwise by another
    rounds: tuple[Round, ...]
    failed_beats: tuple[str, ...]  # with which error each has ended

    def message_of(self, request: str) -> str:
        """The message that a request is, or puts otherwise."""
        return self.edits.get(request, request)

    def wordings(self, message: str) -> list[str]:
        """In which words a message was said, the last of them last."""
        return [self.said[each] for each in self.said if self.message_of(each) == message]

    @property
    def deliveries(self) -> list[Delivery]:
        return self.platform.deliveries
