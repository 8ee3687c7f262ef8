"""Which parts of Teams are set, and what is still missing, in words. Pure."""

from dataclasses import dataclass

from bot.settings import Settings, variable_of

NEEDED = (
    ("teams_client_id", "the app registration’s Overview calls it Application (client) ID"),
    ("teams_client_secret", "made under Certificates & secrets"),
    ("teams_tenant_id", "the Overview calls it Directory (tenant) ID"),
)


@dataclass(frozen=True, slots=True)
class Setup:
    """``missing`` says what it would take, where Teams is begun and not complete."""

    complete: bool
    missing: tuple[str, ...] = ()


def setup_of(settings: Settings) -> Setup:
    absent = [
        f"Set {variable_of(name)}: {where}."
        for name, where in NEEDED
        if getattr(settings, name) is None
    ]
    begun = len(absent) < len(NEEDED)
    return Setup(complete=not absent, missing=tuple(absent) if begun else ())
