"""How a reminder is put: everything for one person in one message, answered in words."""

from domain.conversation import Choice, Choices, Item, Items, Paragraph, Reply
from domain.events import Tracked
from domain.reminders import Reminder
from handlers.lines import line


def reminder(due: Reminder) -> Reply:
    """Ask one person about all that needs a word from them today."""
    number = len(due.tracked)
    things = "One thing on the plan needs" if number == 1 else f"{number} things on the plan need"
    items = tuple(_item(each, due) for each in due.tracked)
    hint = "" if number == 1 else " One sentence can answer for all: “1 done, 2 end of April”."
    return Reply(
        summary=f"Good morning, {due.person.first_name}. {things} a word from you.",
        parts=(
            Items(items=items, numbered=number > 1),
            Paragraph(text=f"Just answer in words.{hint}"),
            Choices(options=_choices(due.tracked)),
        ),
    )


def _item(tracked: Tracked, due: Reminder) -> Item:
    item = line(tracked, due.day, due.person, owners=False)
    if item.quote:
        return item.model_copy(update={"said": f"last word: {item.said}"})
    return item


def _choices(tracked: tuple[Tracked, ...]) -> tuple[Choice, ...]:
    """Buttons where one action is asked about; with several, words are quicker."""
    if len(tracked) > 1:
        return ()
    ref = tracked[0].action.ref
    return (
        Choice(label="On track", says=f"{ref} on track"),
        Choice(label="Complete", says=f"{ref} complete"),
        Choice(label="Ask me tomorrow", says=f"ask me about {ref} tomorrow"),
        Choice(label="Not mine", says=f"{ref} is not mine"),
    )
