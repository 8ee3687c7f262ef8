"""Messages as the rows of the outbox."""

from collections.abc import Sequence

from domain.conversation import Address, Outgoing, Reply
from domain.sending import Fate
from store.columns import Whole
from store.keepable import aware, keepable_key, keepable_text
from store.sql.statements import Columns
from store.sql.transaction import Values
from store.tables.shape import Names

ADDRESS, REPLY, NAMES = Whole[Address](Address), Whole[Reply](Reply), Whole[Names](Names)


def row_of(outgoing: Outgoing, number: object) -> Values:
    columns = columns_of([outgoing], range(1))
    return {**{name: value for name, [value] in columns.items()}, "number": number}


def columns_of(messages: Sequence[Outgoing], numbers: Sequence[int]) -> Columns:
    """Column by column: of many messages most columns have one value."""
    own = {name: [getattr(each, name) for each in messages] for name in Outgoing.model_fields}
    aware(*{*own["not_before"], *own["not_after"]})
    for text in {*own["to"], *own["plan"], *own["under"]}:
        keepable_text(text or "")
    return {
        **own,
        "key": [keepable_key(each) for each in own["key"]],
        "address": [ADDRESS.written(each) for each in own["address"]],
        "reply": [REPLY.written(each) for each in own["reply"]],
        "about": [NAMES.written(each) for each in own["about"]],
        "says": [NAMES.written(each) for each in own["says"]],
        "platform": [each.platform for each in own["address"]],
        "number": numbers,
        "state": [Fate.WAITING] * len(messages),
        "attempts": [0] * len(messages),
        "next_try": own["not_before"],
    }
