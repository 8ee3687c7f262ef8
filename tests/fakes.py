"""The outside world, in a form that can be set and looked at."""

from dataclasses import dataclass, field

from domain.conversation import Address, Outgoing, Reply
from domain.pacing import Pacing
from domain.sending import CannotTell, NotSent, Receipt, Unreachable

ANY_PACE = Pacing()


@dataclass
class FakeMessenger:
    """Keeps what was sent; ``broken`` makes the platform refuse.

    ``trouble`` is what the next attempts end in, one after the other; ``late`` of them are
    delivered all the same. A ``blind`` platform cannot look for a message.
    """

    sent: list[tuple[Address, Reply]] = field(default_factory=list)
    broken: bool = False
    pacing: Pacing = ANY_PACE
    trouble: list[NotSent] = field(default_factory=list)
    delivers_all_the_same: bool = False
    blind: bool = False
    looked_for: list[str] = field(default_factory=list)
    _keys: list[str] = field(default_factory=list)

    async def send(self, outgoing: Outgoing) -> Receipt:
        if self.broken:
            raise Unreachable("the platform is down")
        trouble = self.trouble.pop(0) if self.trouble else None
        if trouble is None or self.delivers_all_the_same:
            self.sent.append((outgoing.address, outgoing.reply))
            self._keys.append(outgoing.key)
        if trouble is not None:
            raise trouble
        return self._receipt(outgoing)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        self.looked_for.append(outgoing.key)
        if self.blind:
            raise CannotTell
        return self._receipt(outgoing) if outgoing.key in self._keys else None

    def _receipt(self, outgoing: Outgoing) -> Receipt:
        return Receipt(message=f"message {outgoing.key}", thread=f"thread {outgoing.key}")
