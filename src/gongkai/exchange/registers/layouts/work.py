"""The ledger of table two, proposals, trainings, problems and the patrol log."""

from gongkai.exchange.registers.layout import Layout, columns
from gongkai.exchange.registers.layouts.house import KEY, NOTE, NUMBER, OFFICE
from gongkai.ledger.models import LedgerEntry
from gongkai.patrol.models import PatrolEntry
from gongkai.supervision.models import Problem, Proposal, Training

LEDGER = Layout(
    slug="ledger",
    label="表二台账",
    model=LedgerEntry,
    key=KEY,
    columns=columns(
        LedgerEntry,
        NUMBER,
        ("类别", "kind"),
        ("日期", "happened_on"),
        ("事项", "subject"),
        ("数量", "quantity", None, "决定的件数，单个决定填1。"),
        ("金额（元）", "amount", None, "只有行政事业性收费填，以元为单位。"),
        ("结果", "result"),
        ("来源文件", "source_document"),
        ("责任股室", "office", OFFICE),
        NOTE,
    ),
)

PROPOSALS = Layout(
    slug="proposals",
    label="建议提案",
    model=Proposal,
    key=KEY,
    columns=columns(
        Proposal,
        NUMBER,
        ("类别", "kind"),
        ("届次", "session"),
        ("标题", "title"),
        ("领衔人（界别）", "proposer"),
        ("承办股室", "office", OFFICE),
        ("交办日期", "received_on"),
        ("答复日期", "answered_on"),
        ("答复公开日期", "disclosed_on"),
        NOTE,
    ),
)

TRAININGS = Layout(
    slug="trainings",
    label="培训会议",
    model=Training,
    key=KEY,
    columns=columns(
        Training,
        NUMBER,
        ("类别", "kind"),
        ("日期", "held_on"),
        ("主题", "title"),
        ("参加人数", "attendees"),
        ("主要内容", "content"),
        NOTE,
    ),
)

PROBLEMS = Layout(
    slug="problems",
    label="问题与改进",
    model=Problem,
    key=KEY,
    columns=columns(
        Problem,
        NUMBER,
        ("报告年度", "year", None, "四位数的年份，如 2021。"),
        ("类别", "kind"),
        ("顺序", "position"),
        ("要点", "heading"),
        ("内容", "text"),
        ("整改进展", "progress"),
        ("完成日期", "done_on"),
        NOTE,
    ),
)

PATROLS = Layout(
    slug="patrols",
    label="巡查记录",
    model=PatrolEntry,
    key=KEY,
    columns=columns(
        PatrolEntry,
        NUMBER,
        ("巡查日期", "patrolled_on"),
        ("巡查对象", "site"),
        ("巡查人", "patroller"),
        ("发现问题数", "findings"),
        ("巡查情况", "description"),
        ("整改完成日期", "rectified_on"),
        NOTE,
    ),
)
