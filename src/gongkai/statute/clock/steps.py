"""The dated facts of a case: how it came in, and what was done.

The names are those of a clock file (``gongkai clock``).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Channel(StrEnum):
    """How a request came in; decides its day of receipt (条例第三十一条)."""

    IN_PERSON = "in_person"
    POST_SIGNED = "post_signed"
    POST_UNSIGNED = "post_unsigned"
    ONLINE = "online"
    FAX = "fax"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return _CHANNEL_LABELS[self]

    @property
    def article(self) -> str:
        """The item of Article 31 that fixes the day of receipt."""
        return _CHANNEL_ARTICLES[self]

    @property
    def is_electronic(self) -> bool:
        """Whether both sides have to confirm (第三项)."""
        return self.article == "31(3)"


_CHANNEL_LABELS = {
    Channel.IN_PERSON: "当面提交",
    Channel.POST_SIGNED: "邮寄（签收）",
    Channel.POST_UNSIGNED: "平常信函",
    Channel.ONLINE: "网上提交",
    Channel.FAX: "传真",
    Channel.EMAIL: "电子邮件",
}
_CHANNEL_ARTICLES = {
    Channel.IN_PERSON: "31(1)",
    Channel.POST_SIGNED: "31(2)",
    Channel.POST_UNSIGNED: "31(2)",
    Channel.ONLINE: "31(3)",
    Channel.FAX: "31(3)",
    Channel.EMAIL: "31(3)",
}


class StepKind(StrEnum):
    """What may happen in a case, in the order in which it usually does."""

    RECEIPT_CONFIRMED = "receipt_confirmed"
    AMENDMENT_REQUESTED = "amendment_requested"
    AMENDED = "amended"
    AMENDMENT_LAPSED = "amendment_lapsed"
    THIRD_PARTY_CONSULTED = "third_party_consulted"
    THIRD_PARTY_REPLIED = "third_party_replied"
    OTHER_ORGAN_CONSULTED = "other_organ_consulted"
    OTHER_ORGAN_REPLIED = "other_organ_replied"
    EXTENDED = "extended"
    REASONS_REQUESTED = "reasons_requested"
    DELAYED = "delayed"
    FEE_NOTIFIED = "fee_notified"
    FEE_PAID = "fee_paid"
    FEE_LAPSED = "fee_lapsed"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    DELIVERED = "delivered"

    @property
    def label(self) -> str:
        """What an officer calls it."""
        return _STEP_LABELS[self]


_STEP_LABELS = {
    StepKind.RECEIPT_CONFIRMED: "确认收到",
    StepKind.AMENDMENT_REQUESTED: "告知补正",
    StepKind.AMENDED: "收到补正",
    StepKind.AMENDMENT_LAPSED: "逾期未补正",
    StepKind.THIRD_PARTY_CONSULTED: "征求第三方意见",
    StepKind.THIRD_PARTY_REPLIED: "第三方提出意见",
    StepKind.OTHER_ORGAN_CONSULTED: "征求其他机关意见",
    StepKind.OTHER_ORGAN_REPLIED: "其他机关提出意见",
    StepKind.EXTENDED: "延长答复期限",
    StepKind.REASONS_REQUESTED: "要求说明理由",
    StepKind.DELAYED: "确定延迟答复期限",
    StepKind.FEE_NOTIFIED: "通知收费",
    StepKind.FEE_PAID: "收到缴费",
    StepKind.FEE_LAPSED: "逾期未缴费",
    StepKind.WITHDRAWN: "撤回申请",
    StepKind.DECIDED: "作出答复",
    StepKind.DELIVERED: "送达",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """The day on which the request reached the organ, and how."""

    on: date
    channel: Channel


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened in a case on a day.

    ``received_on`` is when the other side got the letter (``on`` if left out);
    ``respond_by`` the last day told to the applicant; ``working_days`` of an
    extension (the whole limit if left out); ``until`` of a deferred reply;
    ``party`` tells several consultations apart; ``note`` is the good reason (正当理由)
    of a late amendment; ``secrecy_referral`` marks the question to a secrecy
    authority (条例第十七条第三款), which stops no clock; ``sent_on`` is the day on
    which an amendment was sent online (``on`` if left out): by it the applicant is
    in time or late (docs/interpretations/0043-amended-online.md), nothing else.
    """

    kind: StepKind
    on: date
    received_on: date | None = None
    respond_by: date | None = None
    working_days: int | None = None
    until: date | None = None
    outcome: str | None = None
    party: str = ""
    note: str = ""
    secrecy_referral: bool = False
    sent_on: date | None = None

    @property
    def reached_on(self) -> date:
        """The day on which the letter was in the hands of the other side."""
        return self.received_on or self.on
