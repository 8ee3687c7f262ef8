"""Replicas killed in the middle of it lose nothing and double nothing; naive orders do."""

import pytest

from tests.chaos.__main__ import suffered

MESSAGES = 1_000


def test_of_killed_replicas_each_message_comes_once(postgresql: str) -> None:
    toll = suffered("looks first", MESSAGES, postgresql)
    assert (toll.doubled, toll.lost) == (0, 0)
    assert toll.kills > 0


@pytest.mark.parametrize(("order", "harm"), [("marks after", "doubled"), ("marks before", "lost")])
def test_the_naive_orders_do_the_harm_that_this_would_see(
    postgresql: str, order: str, harm: str
) -> None:
    assert getattr(suffered(order, MESSAGES, postgresql), harm) > 0
