"""Loads what a simulation wants, in the process that those with a planted fault are forked from."""

from language.leaning.weighing import leaning
from tests.simulation.planting import imports

imports()
leaning(())  # reads the weights
