"""A display name, which anybody may choose, gives nobody what is another's."""

import pytest

from domain.people import Account, Directory, Person
from handlers.namesakes import somebody_new

ACCOUNT = Account(platform="console", workspace="harbour", user="U7")
NIA = Person(id="nia-quill", name="Nia Quill", other_names=("N. Quill",))
HARBOUR = Directory(people=(NIA,), posts=("Pool Keeper",))


@pytest.mark.parametrize(
    ("name", "email", "called"),
    [
        ("Uma Sole", "uma@reef.example", "Uma Sole"),
        ("Nia Quill", "nia@reef.example", "Nia Quill (nia@reef.example)"),
        ("nía  QUILL", None, "nía  QUILL (U7)"),
        ("N. Quill", None, "N. Quill (U7)"),
        ("Pool keeper", None, "Pool keeper (U7)"),
        ("", None, "somebody"),
    ],
)
def test_somebody_new_has_nobodys_name(name: str, email: str | None, called: str) -> None:
    assert somebody_new(name, email, ACCOUNT, HARBOUR).name == called


def test_each_of_one_name_is_somebody_else() -> None:
    second = somebody_new("Nia Quill", None, ACCOUNT, HARBOUR)
    both = Directory(people=(NIA, second))
    third = somebody_new("Nia Quill", None, ACCOUNT, both)
    assert [each.id for each in (second, third)] == ["nia-quill-2", "nia-quill-3"]
    assert third.name == "Nia Quill (U7-2)"
    assert Directory(people=(NIA, second, third)).named("Nia Quill") == NIA
