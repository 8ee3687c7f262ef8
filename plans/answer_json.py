"""A plan document as the JSON that `import --json` prints."""

from typing import Any  # what JSON is made of

from domain.work import Action
from plans.document import Note, PlanDocument


def as_json(document: PlanDocument) -> dict[str, Any]:
    """Values as the conventions of plan documents have them, ready for ``json.dumps``."""
    period = document.period
    return {
        "plan": {
            "title": document.title,
            "period": period.model_dump(mode="json") if period else None,
            "sections": [section.model_dump(mode="json") for section in document.sections],
        },
        "actions": [action_as_json(action) for action in document.actions],
        "people": [entry.model_dump(mode="json") for entry in document.people],
        "notes": [_note(note) for note in document.notes],
    }


def action_as_json(action: Action) -> dict[str, Any]:
    """One action; its source has only the keys that are known."""
    return action.model_dump(mode="json", exclude={"source"}) | {
        "source": action.source.model_dump(mode="json", exclude_none=True)
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "code": note.code,
        "ref": note.ref,
        "source": note.source.model_dump(mode="json", exclude_none=True),
        "message": note.message,
    }
