"""Thirty days of a partnership in a fraction of a second, in which everything goes wrong.

The product's own ports with a clock that is set, a store, and a platform that fails as platforms
do; officers who answer, snooze and go on leave; machines that stop. A seed drives everything.
"""
