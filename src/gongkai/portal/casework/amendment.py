"""An answer to an amendment notice while it is being written."""

import secrets
from dataclasses import asdict, dataclass, field

from django import forms
from django.contrib.sessions.backends.base import SessionBase

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices.drafting import elements_of
from gongkai.portal.casework import sealed_session
from gongkai.portal.casework.draft import DRAFT_SECONDS
from gongkai.portal.casework.forms import StepForm
from gongkai.portal.casework.pending import HeldFile


@dataclass
class AmendmentDraft:
    """What is typed already; ``form_key`` knows a second click again."""

    form_key: str = ""
    text: str = ""
    reason: str = ""
    files: list[HeldFile] = field(default_factory=list)

    @classmethod
    def of(cls, session: SessionBase, case: DisclosureRequest) -> "AmendmentDraft":
        """Return the draft for this case; a new one begins with the request itself."""
        kept = sealed_session.get(session, _key(case))
        if kept is None:
            return cls(form_key=secrets.token_urlsafe(24), text=case.subject)
        kept["files"] = [HeldFile(**one) for one in kept["files"]]
        return cls(**kept)

    def save(self, session: SessionBase, case: DisclosureRequest) -> None:
        """Keep the draft for a day from now."""
        sealed_session.put(session, _key(case), asdict(self), DRAFT_SECONDS)


class AmendmentForm(StepForm):
    """The request as amended; after the last day also why it comes late."""

    text = forms.CharField(
        label="补正后的申请内容",
        max_length=5000,
        help_text="在原来的内容上改写完整，不要只写改动的部分。原申请另外保存，不会丢失。",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "请写补正后的申请内容。"},
    )
    reason = forms.CharField(
        label="为什么逾期",
        max_length=1000,
        help_text="有正当理由的，由受理机关决定是否恢复办理（《条例》第三十条）。",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "补正期限已满，请写明逾期的理由。"},
    )

    def __init__(self, *args: object, is_late: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not is_late:
            del self.fields["reason"]


def notice_of(case: DisclosureRequest) -> Notice | None:
    """Return the amendment notice that was sent, the last one."""
    return case.notices.filter(kind="amend", status=NoticeStatus.SENT).last()


def what_to_amend(notice: Notice | None) -> tuple[str, str]:
    """Return what the notice finds wanting, and how it says to amend it."""
    if notice is None:
        return "", ""
    elements = elements_of(notice)
    return elements.get("missing_parts", ""), elements.get("guidance", "")


def forget_draft(session: SessionBase, case: DisclosureRequest) -> None:
    """Clear what was typed."""
    session.pop(_key(case), None)


def _key(case: DisclosureRequest) -> str:
    return f"amend:{case.pk}"
