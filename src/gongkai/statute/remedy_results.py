"""How reconsideration and litigation end, and the column of table four for each.

国办公开办函〔2021〕30号, 表四. The results are those of 行政复议法 (2023) and
行政诉讼法 (2017); which column each counts in is docs/interpretations/0003.
"""

from dataclasses import dataclass
from enum import StrEnum


class RemedyRoute(StrEnum):
    """The three groups of table four."""

    RECONSIDERATION = "reconsideration"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"

    @property
    def label(self) -> str:
        """The heading printed over the group."""
        return _ROUTE_LABELS[self]


class RemedyColumn(StrEnum):
    """The columns of one group of table four, without its 总计."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"

    @property
    def label(self) -> str:
        """The heading printed over the column."""
        return _COLUMN_LABELS[self]


class RemedyResult(StrEnum):
    """The result of one reconsideration (复议) or lawsuit (诉讼)."""

    RECONSIDERATION_UPHELD = "reconsideration.upheld"
    RECONSIDERATION_CLAIM_REJECTED = "reconsideration.claim_rejected"
    RECONSIDERATION_CHANGED = "reconsideration.changed"
    RECONSIDERATION_REVOKED = "reconsideration.revoked"
    RECONSIDERATION_CONFIRMED_ILLEGAL = "reconsideration.confirmed_illegal"
    RECONSIDERATION_ORDERED_TO_PERFORM = "reconsideration.ordered_to_perform"
    RECONSIDERATION_CONFIRMED_VOID = "reconsideration.confirmed_void"
    RECONSIDERATION_NOT_ACCEPTED = "reconsideration.not_accepted"
    RECONSIDERATION_APPLICATION_REJECTED = "reconsideration.application_rejected"
    RECONSIDERATION_TERMINATED = "reconsideration.terminated"
    RECONSIDERATION_MEDIATED = "reconsideration.mediated"
    LITIGATION_CLAIM_REJECTED = "litigation.claim_rejected"
    LITIGATION_REVOKED = "litigation.revoked"
    LITIGATION_ORDERED_TO_PERFORM = "litigation.ordered_to_perform"
    LITIGATION_ORDERED_TO_PAY = "litigation.ordered_to_pay"
    LITIGATION_CONFIRMED_ILLEGAL = "litigation.confirmed_illegal"
    LITIGATION_CONFIRMED_VOID = "litigation.confirmed_void"
    LITIGATION_CHANGED = "litigation.changed"
    LITIGATION_NOT_DOCKETED = "litigation.not_docketed"
    LITIGATION_SUIT_REJECTED = "litigation.suit_rejected"
    LITIGATION_WITHDRAWN = "litigation.withdrawn"
    LITIGATION_TERMINATED = "litigation.terminated"

    @property
    def label(self) -> str:
        """The result in the words of the law."""
        return _RESULTS[self].label

    @property
    def article(self) -> str:
        """The article that allows this result: 行政复议法 or 行政诉讼法."""
        return _RESULTS[self].article

    @property
    def column(self) -> RemedyColumn:
        """The column of table four that this result counts in."""
        return _RESULTS[self].column

    def fits(self, route: RemedyRoute) -> bool:
        """Return whether a case of this route can end so."""
        is_reconsideration = self.value.startswith("reconsideration.")
        return is_reconsideration == (route is RemedyRoute.RECONSIDERATION)


_ROUTE_LABELS = {
    RemedyRoute.RECONSIDERATION: "行政复议",
    RemedyRoute.LITIGATION_DIRECT: "未经复议直接起诉",
    RemedyRoute.LITIGATION_AFTER_RECONSIDERATION: "复议后起诉",
}

_COLUMN_LABELS = {
    RemedyColumn.UPHELD: "结果维持",
    RemedyColumn.CORRECTED: "结果纠正",
    RemedyColumn.OTHER: "其他结果",
    RemedyColumn.PENDING: "尚未审结",
}


@dataclass(frozen=True)
class _Facts:
    label: str
    article: str
    column: RemedyColumn


_U, _C, _O = RemedyColumn.UPHELD, RemedyColumn.CORRECTED, RemedyColumn.OTHER

_RESULTS = {
    RemedyResult.RECONSIDERATION_UPHELD: _Facts("维持", "行政复议法第六十八条", _U),
    RemedyResult.RECONSIDERATION_CLAIM_REJECTED: _Facts(
        "驳回行政复议请求", "行政复议法第六十九条", _U
    ),
    RemedyResult.RECONSIDERATION_CHANGED: _Facts("变更", "行政复议法第六十三条", _C),
    RemedyResult.RECONSIDERATION_REVOKED: _Facts(
        "撤销或者部分撤销", "行政复议法第六十四条", _C
    ),
    RemedyResult.RECONSIDERATION_CONFIRMED_ILLEGAL: _Facts(
        "确认违法", "行政复议法第六十五条", _C
    ),
    RemedyResult.RECONSIDERATION_ORDERED_TO_PERFORM: _Facts(
        "责令履行", "行政复议法第六十六条", _C
    ),
    RemedyResult.RECONSIDERATION_CONFIRMED_VOID: _Facts(
        "确认无效", "行政复议法第六十七条", _C
    ),
    RemedyResult.RECONSIDERATION_NOT_ACCEPTED: _Facts(
        "不予受理", "行政复议法第三十条", _O
    ),
    RemedyResult.RECONSIDERATION_APPLICATION_REJECTED: _Facts(
        "驳回申请", "行政复议法第三十三条", _O
    ),
    RemedyResult.RECONSIDERATION_TERMINATED: _Facts("终止", "行政复议法第四十一条", _O),
    RemedyResult.RECONSIDERATION_MEDIATED: _Facts("调解", "行政复议法第七十三条", _O),
    RemedyResult.LITIGATION_CLAIM_REJECTED: _Facts(
        "驳回诉讼请求", "行政诉讼法第六十九条", _U
    ),
    RemedyResult.LITIGATION_REVOKED: _Facts(
        "撤销或者部分撤销", "行政诉讼法第七十条", _C
    ),
    RemedyResult.LITIGATION_ORDERED_TO_PERFORM: _Facts(
        "责令履行", "行政诉讼法第七十二条", _C
    ),
    RemedyResult.LITIGATION_ORDERED_TO_PAY: _Facts(
        "判决给付", "行政诉讼法第七十三条", _C
    ),
    RemedyResult.LITIGATION_CONFIRMED_ILLEGAL: _Facts(
        "确认违法", "行政诉讼法第七十四条", _C
    ),
    RemedyResult.LITIGATION_CONFIRMED_VOID: _Facts(
        "确认无效", "行政诉讼法第七十五条", _C
    ),
    RemedyResult.LITIGATION_CHANGED: _Facts("变更", "行政诉讼法第七十七条", _C),
    RemedyResult.LITIGATION_NOT_DOCKETED: _Facts(
        "不予立案", "行政诉讼法第五十一条", _O
    ),
    RemedyResult.LITIGATION_SUIT_REJECTED: _Facts(
        "驳回起诉", "行政诉讼法第四十九条", _O
    ),
    RemedyResult.LITIGATION_WITHDRAWN: _Facts("准许撤诉", "行政诉讼法第六十二条", _O),
    RemedyResult.LITIGATION_TERMINATED: _Facts(
        "终结诉讼", "行政诉讼法第一百零一条", _O
    ),
}
