"""What an administrator keeps about who is who: each is a wish, and kept as told, with its author.

People in plans are names and posts; on a platform they are accounts. Nobody becomes somebody by
what they type: an administrator says so, or the platform's own directory does.
"""

from datetime import date, time
from typing import Literal

from domain.people import Account
from domain.places import Address
from domain.value import Value


class Registration(Value):
    """Something about who is who."""


class ShowPeople(Registration):
    """Who has an account here, who has none, and who might be whom."""

    kind: Literal["show_people"] = "show_people"


class LinkAccount(Registration):
    """This account is a person's: by name or id, or with None a new person of its name."""

    kind: Literal["link_account"] = "link_account"
    account: Account
    person: str | None = None


class RefuseAccount(Registration):
    """This account is of nobody whom the plan concerns."""

    kind: Literal["refuse_account"] = "refuse_account"
    account: Account


class GivePost(Registration):
    """A post is held by a person from a day on, or deputised for; with None it falls vacant."""

    kind: Literal["give_post"] = "give_post"
    post: str
    person: str | None = None
    start: date | None = None
    deputy: bool = False


class NameChair(Registration):
    kind: Literal["name_chair"] = "name_chair"
    partnership_group: str
    person: str
    vice: bool = False


class NameAdministrator(Registration):
    kind: Literal["name_administrator"] = "name_administrator"
    person: str


class UseChannel(Registration):
    """A partnership group talks where this was said: its digest goes there, and comes then.

    ``partnership_group`` is as it was said, or ""; with ``board`` it is the one that hears of all.
    What is None stays as it is; ``address`` is the place, once it is kept.
    """

    kind: Literal["use_channel"] = "use_channel"
    partnership_group: str = ""
    board: bool = False
    day: int | None = None
    at: time | None = None
    address: Address | None = None


class ShowGroups(Registration):
    """The partnership groups, with their chairs and where they talk."""

    kind: Literal["show_groups"] = "show_groups"


class TakeIn(Registration):
    """Read a plan document; without one it is said how."""

    kind: Literal["take_in"] = "take_in"


class StoreDocument(Registration):
    """Store the document of this name on the platform, as it was shown: its SHA-256 says so."""

    kind: Literal["store_document"] = "store_document"
    id: str
    digest: str
    month_first: bool = False


type Registered = (
    TakeIn
    | StoreDocument
    | ShowPeople
    | LinkAccount
    | RefuseAccount
    | GivePost
    | NameChair
    | NameAdministrator
    | UseChannel
    | ShowGroups
)
