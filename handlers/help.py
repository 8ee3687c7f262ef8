"""What can be said, on one screen of a phone."""

from domain.conversation import Facts, Paragraph, Reply
from handlers.outcome import Outcome

EXAMPLES = (
    ("Report", "7.3 on track, 8.2 slipping to end of June, waiting on Finance"),
    ("Correct", "undo"),
    ("Your actions", "what’s mine?"),
    ("A section", "status staying-safe"),
    ("An action", "show 7.3 · history of 7.3 · who owns 7.3?"),
    ("Dates", "what’s overdue? · what’s due in March?"),
    ("Changes", "what changed since last week?"),
    ("Being away", "on leave until 3 March, Sam Hall is covering"),
    ("Later", "ask me about 7.3 next Monday"),
)


def how_to_use() -> Outcome:
    return Outcome(
        summary="Just tell me how your actions are going, with their numbers.",
        parts=(
            Facts(pairs=EXAMPLES),
            Paragraph(text="I ask when I am not sure, and you can always undo."),
        ),
    )


def welcome() -> Reply:
    return Reply(summary="Say how your actions are going, or ask. “help” shows how.")
