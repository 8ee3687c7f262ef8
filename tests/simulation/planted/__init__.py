"""The faults that are planted one by one: each with the lines of code that it changes."""

from tests.simulation.planted.asking import ASKING
from tests.simulation.planted.failing import FAILING
from tests.simulation.planted.sending import SENDING
from tests.simulation.planted.sharing import SHARING
from tests.simulation.planted.telling import TELLING

MUTANTS = (*SENDING, *ASKING, *TELLING, *SHARING, *FAILING)
