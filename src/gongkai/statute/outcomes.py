"""The closed list of ways in which a request ends.

国办公开办函〔2021〕30号, 表三「三、本年度办理结果」: twenty-one leaves, one for each
case. The value of an outcome is its key below a column of table three.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """One leaf of 本年度办理结果; a case ends in exactly one."""

    DISCLOSED = "disclosed"
    PARTIALLY_DISCLOSED = "partially_disclosed"
    WITHHELD_STATE_SECRET = "withheld.state_secret"  # noqa: S105 - a ground, no secret
    WITHHELD_PROHIBITED_BY_LAW = "withheld.prohibited_by_law"
    WITHHELD_SECURITY_AND_STABILITY = "withheld.security_and_stability"
    WITHHELD_THIRD_PARTY_RIGHTS = "withheld.third_party_rights"
    WITHHELD_INTERNAL_AFFAIRS = "withheld.internal_affairs"
    WITHHELD_PROCESS_INFORMATION = "withheld.process_information"
    WITHHELD_ENFORCEMENT_CASE_FILE = "withheld.enforcement_case_file"
    WITHHELD_ADMINISTRATIVE_INQUIRY = "withheld.administrative_inquiry"
    UNAVAILABLE_NOT_HELD = "unavailable.not_held"
    UNAVAILABLE_NEEDS_CREATION = "unavailable.needs_creation"
    UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT = "unavailable.unclear_after_amendment"
    NOT_PROCESSED_PETITION = "not_processed.petition"
    NOT_PROCESSED_REPEATED = "not_processed.repeated"
    NOT_PROCESSED_PUBLICATION = "not_processed.publication"
    NOT_PROCESSED_EXCESSIVE = "not_processed.excessive"
    NOT_PROCESSED_CONFIRMATION = "not_processed.confirmation"
    OTHER_AMENDMENT_LAPSED = "other.amendment_lapsed"
    OTHER_FEE_LAPSED = "other.fee_lapsed"
    OTHER_OTHER = "other.other"

    @property
    def label(self) -> str:
        """The short label that lists and chips show."""
        return _FACTS[self].label

    @property
    def articles(self) -> tuple[str, ...]:
        """Articles of the Regulation (《条例》) that ground this ending, if any."""
        return _FACTS[self].articles

    @property
    def group(self) -> str:
        """The first level of 本年度办理结果: （一）to （六）, as its key."""
        return self.value.partition(".")[0]


@dataclass(frozen=True)
class _Facts:
    label: str
    articles: tuple[str, ...]


_FACTS = {
    Outcome.DISCLOSED: _Facts("予以公开", ("36(1)", "36(2)")),
    Outcome.PARTIALLY_DISCLOSED: _Facts("部分公开", ("37",)),
    Outcome.WITHHELD_STATE_SECRET: _Facts("不予公开：国家秘密", ("14",)),
    Outcome.WITHHELD_PROHIBITED_BY_LAW: _Facts("不予公开：法律、行政法规禁止", ("14",)),
    Outcome.WITHHELD_SECURITY_AND_STABILITY: _Facts(
        "不予公开：危及“三安全一稳定”", ("14",)
    ),
    Outcome.WITHHELD_THIRD_PARTY_RIGHTS: _Facts(
        "不予公开：第三方合法权益", ("15", "32")
    ),
    Outcome.WITHHELD_INTERNAL_AFFAIRS: _Facts("不予公开：内部事务信息", ("16(1)",)),
    Outcome.WITHHELD_PROCESS_INFORMATION: _Facts("不予公开：过程性信息", ("16(2)",)),
    Outcome.WITHHELD_ENFORCEMENT_CASE_FILE: _Facts(
        "不予公开：行政执法案卷", ("16(2)",)
    ),
    Outcome.WITHHELD_ADMINISTRATIVE_INQUIRY: _Facts(
        "不予公开：行政查询事项", ("36(7)",)
    ),
    Outcome.UNAVAILABLE_NOT_HELD: _Facts("无法提供：本机关不掌握", ("36(4)", "36(5)")),
    Outcome.UNAVAILABLE_NEEDS_CREATION: _Facts("无法提供：需要另行制作", ("38",)),
    Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT: _Facts(
        "无法提供：补正后仍不明确", ("30",)
    ),
    Outcome.NOT_PROCESSED_PETITION: _Facts("不予处理：信访举报投诉", ("39(1)",)),
    Outcome.NOT_PROCESSED_REPEATED: _Facts("不予处理：重复申请", ("36(6)",)),
    Outcome.NOT_PROCESSED_PUBLICATION: _Facts("不予处理：公开出版物", ("39(2)",)),
    Outcome.NOT_PROCESSED_EXCESSIVE: _Facts("不予处理：大量反复申请", ("35",)),
    Outcome.NOT_PROCESSED_CONFIRMATION: _Facts("不予处理：确认或重新出具", ()),
    Outcome.OTHER_AMENDMENT_LAPSED: _Facts("其他处理：逾期不补正", ("30",)),
    Outcome.OTHER_FEE_LAPSED: _Facts("其他处理：逾期未缴费", ("42",)),
    Outcome.OTHER_OTHER: _Facts("其他处理：其他", ()),
}
