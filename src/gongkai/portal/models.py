"""The portal keeps nothing of its own: what it counts is ``organs.Tally``."""
