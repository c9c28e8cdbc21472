"""Corrections (更正) of what an organ records about a person, 条例第四十一条.

A register of its own: never mixed with the amendment (补正) of a request.
"""

from gongkai.casework.corrections.concluding import (
    Conclusion,
    conclude_correction,
    record_finding,
    record_told,
    take_back_conclusion,
)
from gongkai.casework.corrections.due_days import due_day_of, refresh_due_days
from gongkai.casework.corrections.letters import letter_text
from gongkai.casework.corrections.reading import read_person
from gongkai.casework.corrections.receiving import (
    CorrectionData,
    add_evidence,
    receive_correction,
)
from gongkai.casework.corrections.turning import turn_into_correction

__all__ = [
    "Conclusion",
    "CorrectionData",
    "add_evidence",
    "conclude_correction",
    "due_day_of",
    "letter_text",
    "read_person",
    "receive_correction",
    "record_finding",
    "record_told",
    "refresh_due_days",
    "take_back_conclusion",
    "turn_into_correction",
]
