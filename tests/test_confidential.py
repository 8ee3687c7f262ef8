"""What people wrote is in no error of a value that cannot be made: errors are logged."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy.dialects import sqlite

import store.tables  # noqa: F401 - all that is kept is imported with it
from bot.slack import shapes as slack_shapes
from bot.teams import shapes as teams_shapes
from domain.conversation import Reply
from domain.intents import Option
from domain.value import Value
from store.columns import Whole

SAID = "the lodger at number nine"


def below(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield kind
    for each in kind.__subclasses__():
        yield from below(each)


@pytest.mark.parametrize("root", [Value, slack_shapes.Shape, teams_shapes.Shape])
def test_no_value_repeats_what_it_could_not_be_made_of(root: type[BaseModel]) -> None:
    kinds = list(below(root))
    assert len(kinds) > 5
    assert [each for each in kinds if not each.model_config.get("hide_input_in_errors")] == []


@pytest.mark.parametrize("kind", [Reply, tuple[Option, ...]])
def test_what_is_kept_whole_and_cannot_be_read_any_more_is_not_repeated(kind: object) -> None:
    with pytest.raises(ValidationError) as raised:
        Whole[object](kind).process_result_value(f'{{"text": "{SAID}"}}', sqlite.dialect())

    assert SAID not in str(raised.value)
