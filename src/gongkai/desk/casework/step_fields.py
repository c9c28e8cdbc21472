"""What each kind of step asks of the officer, in the words of the law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from gongkai.statute.clock import StepKind
from gongkai.statute.outcomes import Outcome


@dataclass(frozen=True)
class StepFields:
    """The fields of a step besides its day, with the labels that this kind gives."""

    verb: str
    on: str
    more: Sequence[str] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    help: Mapping[str, str] = field(default_factory=dict)
    consequence: str = ""


_ASK = ("party", "received_on")
_REACHED = "还不知道的不填，先按发出之日计算。"

FIELDS: Mapping[StepKind, StepFields] = MappingProxyType(
    {
        StepKind.RECEIPT_CONFIRMED: StepFields(
            "确认收到",
            "双方确认的日期",
            help={"note": "怎样确认的：电话、短信、平台回执，对方姓名不要写在这里。"},
            consequence="确认后，答复期限从次日起算。",
        ),
        StepKind.AMENDMENT_REQUESTED: StepFields(
            "告知补正",
            "告知书发出日期",
            ("received_on", "respond_by"),
            {"received_on": "申请人收到日期", "respond_by": "要求补正的最后日期"},
            {
                "received_on": _REACHED,
                "respond_by": "不填的，按本机关设置的补正期限计算。",
                "note": "需要补正什么。补正只能一次性告知。",
            },
            "告知后，答复期限中止；收到补正之日起重新计算。",
        ),
        StepKind.AMENDED: StepFields(
            "登记补正",
            "收到补正的日期",
            help={"note": "逾期补正的，写明正当理由。"},
            consequence="答复期限自收到补正之日起重新计算。",
        ),
        StepKind.AMENDMENT_LAPSED: StepFields(
            "逾期未补正，不再处理", "登记日期", consequence="这件申请就此办结。"
        ),
        StepKind.THIRD_PARTY_CONSULTED: StepFields(
            "征求第三方意见",
            "征求意见书发出日期",
            _ASK,
            {"party": "第三方", "received_on": "第三方收到日期"},
            {"received_on": _REACHED, "party": "个人写“第三方甲”，不写姓名。"},
        ),
        StepKind.THIRD_PARTY_REPLIED: StepFields(
            "登记第三方意见",
            "收到意见的日期",
            ("party",),
            {"party": "哪个第三方"},
            {
                "party": "只征求过一个的可以不填。",
                "note": "同意还是不同意公开，理由是什么。",
            },
        ),
        StepKind.OTHER_ORGAN_CONSULTED: StepFields(
            "征求其他机关意见",
            "征求意见函发出日期",
            (*_ASK, "secrecy_referral"),
            {"party": "机关名称", "received_on": "对方收到日期"},
            {"received_on": _REACHED},
        ),
        StepKind.OTHER_ORGAN_REPLIED: StepFields(
            "登记其他机关意见",
            "收到意见的日期",
            ("party",),
            {"party": "哪个机关"},
            {"party": "只征求过一个的可以不填。"},
        ),
        StepKind.EXTENDED: StepFields(
            "延长答复期限",
            "告知申请人的日期",
            ("working_days",),
            {"working_days": "延长多少个工作日"},
            {
                "working_days": "最长20个工作日，不填的按20个计算。",
                "note": "公开工作机构负责人何时同意、延长的理由。",
            },
            "只能延长一次，应当在到期以前告知申请人。",
        ),
        StepKind.REASONS_REQUESTED: StepFields(
            "要求说明理由",
            "告知书发出日期",
            ("received_on", "respond_by"),
            {"received_on": "申请人收到日期", "respond_by": "要求说明的最后日期"},
            {"received_on": _REACHED, "note": "申请的数量、频次。"},
            "答复期限不因此中止。",
        ),
        StepKind.DELAYED: StepFields(
            "确定延迟答复期限",
            "告知申请人的日期",
            ("until",),
            {"until": "延迟到哪一天"},
        ),
        StepKind.FEE_NOTIFIED: StepFields(
            "通知收费",
            "收费通知发出日期",
            ("received_on",),
            {"received_on": "申请人收到日期"},
            {"received_on": _REACHED, "note": "收费的依据、标准和数额。"},
            "通知后，答复期限中止，等待缴费。",
        ),
        StepKind.FEE_PAID: StepFields(
            "登记缴费",
            "缴费日期",
            ("yuan", "receipt_number"),
            help={"yuan": "只缴了一部分的也登记；缴清之日才算完成缴费。"},
            consequence="缴清后，答复期限自次日起恢复；没有缴清的，期限不动。",
        ),
        StepKind.FEE_LAPSED: StepFields(
            "逾期未缴费，不再处理", "登记日期", consequence="这件申请就此办结。"
        ),
        StepKind.WITHDRAWN: StepFields(
            "登记撤回",
            "申请人撤回的日期",
            help={"note": "书面撤回材料请存入案卷材料。"},
            consequence="这件申请就此办结，计入“其他处理”。",
        ),
        StepKind.DECIDED: StepFields(
            "作出答复",
            "答复日期",
            ("outcome",),
            {"outcome": "办理结果", "note": "依据和理由"},
            {"on": "邮寄的填交邮之日，直接送达的填申请人签收之日。"},
            "答复后办结，计入年度报告表三的一格。",
        ),
        StepKind.DELIVERED: StepFields(
            "登记送达",
            "申请人签收的日期",
            help={"note": "送达方式、邮件号码。"},
            consequence="申请复议、提起诉讼的期限从此起算。",
        ),
    }
)


@dataclass(frozen=True)
class Question:
    """One of the questions that the law asks in turn, and how a case may end at it."""

    text: str
    outcomes: Sequence[Outcome]


#: The order in which an officer examines a request. The two lapses are steps of
#: their own and are not offered.
QUESTIONS: tuple[Question, ...] = (
    Question(
        "是不是政府信息公开申请？是信访、投诉、举报、咨询，或者要出版物、确认的，不予处理",
        (
            Outcome.NOT_PROCESSED_PETITION,
            Outcome.NOT_PROCESSED_PUBLICATION,
            Outcome.NOT_PROCESSED_CONFIRMATION,
        ),
    ),
    Question(
        "是不是重复或者明显过量的申请？",
        (Outcome.NOT_PROCESSED_REPEATED, Outcome.NOT_PROCESSED_EXCESSIVE),
    ),
    Question(
        "内容是否明确？补正后仍不明确的",
        (Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT,),
    ),
    Question(
        "本机关有没有现成的信息？没有的，无法提供",
        (Outcome.UNAVAILABLE_NOT_HELD, Outcome.UNAVAILABLE_NEEDS_CREATION),
    ),
    Question(
        "有没有不予公开的情形？写明依据和理由",
        (
            Outcome.WITHHELD_STATE_SECRET,
            Outcome.WITHHELD_PROHIBITED_BY_LAW,
            Outcome.WITHHELD_SECURITY_AND_STABILITY,
            Outcome.WITHHELD_THIRD_PARTY_RIGHTS,
            Outcome.WITHHELD_INTERNAL_AFFAIRS,
            Outcome.WITHHELD_PROCESS_INFORMATION,
            Outcome.WITHHELD_ENFORCEMENT_CASE_FILE,
            Outcome.WITHHELD_ADMINISTRATIVE_INQUIRY,
        ),
    ),
    Question(
        "能不能区分处理？能的，部分公开；写明不公开部分的依据和理由",
        (Outcome.PARTIALLY_DISCLOSED,),
    ),
    Question("以上都不是的，予以公开", (Outcome.DISCLOSED,)),
    Question("其他", (Outcome.OTHER_OTHER,)),
)
