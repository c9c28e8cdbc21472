"""Corrections of records (条例第四十一条): no column tells of the person."""

from gongkai.casework.corrections import refresh_due_days
from gongkai.casework.models import RecordCorrection
from gongkai.exchange.registers.layout import Layout, columns
from gongkai.exchange.registers.layouts.house import KEY, NOTE, NUMBER

_ENDS_WHOLE = "办理结果和办结日期要么都填，要么都不填。"


def _settle() -> None:
    refresh_due_days()


CORRECTIONS = Layout(
    slug="corrections",
    label="信息更正",
    model=RecordCorrection,
    key=KEY,
    settle=_settle,
    columns=columns(
        RecordCorrection,
        NUMBER,
        ("申请人类别", "person_kind"),
        ("提出方式", "channel"),
        ("收到日期", "received_on"),
        ("要求更正的记录", "record", None, "只写记录的名称，不写申请人和记录的内容。"),
        ("更正权限", "power"),
        ("办理结果", "result", None, _ENDS_WHOLE),
        ("办结日期", "ended_on", None, _ENDS_WHOLE),
        ("有权更正的机关", "right_organ"),
        ("该机关联系方式", "right_organ_contact"),
        ("告知日期", "told_on"),
        ("告知文号", "reply_number"),
        NOTE,
    ),
)
