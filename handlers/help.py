"""What can be said, on one screen of a phone."""

from domain.conversation import Facts, Paragraph, Part
from handlers.allowing import may_steer_all
from handlers.outcome import Outcome
from handlers.scene import Scene

EXAMPLES = (
    ("Report", "7.3 on track, 8.2 slipping to end of June, waiting on Finance"),
    ("Correct", "undo"),
    ("Your actions", "what’s mine?"),
    ("A section", "status staying-safe"),
    ("An action", "show 7.3 · history of 7.3 · who owns 7.3?"),
    ("Dates", "what’s overdue? · what’s due in March?"),
    ("No word", "who hasn’t updated? · what has had no word since March?"),
    ("Changes", "what changed since last week?"),
    ("Being away", "on leave until 3 March, Sam Hall is covering"),
    ("Later", "ask me about 7.3 next Monday"),
    ("Your hour and days", "ask me at 8:30 · I work Monday to Wednesday"),
    ("Cover", "Sam Hall answers for me until 3 May"),
    ("How often", "how often do you ask? · why 7.3?"),
)
CHAIRING = (
    ("A round", "open a round for staying-safe, papers due 12 June · who has answered?"),
    ("Its end", "close the round · call off the round"),
    ("How often I ask", "policy staying-safe · remind staying-safe 14 and 2 days before"),
    ("A new date", "7.3: accept 30 June because the lamps came late"),
    ("A channel", "group staying-safe here · send the digest here on Thursdays at 14:00"),
    ("Groups", "groups"),
)
PAUSING = (("A pause", "pause the plan until 5 January · resume the plan"),)
ADMINISTERING = (
    ("Whose it is", "restrict the plan to its own people · open the plan to everybody"),
    ("Closed days", "the council is closed from 24 December to 31 December"),
    ("Who is who", "people"),
    ("A plan", "import · what needs an administrator?"),
)


def how_to_use(scene: Scene) -> Outcome:
    """What everybody can say; and what a chair or an administrator can besides."""
    return Outcome(
        summary="Just tell me how your actions are going, with their numbers.",
        parts=(
            Facts(pairs=EXAMPLES),
            *_steering(scene),
            Paragraph(text="I ask when I am not sure, and you can always undo."),
            Paragraph(text="In a channel, and in a thread there, begin with my name: @Planbot."),
        ),
    )


def _steering(scene: Scene) -> tuple[Part, ...]:
    """What this person may set for others, and nothing that is not theirs to set."""
    if scene.standing.administrator:
        every = (*CHAIRING, *PAUSING, *ADMINISTERING)
        return Paragraph(text="As administrator:"), Facts(pairs=every)
    if not scene.standing.steers:
        return ()
    own = (*CHAIRING, *(PAUSING if may_steer_all(scene) else ()))
    return Paragraph(text="As chair, of what answers to you:"), Facts(pairs=own)
