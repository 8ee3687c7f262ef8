"""Who is in the Playground's tenant: the sample plan's own people, by the addresses it has."""

from bot.console.casting import Officer, sample_cast
from tests.standins.teams.connector import BOT_ID, TENANT

CHANNEL = "Delivery group"
SPEAKER = "Hannah Ollerton"  # the one who sits before the page
FIVE = 5  # people: with fewer, the Playground stops
CHAT = """\
version: "0.1.0"
tenantId: {tenant}
bot:
  id: "28:{bot}"
  name: Planbot
currentUser:
{speaker}
users:
{others}
personalChat:
  id: "a:chat-1"
groupChat:
  id: "19:group@thread.v2"
  name: Planning
team:
  id: "19:plans@thread.tacv2"
  name: Partnership
  aadGroupId: group-1
  channels:
    - id: "19:delivery@thread.tacv2"
      name: {channel}
"""


def configuration() -> str:
    """The Playground's settings file."""
    [speaker, *others] = sorted(sample_cast().people, key=lambda each: each.name != SPEAKER)
    return CHAT.format(
        tenant=TENANT,
        bot=BOT_ID,
        channel=CHANNEL,
        speaker=_user(speaker, 0, "  "),
        others="\n".join(
            _user(officer, number, "    ").replace("    ", "  - ", 1)
            for number, officer in enumerate(others[:FIVE], 1)
        ),
    )


def _user(officer: Officer, number: int, indent: str) -> str:
    first, _, last = officer.name.partition(" ")
    told = {
        "id": f"29:user-{number}",
        "name": officer.name,
        "userPrincipleName": officer.email,
        "aadObjectId": f"entra-{number}",
        "givenName": first,
        "surname": last,
        "email": officer.email,
    }
    return "\n".join(f'{indent}{key}: "{value}"' for key, value in told.items())
