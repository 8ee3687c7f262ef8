"""What can be scripted to go wrong with the Web API, a call at a time."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limited:
    """429, to come again after so many seconds."""

    seconds: int = 30


@dataclass(frozen=True)
class Broken:
    """An answer of the server's own: 500, 503 ..."""

    status: int = 500


@dataclass(frozen=True)
class Lost:
    """The call is carried out and the connection dropped before the answer."""


@dataclass(frozen=True)
class Refused:
    """The connection is dropped before the call is carried out."""


@dataclass(frozen=True)
class Slow:
    """The call is carried out and answered after so many seconds, real ones."""

    seconds: float


@dataclass(frozen=True)
class Fails:
    """Slack's ``ok: false`` with this error."""

    error: str


type Trouble = Limited | Broken | Lost | Refused | Slow | Fails


@dataclass
class Planned:
    method: str
    channel: str | None
    trouble: Trouble
    times: int


@dataclass
class Troubles:
    """Troubles in the order in which they were planned; each comes up so many times."""

    planned: list[Planned] = field(default_factory=list)

    def plan(
        self, method: str, trouble: Trouble, channel: str | None = None, times: int = 1
    ) -> None:
        self.planned.append(Planned(method, channel, trouble, times))

    def next(self, method: str, channel: object) -> Trouble | None:
        """What befalls this call, if anything."""
        for each in self.planned:
            if each.times and each.method == method and each.channel in (None, channel):
                each.times -= 1
                return each.trouble
        return None
