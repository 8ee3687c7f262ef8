"""A reading as `planbot read --json` prints it."""

from domain.intents import Intent, Reading

type Json = str | int | list[Json] | dict[str, Json]
CALLED = {"start": "from", "end": "to"}


def answer_json(reading: Reading) -> dict[str, Json]:
    """The decision, the intents with only what is set, and the question if there is one."""
    answer: dict[str, Json] = {
        "decision": reading.decision.value,
        "intents": [intent_json(intent) for intent in reading.intents],
    }
    if reading.question:
        answer["question"] = reading.question
    return answer


def intent_json(intent: Intent) -> dict[str, Json]:
    """One intent; a query and a leave say "from" and "to"."""
    fields = intent.model_dump(mode="json", exclude_none=True)
    if intent.kind in ("query", "away"):
        fields = {CALLED.get(name, name): value for name, value in fields.items()}
    return {name: value for name, value in fields.items() if value not in ("", [])}
