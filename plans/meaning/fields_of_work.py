"""Short names of fields of work, which are no bodies."""

# Short for a field of work rather than for a body: "SEND and Inclusion Team" is one team.
FIELDS = frozenset(
    {"hr", "it", "ict", "od", "pr", "qa", "sen", "send", "ehc", "pe", "pshe", "eyfs", "cyp", "asc"}
    | {"ld", "ldd", "ks1", "ks2", "ks3", "ks4", "csc", "stem", "re", "pa", "ra", "l&d", "r&d"}
)


def is_field(name: str) -> bool:
    """Whether a name is short for a field of work."""
    return name.strip().lower() in FIELDS
