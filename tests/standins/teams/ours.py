"""The Bot Framework, as far as the tests' key server knows it."""

from tests.standins.teams.keys import Signer

OURS = Signer.new("ours")
