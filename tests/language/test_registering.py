"""What an administrator says of who is who; and news of actions that only looks like it."""

from datetime import date

import pytest

from domain.people import Account
from domain.registry import (
    GivePost,
    LinkAccount,
    NameAdministrator,
    NameChair,
    RefuseAccount,
    Registered,
    ShowGroups,
    ShowPeople,
    UseChannel,
)
from language.orders.registering import registration

TODAY = date(2031, 5, 14)
ACCOUNT = Account(platform="slack", workspace="T1", user="U1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people", ShowPeople()),
        ("Who is who?", ShowPeople()),
        ("groups", ShowGroups()),
        ("link slack:T1:U1 to nia-quill", LinkAccount(account=ACCOUNT, person="nia-quill")),
        ("add slack:T1:U1 as somebody new", LinkAccount(account=ACCOUNT)),
        ("slack:T1:U1 is nobody in the plan", RefuseAccount(account=ACCOUNT)),
        (
            "give post Harbour Master to Sam Tarn from 1 June",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2031, 6, 1)),
        ),
        (
            "give post Harbour Master to Sam Tarn from 1 May",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2031, 5, 1)),
        ),
        (
            "give post Harbour Master to Sam Tarn from March",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2031, 3, 1)),
        ),
        (
            "give post Harbour Master to Sam Tarn from 1 May 2032",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2032, 5, 1)),
        ),
        (
            "give post Harbour Master to Sam Tarn from 1 October",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2031, 10, 1)),
        ),
        (
            "give post Harbour Master to Sam Tarn since 1 October",
            GivePost(post="Harbour Master", person="Sam Tarn", start=date(2030, 10, 1)),
        ),
        (
            "post Harbour Master is vacant from 1 May",
            GivePost(post="Harbour Master", start=date(2031, 5, 1)),
        ),
        ("post Harbour Master is vacant from somewhen", None),
        ("give the post Harbour Master to Sam", GivePost(post="Harbour Master", person="Sam")),
        ("post Harbour Master is vacant", GivePost(post="Harbour Master")),
        (
            "deputy for Harbour Master is Bo Lark",
            GivePost(post="Harbour Master", person="Bo Lark", deputy=True),
        ),
        ("group quay chair Bo Lark", NameChair(partnership_group="quay", person="Bo Lark")),
        (
            "vice chair of Quay Group is Bo",
            NameChair(partnership_group="Quay Group", person="Bo", vice=True),
        ),
        ("group quay here", UseChannel(partnership_group="quay")),
        ("make Bo Lark an administrator", NameAdministrator(person="Bo Lark")),
        ("Post 16 transport is on track", None),
        ("group 7 on track", None),
        ("chair of governors is aware, 7.3 on track", None),
        ("give post Harbour Master to Sam from somewhen", None),
        ("7.3 needs an administrator", None),
        ("people are being trained, 7.3 on track", None),
    ],
)
def test_only_whole_messages_of_these_forms_are_meant(
    text: str, expected: Registered | None
) -> None:
    assert registration(text, TODAY) == expected
