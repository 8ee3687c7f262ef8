"""Whatever people may write, in every part of a reply."""

from hypothesis import strategies as st

from domain.conversation import Choice, Choices, Facts, Item, Items, Mark, Paragraph

NASTY = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        [
            "<!channel>",
            "<@U123>",
            "<https://x.example|click>",
            "*bold* `code`",
            "a & b < c",
            "ن" * 90,
        ]
    ),
    st.text(min_size=2_000, max_size=4_000),
)
ITEMS = st.builds(
    Item, ref=NASTY, title=NASTY, mark=st.sampled_from(Mark), detail=NASTY, quote=NASTY, said=NASTY
)
ANYTHING = st.one_of(
    st.builds(Paragraph, text=NASTY),
    st.builds(Items, heading=NASTY, items=st.lists(ITEMS, max_size=5), numbered=st.booleans()),
    st.builds(Facts, pairs=st.lists(st.tuples(NASTY, NASTY), max_size=3)),
    st.builds(
        Choices,
        options=st.lists(
            st.builds(
                Choice, label=st.text("ab", min_size=1, max_size=90), says=st.just("7.3 done")
            ),
            min_size=1,
            max_size=12,
        ),
    ),
)
PARTS_OF_ANYTHING = st.lists(ANYTHING, max_size=4)
