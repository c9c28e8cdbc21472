"""Reading what the prose of a report claims, as far as the tables can answer it.

Readers are cautious: they take only sentences whose meaning is beyond doubt, so
that a check built on them does not cry wolf. What they pass over is not judged.
"""
