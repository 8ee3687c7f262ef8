"""The officers: what they say and when, asked or unasked, put otherwise later or taken back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from bot.clock import SetClock
from domain.conversation import Address, Request
from domain.named import in_full, plan_and_ref
from domain.people import Person
from tests.simulation.platform import Delivery, Platform
from tests.simulation.replicas import Act
from tests.simulation.setting import (
    ADMINISTRATOR,
    CHAIR,
    PLATFORM,
    RESTRICTED,
    WORKSPACE,
    Setting,
    account_of,
)
from tests.simulation.whims import LATER, SOON


@dataclass
class Officers:
    setting: Setting
    dice: Random
    whims: Random
    clock: SetClock
    platform: Platform
    numbers: Iterator[int]
    at: Callable[[datetime, Act], None]  # puts an event into the story
    beat: Act
    come_in: Callable[[Request, datetime], None]  # lets the platform deliver what was said
    said: dict[str, str] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    well: bool = False  # nobody says anything any more
    _heard: int = 0

    def listen(self) -> None:
        """Whoever has seen a new message may answer it."""
        for delivery in self.platform.deliveries[self._heard :]:
            to = delivery.message.to
            officer = next((each for each in self.setting.officers if each.id == to), None)
            if officer and not self.well and self.dice.random() < self.setting.talkative:
                self._will_answer(officer, delivery)
        self._heard = len(self.platform.deliveries)

    def speak_unasked(self) -> None:
        """Somebody may speak of what they were just about to be asked."""
        for message in self.platform.failed:
            officer = next((each for each in self.setting.officers if each.id == message.to), None)
            if officer and message.about and not self.well and self.dice.random() < 0.2:
                soon = self.clock.moment + timedelta(seconds=self.dice.randint(1, 20))
                self._will_say(officer, message.about, soon)
                for minutes in (3, 45):  # there is a beat soon after the message is withdrawn
                    self.at(soon + timedelta(minutes=minutes), self.beat)
        self.platform.failed.clear()

    def _will_answer(self, officer: Person, delivery: Delivery) -> None:
        about = tuple(
            each for each in delivery.message.about if self._named(each) in delivery.shown
        )
        if about:
            when = delivery.at + timedelta(minutes=self.dice.choice([1, 1, 3, 90, 1500]))
            self._will_say(officer, about, when)

    def _will_say(self, officer: Person, about: tuple[str, ...], when: datetime) -> None:
        text = self._words(self.dice.choice(about), when.date(), self.dice)
        self._say(officer, text, when, about)

    def _say(
        self,
        person: Person,
        text: str,
        when: datetime,
        about: tuple[str, ...] = (),
        corrects: str | None = None,
    ) -> None:
        request = Request(
            id=f"r{next(self.numbers)}",
            workspace=WORKSPACE,
            account=account_of(person.id),
            address=Address(platform=PLATFORM, workspace=WORKSPACE, conversation=person.id),
            text=text,
            about=about,
            corrects=corrects,
        )
        self.said[request.id] = text
        if corrects:
            self.edits[request.id] = corrects
        self.come_in(request, when)
        if self.dice.random() < 0.2:  # the platform delivers it once more
            self.come_in(request, when + timedelta(seconds=self.dice.randint(0, 300)))

    def _words(self, name: str, today: date, dice: Random) -> str:
        plan, ref = plan_and_ref(name)
        later: date = today + timedelta(days=dice.randint(5, 40))
        said = dice.choice(
            [
                f"{ref} on track",
                f"{ref} complete",
                f"{ref} slipping to {later.day} {later:%B %Y}",
                f"ask me about {ref} tomorrow",
                f"ask me about {ref} on {later.day} {later:%B}",
            ]
        )
        plainly = dice.random() < 0.1  # and may be asked which plan is meant
        return said if plainly or not plan else self._of(plan, said)

    def _of(self, plan: str, said: str) -> str:
        """As a button says it where there are several plans."""
        return f"{plan}: {said}" if len(self.setting.plans) > 1 else said

    def _named(self, name: str) -> str:
        return in_full(*plan_and_ref(name, self.setting.plans[0]))

    def think_again(self, request: Request) -> None:
        """Whoever has said something about an action may soon put it otherwise, or take it back."""
        speaker, whims = self.setting.person(request.account.user), self.setting.whims
        if self.well or not request.about or speaker is None or request.corrects:
            return
        if self.whims.random() < whims.editing:
            soon = self.clock.moment + timedelta(minutes=self.whims.choice(SOON))
            text = self._words(self.whims.choice(request.about), soon.date(), self.whims)
            self._say(speaker, text, soon, request.about, corrects=request.id)
        elif self.whims.random() < whims.undoing:
            later = self.clock.moment + timedelta(minutes=self.whims.choice(LATER))
            if not any(each.by == speaker for each in whims.notices):  # it may be that they undo
                self._say(speaker, "undo", later)

    def plan_sayings(self) -> None:
        """What is said of itself: of what may not be theirs; and that a round is to be held."""
        start, speakers = self.setting.start, (*self.setting.officers, CHAIR)
        for number in range((self.setting.end - start).days):
            if self.dice.random() < self.setting.meddling:
                when = start + timedelta(days=number, minutes=self.dice.randint(0, 1_439))
                self._say(self.dice.choice(speakers), self._meddling(when.date()), when)
        for notice in self.setting.whims.notices:
            self._say(notice.by, notice.text, notice.at)
        if self.setting.round:
            plan, number, papers = self.setting.round
            asked = f"open a round, papers due {papers.day} {papers:%B %Y}"
            when = start + timedelta(days=number, hours=self.dice.randint(0, 12))
            self._say(ADMINISTRATOR, self._of(plan, asked), when)

    def _meddling(self, today: date) -> str:
        if self.dice.random() < 0.4:
            return self._of(RESTRICTED, "what is late?")
        return self._words(self.dice.choice(self.setting.tasks).name, today, self.dice)
