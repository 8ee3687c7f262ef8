"""The references in a message, each in the light of the others, the reminder and the speaker."""

from collections.abc import Iterator, Sequence

from language.claims.topics import mentions_of
from language.lexicon.text import Words, tokens_of
from language.message import Message, Speaker
from language.references.abbreviated import askew, follow_ons
from language.references.all_but import all_but
from language.references.bare_titles import bare_titles, speaks_of_others
from language.references.by_title import titled_beside, titled_together, with_titled
from language.references.excepting import (
    exception_at,
    less_exceptions,
    titled_exceptions,
    titled_in,
    with_exceptions,
)
from language.references.finding import How, Mention, endings_in, mended_mention, single_mentions
from language.references.known import KnownPlan
from language.references.numbers_in_a_row import row_at
from language.references.ones import called_ones
from language.references.parts import unheaded, whole_parts
from language.references.places_in_turn import told_in_turn
from language.references.plurals import plurals
from language.references.replied import (
    mine_mention,
    others_mention,
    placed_mentions,
    replied_mentions,
)
from language.references.slashed import slashed
from language.references.this_too import with_this
from language.references.titles import heading, stem
from language.references.within import cut_short

FEW = 16  # tokens; in more a word of a title may be of anything
PLACES = frozenset(["first", "second", "last", "former", "latter", "one", "one's", "1st", "2nd"])


def mentions_by(words: Words, message: Message, plan: KnownPlan, speaker: Speaker) -> list[Mention]:
    """The references in a message, else what stands for those of the reminder or of the speaker."""
    about = tuple([ref for ref in message.about if ref in plan.order])
    wholes = _wholes(words, plan, about)
    single = _singles(words, plan, speaker, wholes, about)
    wholes = [each for each in wholes if not _taken(each, single)]  # "P2 A7" is not all of P2
    if wholes:
        single = [*single, *titled_in(words, plan.titles, wholes, single)]
        wholes = _of_theirs(unheaded(wholes, single), speaker)
    mentions = with_this(words, mentions_of(words, single, plan, wholes), about)
    if mentions:
        if not (about or PLACES.isdisjoint(words.said)):
            mentions = told_in_turn(words, mentions, replied_mentions)
        mine = None if about else mine_mention(words, speaker.own, plan)
        if mine and mine.beyond <= mentions[0].first:
            return with_exceptions(words, mine, mentions)
        others = [] if about or mine else all_but(words, mentions, plan, speaker)
        if others:
            return others
        if not about:
            mentions = sorted([*mentions, *called_ones(words, plan.titles, mentions, speaker.own)])
            mentions = with_titled(words, plan.titles, mentions, speaker.own or {*plan.order})
        mentions = _with_bare(words, plan, speaker, mentions, about)
        placed = placed_mentions(words, mentions, about)
        mentions = _with_the_rest(words, sorted([*mentions, *placed]), about)
        mentions = less_exceptions(words, mentions, about)
        return titled_beside(words, plan.titles, mentions, about) if about else mentions
    mended = None if about else mended_mention(words, plan)
    if mended:
        return [mended]
    if about:
        return _under_reminder(words, plan, speaker, about)
    mine = mine_mention(words, speaker.own, plan)
    if mine is None:
        return _by_titles_alone(words, plan, speaker)
    return with_exceptions(words, mine, titled_in(words, plan.titles, [mine], []))


def _under_reminder(
    words: Words, plan: KnownPlan, speaker: Speaker, about: tuple[str, ...]
) -> list[Mention]:
    """What stands for the actions of a reminder where none is typed, and what others are named."""
    if len(about) == 1 and (mine := mine_mention(words, speaker.own, plan)):
        return with_exceptions(words, mine, [])
    replied = replied_mentions(words, about)
    titled = _titled(words, plan, about) if len(about) > 1 else ()
    free = [each for each in titled if not _taken(each, replied)]
    told = less_exceptions(words, sorted([*replied, *free]), about)
    told = _with_bare(words, plan, speaker, told, about)
    return titled_beside(words, plan.titles, told, about)


def _by_titles_alone(words: Words, plan: KnownPlan, speaker: Speaker) -> list[Mention]:
    """Read "handrails done, guide late" where all that is told is told of such."""
    excepted = list(titled_exceptions(words, plan.titles, [*speaker.own]))
    if excepted:
        return all_but(words, excepted, plan, speaker)
    found = bare_titles(words, plan.titles, speaker.own, frozenset())
    opens = found and found[0].first == 0
    return found if opens and not speaks_of_others(words, plan.titles, speaker.own, found) else []


def _with_bare(
    words: Words,
    plan: KnownPlan,
    speaker: Speaker,
    mentions: list[Mention],
    about: Sequence[str],
) -> list[Mention]:
    """Read "1.1 done, guide late" as of two, and so "done, and the jobs fair is late" under a
    reminder for one; under one for several the words of their titles are weighed together."""
    if len(about) > 1:
        return mentions
    named = {*about}.union(*(each.refs for each in mentions))
    taken, enough = tokens_of(mentions), 2 if about or len(words.tokens) > FEW else 1
    found = bare_titles(words, plan.titles, speaker.own - named, taken, enough)
    return sorted([*mentions, *found])


def _titled(words: Words, plan: KnownPlan, about: Sequence[str]) -> Iterator[Mention]:
    """What a reminder's actions are called by: as excepted, or several together."""
    excepted = list(titled_exceptions(words, plan.titles, about))
    yield from excepted
    if not excepted:
        deeds = {stem(heading(plan.standings[ref].title).deed) for ref in about}
        yield from titled_together(words, plan.titles, about, deeds)


def _wholes(words: Words, plan: KnownPlan, about: Sequence[str]) -> list[Mention]:
    """Where whole parts of the plan are spoken of, in whatever way."""
    rows = [row_at(words, at, about) for at in words.figures] if len(about) > 1 else []
    placed = [each for each in rows if each]  # "1, 2 and 3: all on track"
    found = [each for each in whole_parts(words, plan) if not _taken(each, placed)]
    several = [each for each in plurals(words, plan, about) if not _taken(each, found)]
    return sorted([*found, *several]) if several else found


def _singles(
    words: Words,
    plan: KnownPlan,
    speaker: Speaker,
    wholes: Sequence[Mention],
    about: Sequence[str],
) -> list[Mention]:
    """Each reference by itself, in full, cut short or askew."""
    typed = single_mentions(words, plan)
    if "." not in words.said and tokens_of(typed).issuperset(words.figures):
        return typed  # nothing is left that could be one
    lists = slashed(words, plan)
    typed = sorted([*typed, *lists, *cut_short(words, plan, typed, wholes, about)])
    typed = [*typed, *endings_in(words, plan, typed, speaker.own)]
    single = sorted([*typed, *askew(words, plan, typed)])
    return sorted([*single, *follow_ons(words, plan, single)])


def _of_theirs(wholes: Sequence[Mention], speaker: Speaker) -> list[Mention]:
    """Whole parts; of one that others have a share in it is not plain how much is meant."""
    return [
        each if all(map(speaker.may_update, each.refs)) else each._replace(how=How.PART)
        for each in wholes
    ]


def _with_the_rest(words: Words, mentions: list[Mention], about: tuple[str, ...]) -> list[Mention]:
    """Under a reminder "all done apart from 7.3" is about the others too."""
    if len(about) < 2:
        return mentions
    named = {ref for each in mentions for ref in each.refs}
    rest = tuple(ref for ref in about if ref not in named)
    if len(rest) == len(about):
        return _with_all(words, mentions, about)
    if not rest:
        return mentions
    others = [each for each in others_mention(words, about, mentions) if not _taken(each, mentions)]
    if others:
        return sorted([*mentions, *others])
    first = min(each.first for each in mentions)
    excepted = exception_at(words, first) is not None
    whole = [each for each in replied_mentions(words, about) if excepted or each.first < first]
    return sorted([*(each._replace(refs=rest) for each in whole[:1]), *mentions])


def _with_all(words: Words, mentions: list[Mention], about: tuple[str, ...]) -> list[Mention]:
    """Read "both done, 2.10 late" under a reminder for two others as told of those as well."""
    first = min(each.first for each in mentions)
    replied = replied_mentions(words, about) if first else []
    whole = [each for each in replied if each.refs == about and each.beyond <= first]
    return [*whole[:1], *mentions]


def _taken(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(mention.first < each.beyond and each.first < mention.beyond for each in others)
