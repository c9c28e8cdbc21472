"""One case for each register of the desk: how to make, write and find a record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factories.casework import DisclosureRequestFactory
from factories.catalogue import CategoryFactory, DutyFactory, GuideFactory
from factories.corrections import RecordCorrectionFactory
from factories.leadership import LeadershipMemberFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OfficeFactory, OrganFactory, PersonFactory
from factories.patrol import PatrolEntryFactory
from factories.publishing import (
    ItemFactory,
    LexiconWordFactory,
    NormativeDocumentFactory,
)
from factories.remedies import RemedyCaseFactory
from factories.supervision import ProblemFactory, ProposalFactory, TrainingFactory
from gongkai.audit.services import record as record_in_journal
from gongkai.desk.menu import registers
from gongkai.organs.models import Organ
from gongkai.organs.roles import Role

Data = dict[str, str]
NO_ROWS = {
    "attachments-TOTAL_FORMS": "0",
    "attachments-INITIAL_FORMS": "0",
}
NO_ROLES = {"roles-TOTAL_FORMS": "0", "roles-INITIAL_FORMS": "0"}


@dataclass(frozen=True)
class Case:
    """A register and everything that a test needs to work with it.

    ``made`` are fields of a record that ``words`` finds and ``filters`` lets through,
    while ``missed`` does not; ``new`` and ``changed`` are what the forms send;
    ``wrong`` is put over ``new`` and refused with ``sentence``.
    """

    register: str
    factory: Callable[..., Any]
    new: Callable[[Organ], Data]
    made: dict[str, Any]
    words: str
    wrong: Data
    sentence: str
    changed: Data
    filters: Data = field(default_factory=dict)
    missed: Data = field(default_factory=dict)
    writer: Role = Role.OGI_OFFICER

    @property
    def viewset(self) -> Any:
        """The register's declaration."""
        return next(
            one
            for one in registers()
            if one.permission_policy.register == self.register
        )

    def url(self, name: str, **kwargs: Any) -> str:
        """Return the address of one of the register's pages."""
        from django.urls import reverse  # noqa: PLC0415

        return reverse(self.viewset.get_url_name(name), kwargs=kwargs)

    def row_url(self, pk: int) -> str:
        """Return where a row of the list leads: the record, or a request's case."""
        if self.register == "casework.disclosurerequest":
            return f"/desk/cases/{pk}/"
        if self.register == "casework.recordcorrection":
            return f"/desk/correction/{pk}/"
        return self.url("inspect", pk=pk)

    def make(self, organ: Organ, **fields: Any) -> Any:
        """Make a record of the organ."""
        return self.factory(organ=organ, **(self.made | fields))


def _item(organ: Organ) -> Data:
    return {
        "number": "S-1",
        "title": "关于秋季开学的通知",
        "category": str(CategoryFactory(organ=organ).pk),
        "formed_on": "2021-08-20",
        "validity": "not_applicable",
        "status": "draft",
        **NO_ROWS,
    }


CASES = (
    Case(
        "organs.office",
        OfficeFactory,
        lambda _: {"number": "G-1", "name": "财务股", "position": "3"},
        {"name": "人事股"},
        "人事",
        {"name": ""},
        "请填写股室名称。",
        {"name": "财务审计股"},
        writer=Role.ADMINISTRATOR,
    ),
    Case(
        "organs.person",
        PersonFactory,
        lambda _: {"number": "R-1", "name": "方可", "is_active": "on", **NO_ROLES},
        {"name": "何一舟"},
        "一舟",
        {"account": "nobody"},
        "没有登录名为“nobody”的账号，或者它已属于别人。请核对登录名。",
        {"post": "主任"},
        writer=Role.ADMINISTRATOR,
    ),
    Case(
        "organs.leadershipmember",
        LeadershipMemberFactory,
        lambda _: {
            "number": "L-1",
            "name": "方可",
            "post": "副局长",
            "position": "deputy",
        },
        {"name": "何一舟", "position": "head"},
        "一舟",
        {"position": ""},
        "请选择组内职务。",
        {"duty": "分管政务公开"},
        {"position": "head"},
        {"position": "member"},
    ),
    Case(
        "catalogue.category",
        CategoryFactory,
        lambda _: {
            "code": "A-1",
            "name": "招生考试",
            "section": "content",
            "position": "1",
        },
        {"name": "教师资格", "section": "content"},
        "教师",
        {"code": ""},
        "请填写目录编码。",
        {"basis": "《条例》第二十条第（八）项"},
        {"section": "content"},
        {"section": "rules"},
    ),
    Case(
        "catalogue.duty",
        DutyFactory,
        lambda _: {
            "number": "11",
            "first_level": "招生管理",
            "second_level": "招生政策",
            "content": "各校招生工作实施方案",
            "basis": "《政府信息公开条例》",
            "deadline_kind": "general",
            "channels": "政府网站",
            "audience": "全社会",
            "way": "proactive",
            "position": "1",
        },
        {"second_level": "招生计划", "first_level": "招生管理"},
        "计划",
        {"cycle": "13-01"},
        "“13-01”不是公开周期里的一天。请写成“月-日”，例如06-30；一年几次的用空格隔开。",
        {"cycle": "06-30"},
        {"first_level": "招生管理", "state": "empty"},
        {"state": "not_applicable"},
    ),
    Case(
        "catalogue.guide",
        GuideFactory,
        lambda _: {
            "work_body": "县教育局办公室",
            "classification": "按内容。",
            "arrangement": "按目录。",
            "ways_to_obtain": "网站查阅。",
        },
        {"work_body": "政务公开办公室"},
        "政务",
        {"work_body": ""},
        "请填写公开工作机构名称。",
        {"reviewed_on": "2021-03-01"},
    ),
    Case(
        "publishing.item",
        ItemFactory,
        _item,
        {"title": "关于公布教师资格认定结果的公告", "disclosed_on": date(2021, 6, 1)},
        "教师资格",
        {"formed_on": ""},
        "请填写成文日期。",
        {"title": "关于秋季开学的补充通知"},
        {"year": "2021", "status": "published"},
        {"status": "withdrawn"},
    ),
    Case(
        "publishing.normativedocument",
        NormativeDocumentFactory,
        lambda _: {
            "number": "D-1",
            "kind": "normative_documents",
            "title": "关于课后服务的意见",
            "document_number": "云教〔2021〕9号",
            "issued_on": "2021-05-01",
        },
        {"title": "关于校外培训的意见", "issued_on": date(2021, 3, 1)},
        "校外",
        {"ended_on": "2020-01-01", "ended_how": "repealed"},
        "废止（失效）日期早于制发日期，请改正。",
        {"effective_on": "2021-06-01"},
        {"year": "2021", "state": "in_force"},
        {"state": "ended"},
    ),
    Case(
        "publishing.lexiconword",
        LexiconWordFactory,
        lambda _: {"word": "布署", "suggestion": "部署"},
        {"word": "按排", "suggestion": "安排"},
        "按排",
        {"word": ""},
        "请填写词语。",
        {"is_blocking": "on"},
    ),
    Case(
        "ledger.ledgerentry",
        LedgerEntryFactory,
        lambda _: {
            "number": "T-1",
            "kind": "administrative_licensing",
            "happened_on": "2021-06-01",
            "subject": "教师资格认定",
            "quantity": "49",
        },
        {"subject": "民办学校设立审批", "happened_on": date(2021, 6, 1)},
        "民办",
        {"amount": "100"},
        "行政事业性收费要填金额，其他类别不填金额。",
        {"quantity": "50"},
        {"year": "2021", "kind": "administrative_licensing"},
        {"kind": "administrative_fees"},
    ),
    Case(
        "casework.disclosurerequest",
        DisclosureRequestFactory,
        lambda _: {
            "number": "Y-1",
            "applicant_kind": "natural_person",
            "channel": "online",
            "subject": "申请公开招聘方案。",
            "received_on": "2021-06-01",
            "processing_fee": "0",
        },
        {"subject": "申请公开学区划分依据。", "received_on": date(2021, 6, 1)},
        "学区",
        {"outcome": "disclosed"},
        "办理结果和办结日期要么都填，要么都不填。",
        {"reply_number": "云教公开〔2021〕1号"},
        {"year": "2021", "state": "open"},
        {"state": "closed"},
    ),
    Case(
        "casework.recordcorrection",
        RecordCorrectionFactory,
        lambda _: {
            "number": "GZ-1",
            "person_kind": "natural_person",
            "channel": "in_person",
            "record": "学籍卡",
            "received_on": "2021-06-01",
        },
        {"record": "教师资格认定表", "received_on": date(2021, 6, 1)},
        "资格",
        {"result": "withdrawn"},
        "办理结果和办结日期要么都填，要么都不填。",
        {"reply_number": "云教〔2021〕1号"},
        {"year": "2021", "state": "open"},
        {"state": "closed"},
    ),
    Case(
        "remedies.remedycase",
        RemedyCaseFactory,
        lambda _: {
            "number": "J-1",
            "route": "reconsideration",
            "handling_body": "云溪县人民政府",
            "subject": "不服答复。",
            "accepted_on": "2021-06-01",
        },
        {"subject": "不服不予公开的答复。", "accepted_on": date(2021, 6, 1)},
        "不予公开",
        {"disclosure_request": "Y-404"},
        "本机关没有编号为“Y-404”的公开申请，请核对编号。",
        {"handling_body": "云溪市人民政府"},
        {"year": "2021", "state": "open"},
        {"state": "closed"},
    ),
    Case(
        "supervision.proposal",
        ProposalFactory,
        lambda _: {
            "number": "P-1",
            "kind": "congress",
            "title": "关于增加校车的建议",
            "received_on": "2021-03-01",
        },
        {"title": "关于规范午托的提案", "received_on": date(2021, 3, 15)},
        "午托",
        {"answered_on": "2020-01-01"},
        "答复日期早于交办日期，请改正其中一个。",
        {"answered_on": "2021-06-01"},
        {"year": "2021", "state": "open"},
        {"state": "answered"},
    ),
    Case(
        "supervision.training",
        TrainingFactory,
        lambda _: {
            "number": "X-1",
            "kind": "training",
            "held_on": "2021-04-08",
            "title": "公开业务培训",
            "attendees": "30",
        },
        {"title": "依申请公开办理培训", "held_on": date(2021, 4, 8)},
        "依申请",
        {"held_on": "2021-02-30"},
        "请填写日期，如 2021-03-05。",
        {"attendees": "35"},
        {"year": "2021", "kind": "training"},
        {"kind": "meeting"},
    ),
    Case(
        "supervision.problem",
        ProblemFactory,
        lambda _: {
            "number": "W-1",
            "year": "2021",
            "kind": "problem",
            "position": "1",
            "heading": "公开不够及时",
        },
        {"heading": "公开数量有待提升", "year": 2021},
        "数量",
        {"year": "1999"},
        "确保该值大于或等于2008。",
        {"progress": "已完成培训。"},
        {"year": "2021", "state": "open"},
        {"state": "done"},
    ),
    Case(
        "patrol.patrolentry",
        PatrolEntryFactory,
        lambda _: {
            "number": "C-1",
            "patrolled_on": "2021-06-01",
            "site": "教育专栏",
            "findings": "0",
        },
        {"site": "云溪县教育局网站", "patrolled_on": date(2021, 6, 1)},
        "教育局",
        {"findings": "-1"},
        "确保该值大于或等于0。",
        {"patroller": "林小满"},
        {"year": "2021", "state": "clean"},
        {"state": "open"},
    ),
)


def organ_record(organ: Organ, **fields: Any) -> Organ:
    """Make an organ below the organ: the record of the register of organs."""
    return OrganFactory(parent=organ, **fields)


def journal_entry(organ: Organ, key: str = "S-1") -> Any:
    """Write an entry about the organ into the journal."""
    return record_in_journal(
        actor=None,
        action="登记",
        subject="publishing.item",
        subject_key=key,
        organ_code=organ.code,
    )
