"""Disclosure requests, reconsiderations and lawsuits."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.registers.kinds import Choice, Row
from gongkai.exchange.registers.layout import Layout, columns
from gongkai.exchange.registers.layouts.house import KEY, NOTE, NUMBER, OFFICE
from gongkai.exchange.registers.references import Reference
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

_REQUEST = Reference(DisclosureRequest, "number", "申请编号")
_ENDS_WHOLE = "办理结果和办结日期要么都填，要么都不填。"


@dataclass(frozen=True)
class ResultOfRoute(Choice):
    """A result of the row's 途径: routes share labels, not results."""

    def open_to(self, row: Row) -> Iterable[tuple[str, str]]:
        """Return the results with which a case of the row's route can end."""
        route = row.get("route")
        return [
            (value, label)
            for value, label in self.choices
            if route is None or RemedyResult(value).fits(RemedyRoute(route))
        ]


_RESULT = ResultOfRoute(tuple((result.value, result.label) for result in RemedyResult))

REQUESTS = Layout(
    slug="requests",
    label="依申请公开",
    model=DisclosureRequest,
    key=KEY,
    columns=columns(
        DisclosureRequest,
        NUMBER,
        ("申请人类别", "applicant_kind"),
        ("申请渠道", "channel"),
        ("申请内容", "subject", None, "不要写申请人的姓名、证件号码和联系方式。"),
        ("收到日期", "received_on"),
        ("承办股室", "office", OFFICE),
        ("补正告知日期", "amendment_noticed_on"),
        ("征求第三方意见日期", "consulted_on"),
        ("收费通知日期", "fee_noticed_on"),
        ("实收信息处理费（元）", "processing_fee"),
        ("办理结果", "outcome", None, _ENDS_WHOLE),
        ("办结日期", "closed_on", None, _ENDS_WHOLE),
        ("答复文号", "reply_number"),
        NOTE,
    ),
)

REMEDIES = Layout(
    slug="remedies",
    label="复议诉讼",
    model=RemedyCase,
    key=KEY,
    columns=columns(
        RemedyCase,
        NUMBER,
        ("途径", "route"),
        ("复议机关（法院）", "handling_body"),
        ("事由", "subject"),
        ("所涉申请", "disclosure_request", _REQUEST, "所涉申请在本机关的编号。"),
        ("受理（立案）日期", "accepted_on"),
        ("审结日期", "concluded_on"),
        ("结果", "result", _RESULT, "按途径选填，和审结日期一起填。"),
        NOTE,
    ),
)
