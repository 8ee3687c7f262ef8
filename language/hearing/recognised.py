"""What was recognised in a message, for whoever wants to know why it was read so."""

from domain.intents import Decision, Found, Option, Reading
from language.hearing.heard import Heard

type Span = tuple[int, int, str, str]


def plain_reading(
    scene: Heard,
    decision: Decision,
    why: str,
    question: str = "",
    options: tuple[Option, ...] = (),
) -> Reading:
    """A reading that records nothing."""
    return Reading(
        decision=decision, why=why, question=question, options=options, found=found_in(scene)
    )


def found_in(scene: Heard) -> tuple[Found, ...]:
    """References, dates and phrases, in the order of the text."""
    return tuple([_found(scene, span) for span in sorted(_spans(scene))])


def _spans(scene: Heard) -> list[Span]:
    marked = scene.marked
    refs = [(m.first, m.beyond, str(m.how), ", ".join(m.refs)) for m in marked.mentions]
    dates = [(d.first, d.beyond, d.said.rule, str(d.day or d.said.doubt)) for d in marked.dates]
    phrases = [(h.first, h.beyond, h.term.rule, h.term.value) for h in marked.hits]
    return [*refs, *dates, *phrases]


def _found(scene: Heard, span: Span) -> Found:
    first, beyond, rule, value = span
    tokens = scene.typed.tokens
    return Found(
        rule=rule,
        start=tokens[first].start,
        end=tokens[beyond - 1].end,
        text=scene.typed.quote(first, beyond),
        value=value,
    )
