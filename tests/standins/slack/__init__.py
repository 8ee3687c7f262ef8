"""A Slack to test against: a server on loopback that does what Slack does, as far as we need it.

    async def test_an_officer_is_answered(slack: Slack):     # the fixture is in tests/conftest.py
        harbour = slack.team("Harbour")
        token = slack.install(harbour)                       # token.value is the app's bot token
        nia = slack.person(harbour, "Nia Quill", email="nia@harbour.example")
        board = slack.channel(harbour, "harbour-board", nia)

        slack.app.url = "http://127.0.0.1:3000/slack/events"  # left empty: Socket Mode
        client = AsyncWebClient(token=token.value, base_url=slack.api_url)
        ...
        asked = await nia.says("7.3 on track")               # a DM; to=board for a channel
        answer = await nia.hears()                           # the next message she can see
        assert "7.3" in words_in(answer)

What the app is told is signed with ``slack.app.signing_secret``; ``nia.did`` holds the deliveries
of her last act with every attempt, ``slack.deliveries.made`` all there were. People do more:
``mentions``, ``command("/plan status")``, ``presses("Undo")``, ``picks(date)``,
``fills({"Status": "At risk"})`` in a modal, ``edits``, ``deletes``, ``drops`` a file,
``opens_home``, ``takes_shortcut``, and see: ``hears``, ``heard``, ``sees_modal``, ``sees_home``.

Every call of the Web API is checked. What Slack would refuse is refused, and that as well as what
it does not document is kept in ``slack.faults``, which the fixture wants empty at the end; a test
that means to provoke one clears it. ``slack.calls`` lists all that were made.

    slack.troubles.plan("chat.postMessage", Limited(30), channel=board.id, times=2)
    slack.troubles.plan("chat.postMessage", Lost())          # posted, and no answer: dropped

``Broken``, ``Refused``, ``Slow`` and ``Fails`` are the others; ``go_down`` and ``come_up`` are for
all of it at once. ``slack.clock`` stands still until ``await slack.elapse(timedelta(...))`` lets
time pass: a message a second goes into a channel, what was not acknowledged is told again, and
triggers and response addresses run out by that clock. Signatures bear the real time unless
``slack.deliveries.stamps`` is another clock. ``slack.pacing.on = False`` lifts the limits.
``await slack.sockets.disconnect()`` asks the app to connect anew. ``slack.app.adopt(manifest)``
limits it to the events, scopes, commands and shortcuts of its manifest.
"""

from tests.standins.slack.deliveries import Delivery as Delivery
from tests.standins.slack.person import Person as Person
from tests.standins.slack.reading import links as links
from tests.standins.slack.reading import pings as pings
from tests.standins.slack.reading import words_in as words_in
from tests.standins.slack.reading import words_of as words_of
from tests.standins.slack.town import Slack as Slack
from tests.standins.slack.troubles import Broken as Broken
from tests.standins.slack.troubles import Fails as Fails
from tests.standins.slack.troubles import Limited as Limited
from tests.standins.slack.troubles import Lost as Lost
from tests.standins.slack.troubles import Refused as Refused
from tests.standins.slack.troubles import Slow as Slow
from tests.standins.slack.world import Channel as Channel
from tests.standins.slack.world import Message as Message
from tests.standins.slack.world import Team as Team
from tests.standins.slack.world import Token as Token
from tests.standins.slack.world import View as View
