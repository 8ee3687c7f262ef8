"""Which parts of Teams are set, and what is still missing. Pure."""

from dataclasses import dataclass

from bot.settings import Settings, variable_of

NEEDED = ("teams_client_id", "teams_client_secret", "teams_tenant_id")


@dataclass(frozen=True, slots=True)
class Setup:
    """``told`` says in a sentence what is set or missing."""

    complete: bool
    begun: bool
    told: str


def setup_of(settings: Settings) -> Setup:
    missing = [name for name in NEEDED if getattr(settings, name) is None]
    if not missing:
        where = f"{settings.public_url or ''}/api/messages"
        return Setup(True, True, f"Teams: connected; set the bot’s messaging endpoint to {where}.")
    if len(missing) == len(NEEDED):
        return Setup(False, False, f"Teams: not set up ({variable_of(NEEDED[0])} and two more).")
    names = " and ".join(variable_of(name) for name in missing)
    return Setup(False, True, f"Teams: not connected, because {names} is missing.")
