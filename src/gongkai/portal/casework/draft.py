"""An application while it is being written."""

import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from gongkai.organs.models import Organ
from gongkai.portal.casework import sealed_session
from gongkai.portal.casework.pending import HeldFile

DRAFT_SECONDS = 24 * 3600
RECEIPT_SECONDS = 30 * 60


@dataclass
class Draft:
    """The answers as they were typed, by step; ``done`` are the steps found complete.

    ``form_key`` is what a second click on “提交申请” is known by. ``asked_about`` is
    the number of identity about which the applicant has been asked; ``joint`` are those
    who apply together with him.
    """

    form_key: str = ""
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    files: list[HeldFile] = field(default_factory=list)
    asked_about: str = ""
    joint: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, session: SessionBase, organ: Organ) -> "Draft":
        """Return the visitor's draft to this organ, or a new one."""
        kept = sealed_session.get(session, _draft_key(organ))
        if kept is None:
            return cls(form_key=secrets.token_urlsafe(24))
        kept["files"] = [HeldFile(**one) for one in kept["files"]]
        return cls(**kept)

    def save(self, session: SessionBase, organ: Organ) -> None:
        """Keep the draft for a day from now."""
        sealed_session.put(session, _draft_key(organ), asdict(self), DRAFT_SECONDS)

    def answered(self, step: str) -> dict[str, str]:
        """Return what was typed in a step."""
        return self.answers.get(step, {})

    def mark(self, step: str, *, is_done: bool) -> None:
        """Say whether a step is complete."""
        self.done = [one for one in self.done if one != step]
        if is_done:
            self.done.append(step)


@dataclass(frozen=True)
class Receipt:
    """What the applicant keeps: the number and the code by which he follows a case."""

    number: str
    code: str
    submitted_on: str
    subject: str

    @classmethod
    def of(cls, session: SessionBase, organ: Organ) -> "Receipt | None":
        """Return the receipt of what was sent last, as long as it is shown."""
        kept = sealed_session.get(session, _receipt_key(organ))
        return None if kept is None else cls(**kept)

    def replace_draft(self, session: SessionBase, organ: Organ) -> None:
        """Keep the receipt, forget the draft, and write both down at once.

        A second click that comes while the first is still being answered finds them.
        """
        sealed_session.put(session, _receipt_key(organ), asdict(self), RECEIPT_SECONDS)
        session.pop(_draft_key(organ), None)
        session.save()


def forget_receipt(session: SessionBase, organ: Organ) -> None:
    """Clear the receipt from a computer that others use too."""
    session.pop(_receipt_key(organ), None)


def forget_draft(session: SessionBase, organ: Organ) -> None:
    """Clear what was typed."""
    session.pop(_draft_key(organ), None)


def _draft_key(organ: Organ) -> str:
    return f"apply:{organ.code}"


def _receipt_key(organ: Organ) -> str:
    return f"receipt:{organ.code}"
