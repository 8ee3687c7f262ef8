"""Who somebody is: by Slack’s directory or an administrator’s word, never by what they type."""

from domain.people import Person as Somebody
from tests.bot.slack.conftest import HOME, Office, words


async def test_somebody_new_is_asked_and_an_administrator_decides(office: Office) -> None:
    new = office.slack.person(office.team, "Nia R. Quill", email="new@harbour.example")
    await new.says("7.3 on track")
    assert "I do not know you yet" in words(await new.hears())
    assert await office.events("7.3") == 0
    await new.says("I am Nia Quill, honest")
    assert "Thank you" in words(await new.hears())
    asked = await office.kit.hears()
    assert "Who is Nia R. Quill (new@harbour.example)?" in words(asked)
    claim = await office.kit.hears()
    assert "which proves nothing" in words(claim)
    await office.kit.presses("Nia Quill", on=claim)
    assert "Nia Quill’s from now on" in words(await office.kit.hears())
    assert "Recorded: 7.3 on track" in words(await new.hears())
    async with office.store(HOME) as unit:
        told = await unit.instructions.all()
        assert [(each.by, each.order.kind) for each in told] == [("kit", "link_account")]
        assert await unit.newcomers.all() == []


async def test_somebody_new_with_an_owners_name_has_none_of_their_actions(office: Office) -> None:
    new = office.slack.person(office.team, "Nia Quill", email="nia@reef.example")
    await new.says("7.3 complete")
    await new.hears()
    asked = await office.kit.hears()
    await office.kit.presses("Somebody new", on=asked)
    told = await office.kit.hears()
    assert "That account is Nia Quill (nia@reef.example)’s from now on." in words(told)
    assert "what is theirs stays theirs alone" in words(told)
    await new.hears()
    assert await office.events("7.3") == 0
    await office.kit.presses("It is Nia Quill", on=told)
    assert "That account is Nia Quill’s from now on" in words(await office.kit.hears())


async def test_the_directory_knows_somebody_by_their_address(office: Office) -> None:
    async with office.store(HOME) as unit:
        await unit.people.put(Somebody(id="ann", name="Ann Reed", email="Ann@harbour.example"))
        await unit.commit()
    ann = office.slack.person(office.team, "annie", email="ann@harbour.example")
    await ann.says("help")
    assert "Just tell me" in words(await ann.hears())


async def test_who_administers_is_known_by_the_setting(office: Office) -> None:
    ada = office.slack.person(office.team, "Ada Fen", email="ada@harbour.example")
    await ada.says("people")
    assert "5 of 5 people" in words(await ada.hears())


async def test_only_an_administrator_says_who_is_who(office: Office) -> None:
    await office.nia.says("make Nia Quill an administrator")
    assert "Only an administrator" in words(await office.nia.hears())


async def test_posts_chairs_and_channels_are_given_by_words(office: Office) -> None:
    await office.kit.says("give post Pool Keeper to Nia Quill from 1 June")
    assert "Nia Quill holds Pool Keeper from Sun 1 June" in words(await office.kit.hears())
    await office.kit.says("chair of Harbour Board is Nia Quill")
    assert "Nia Quill is chair of Harbour Board" in words(await office.kit.hears())
    await office.kit.mentions("group harbour here", office.board)
    assert "gets its digest here" in words(await office.kit.hears())
    async with office.store(HOME) as unit:
        directory = await unit.people.directory()
        [group] = directory.partnership_groups
        assert group.address and group.address.conversation == office.board.id
        assert [each.id for each in directory.chairs("Harbour Board")] == ["nia"]
        assert len(await unit.instructions.all()) == 3


async def test_who_joins_slack_under_a_known_name_waits_among_the_people(office: Office) -> None:
    async with office.store(HOME) as unit:
        await unit.people.put(Somebody(id="ann", name="Ann Reed"))
        await unit.commit()
    ann = office.slack.person(office.team, "Ann Reed", email="ann@harbour.example")
    await office.slack.joins(ann)
    await office.kit.command("/plan people", office.board)
    shown = await office.kit.hears()
    asked = "Who is Ann Reed, ann@harbour.example? Perhaps Ann Reed: the same name."
    assert asked in words(shown)
    await office.kit.presses("Ann Reed", on=shown)
    assert "Ann Reed’s from now on" in words(await office.kit.hears())
    await ann.says("help")
    assert "Just tell me" in words(await ann.hears())


async def test_who_has_the_address_of_a_person_is_proposed_by_it(office: Office) -> None:
    """Nothing is linked before they write, or an administrator presses the name."""
    async with office.store(HOME) as unit:
        await unit.people.put(Somebody(id="ann", name="Ann Reed", email="ann@harbour.example"))
        await unit.commit()
    annie = office.slack.person(office.team, "annie.r", email="Ann@Harbour.example")
    await office.slack.joins(annie)
    await office.kit.says("people")
    shown = await office.kit.hears()
    assert "Perhaps Ann Reed: the same e-mail address." in words(shown)
    assert "Without an account: Ann Reed." in words(shown)
    await office.kit.presses("Ann Reed", on=shown)
    assert "Ann Reed’s from now on" in words(await office.kit.hears())
    async with office.store(HOME) as unit:
        [told] = await unit.instructions.all()
        assert (told.by, told.order.kind) == ("kit", "link_account")
