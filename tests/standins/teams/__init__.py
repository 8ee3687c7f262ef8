"""A Teams of our own, on loopback: its key server, its connector, and the people in it."""

from tests.standins.teams.keys import Signer

OURS = Signer.new("ours")
"""The Bot Framework, as far as the tests' key server knows it."""
