"""References that a spreadsheet took for figures, and cut: "3.1" between "3.9" and "3.11"."""

import re
from collections.abc import Sequence

from plans.actions.drafts import Draft
from plans.document import Note

FIGURE = re.compile(r"(?P<whole>\d{1,3})\.(?P<tens>[1-9])")


def regain_zeros(drafts: Sequence[Draft]) -> list[Note]:
    """Give references their last nought back, where another has the shorter one before and the
    next below it stands right above; a note for each."""
    notes: list[Note] = []
    seen: set[str] = set()
    above = ""
    for draft in drafts:
        whole = _whole(draft.ref, above) if draft.ref in seen else ""
        if whole and whole not in seen:
            message = f"“{draft.ref}” stands after {above}, so it came in as {whole}."
            notes.append(Note(code="healed", ref=whole, source=draft.source, message=message))
            draft.ref = whole
        seen.add(draft.ref)
        above = draft.ref or above
    return notes


def _whole(ref: str, above: str) -> str:
    """The reference that a figure was, if it is the one that follows; or ""."""
    found = FIGURE.fullmatch(ref)
    follows = found is not None and above == f"{found['whole']}.{int(found['tens']) * 10 - 1}"
    return f"{ref}0" if follows else ""
