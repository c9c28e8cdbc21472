"""Disclosure requests, reconsiderations and lawsuits."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.casework.applicants import save_applicants
from gongkai.casework.models import Applicant, CaseStep, DisclosureRequest
from gongkai.casework.services import settle_rows, settle_steps
from gongkai.casework.services.copies import COPIES
from gongkai.exchange.registers.beside import Beside
from gongkai.exchange.registers.kinds import Choice, Row
from gongkai.exchange.registers.layout import Layout, column, columns, organ_column
from gongkai.exchange.registers.layouts.house import KEY, NOTE, NUMBER, OFFICE
from gongkai.exchange.registers.masks import Mask
from gongkai.exchange.registers.references import Reference
from gongkai.organs.models import Person
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

_REQUEST = Reference(DisclosureRequest, "number", "申请编号")
_HANDLER = Reference(Person, "number", "人员编号")
_PRIOR = Reference(RemedyCase, "number", "案件编号")
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


_BESIDE = Beside(
    Applicant,
    name="applicant",
    back="disclosure_request",
    named="name",
    unnamed="写了申请人的证件或者联系方式，没有写姓名或者名称，请补上。",
    save=save_applicants,
)
_ONLY_FIRST = "几人共同申请的，只填第一申请人。带**的是隐去的，导入时不改动原来的。"
_APPLICANT = tuple(
    replace(
        column(Applicant, header, field, None, about),
        required=False,
        optional=True,
        beside=_BESIDE,
        mask=mask,
    )
    for header, field, mask, about in (
        ("姓名或者名称", "name", Mask(head=1), _ONLY_FIRST),
        ("证件类型", "identity_kind", None, ""),
        ("证件号码", "identity_number", Mask(tail=4), ""),
        ("联系人", "contact_person", Mask(head=1), ""),
        ("联系电话", "phone", Mask(tail=4), ""),
        ("电子邮箱", "email", Mask(head=1), ""),
        ("通信地址", "address", Mask(), ""),
    )
)

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
        optional=(
            ("提交日期", "submitted_on", None, "申请人提出申请的日期。"),
            ("获取方式", "supply_form"),
            ("承办人", "handler", _HANDLER),
            ("同一来件", "letter", None, "一封来件有几项申请的，填第一项的编号。"),
        ),
        export_only=(("状态", "state"), ("答复期限", "due_on")),
    )
    + _APPLICANT,
    judge=settle_rows,
    sets=(*COPIES, "version"),
)

STEPS = Layout(
    slug="steps",
    label="办理步骤",
    model=CaseStep,
    key=("disclosure_request", "position"),
    columns=(
        replace(organ_column(DisclosureRequest), through="disclosure_request"),
        *(
            column(CaseStep, *described)
            for described in (
                (
                    "申请编号",
                    "disclosure_request",
                    _REQUEST,
                    "本机关依申请公开的编号。",
                ),
                ("次序", "position", None, "同一件申请里从1起，按先后编。"),
                ("步骤", "kind"),
                ("日期", "on"),
                ("对方收到日期", "received_on"),
                ("要求答复日期", "respond_by"),
                ("工作日数", "working_days", None, "延长答复期限的工作日数。"),
                ("延至", "until", None, "延迟答复到哪一天。"),
                ("结果", "outcome", None, "步骤是“作出答复”的必填。"),
            )
        ),
        replace(column(CaseStep, "征求对象", "party"), mask=Mask(head=1)),
        column(CaseStep, "报请保密确认", "secrecy_referral"),
        replace(column(CaseStep, "说明", "note"), mask=Mask()),
        replace(column(CaseStep, "提交日期", "sent_on"), optional=True),
    ),
    judge_written=settle_steps,
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
        optional=(
            ("本机关地位", "capacity"),
            ("先前的复议案件", "prior", _PRIOR, "复议后起诉的，填复议案件的编号。"),
            ("申请（起诉）日期", "applied_on"),
            ("复议程序", "procedure"),
            ("收到副本日期", "copy_received_on"),
            ("提交答复日期", "replied_on"),
            ("收到决定（裁判）日期", "served_on"),
            ("责令重新答复的期限", "act_again_number", None, "只填数目。"),
            ("重新答复期限的单位", "act_again_unit"),
            ("重新答复日期", "acted_again_on"),
        ),
    ),
)
