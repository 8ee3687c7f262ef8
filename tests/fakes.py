"""The outside world, in a form that can be set and looked at."""

from dataclasses import dataclass, field

from domain.conversation import Address, Reply


@dataclass
class FakeMessenger:
    """Keeps what was sent; ``broken`` makes the platform refuse."""

    sent: list[tuple[Address, Reply]] = field(default_factory=list)
    broken: bool = False

    async def send(self, address: Address, reply: Reply) -> None:
        if self.broken:
            raise ConnectionError("the platform is down")
        self.sent.append((address, reply))
