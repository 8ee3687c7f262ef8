"""Plans written out in a test, read and shown in short."""

from collections.abc import Sequence

from domain.work import Action
from plans.document import PlanDocument
from plans.read import read


def plan_in(text: str, name: str = "plan.md") -> PlanDocument:
    """The plan in a text whose lines may be indented with the test's own."""
    lines = text.strip("\n").split("\n")
    margin = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return read(name, "\n".join(line[margin:] for line in lines).encode())


def places(actions: Sequence[Action]) -> list[str]:
    """The reference of each action and the section and group that it stands in."""
    return [f"{each.ref} | {each.section or '-'} | {each.group or '-'}" for each in actions]


def table_of(*actions: str) -> str:
    """A Markdown table of actions that all fall due on one day."""
    rows = [f"| {action} | Ada Quill | May 2027 |" for action in actions]
    return "\n".join(["| Action | Who | By when |", "|---|---|---|", *rows, ""])


def marked(*parts: str) -> list[str]:
    """Where a plan of these paragraphs puts its actions: reference, section and group."""
    document = read("plan.md", "\n\n".join(parts).encode())
    return places(document.actions)
