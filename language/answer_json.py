"""A reading as `planbot read --json` prints it."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.intents import Intent, Reading

type Json = str | int | list[Json] | dict[str, Json]
CALLED = {"start": "from", "end": "to"}
NO_NAMES: Mapping[str, str] = MappingProxyType({})


def answer_json(reading: Reading, sections: Mapping[str, str] = NO_NAMES) -> dict[str, Json]:
    """The decision, the intents with only what is set, and the question if there is one.

    A section is called as the plan prints it where ``sections`` has its name, by its slug.
    """
    answer: dict[str, Json] = {
        "decision": reading.decision.value,
        "intents": [intent_json(intent, sections) for intent in reading.intents],
    }
    if reading.question:
        answer["question"] = reading.question
    return answer


def intent_json(intent: Intent, sections: Mapping[str, str] = NO_NAMES) -> dict[str, Json]:
    """One intent; a query and a leave say "from" and "to"."""
    fields = intent.model_dump(mode="json", exclude_none=True)
    if intent.kind in ("query", "away"):
        fields = {CALLED.get(name, name): value for name, value in fields.items()}
    if section := fields.get("section"):
        fields["section"] = sections.get(section, section)
    return {name: value for name, value in fields.items() if value not in ("", [])}
