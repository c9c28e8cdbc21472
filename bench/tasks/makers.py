"""Invented records of every register, the same ones at every run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.catalogue.models import Category
from gongkai.ledger.models import EntryKind, LedgerEntry
from gongkai.organs.models import Office, Organ, RegisterRecord
from gongkai.patrol.models import PatrolEntry
from gongkai.publishing.models import (
    Channel,
    DocumentKind,
    EndKind,
    Item,
    ItemStatus,
    NormativeDocument,
    Release,
)
from gongkai.remedies.models import RemedyCase
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute
from gongkai.supervision.models import Proposal, ProposalKind

YEAR = 2021
BODY = "为贯彻落实有关要求，结合工作实际，现将有关事项通知如下，请认真执行。" * 8
_FIRST = date(YEAR, 1, 1)


@dataclass
class Maker:
    """Makes the records of organs, drawing everything from one seeded source."""

    organs: list[Organ]
    categories: list[Category]
    offices: list[Office]
    random: Random = field(default_factory=lambda: Random(2021))  # noqa: S311

    def records(self, register: str, count: int) -> Iterator[RegisterRecord]:
        """Make ``count`` records of a register, none of them saved."""
        make = _MAKERS[register]
        for n in range(count):
            record = make(self)
            place = n % len(self.organs)
            record.organ = self.organs[place]
            record.number = f"{register[:4]}-{n:07d}"
            if hasattr(record, "office_id"):
                record.office = self.offices[place]
            if isinstance(record, Item):
                record.category = self.categories[place]
            yield record

    def releases(self, item: Item) -> list[Release]:
        """Send a published item out on one to three channels."""
        if item.status != ItemStatus.PUBLISHED:
            return []
        others = self.random.sample(list(Channel)[1:], self.random.randrange(3))
        return [
            Release(item=item, channel=channel)
            for channel in (Channel.GOVERNMENT_WEBSITE, *others)
        ]

    def day(self) -> date:
        """Draw a day: nine of ten in the report year, the others around it."""
        day = _FIRST + timedelta(days=self.random.randrange(365))
        return day + timedelta(days=365 * self.random.choice([-1, 1, *[0] * 18]))

    def end(self, begun: date, likely: float) -> date | None:
        """Draw the day on which something ends, or None for not yet."""
        if self.random.random() > likely:
            return None
        return begun + timedelta(days=self.random.randrange(90))


def _licensing(make: Maker) -> RegisterRecord:
    return LedgerEntry(
        kind=EntryKind.LICENSING,
        happened_on=make.day(),
        subject="教师资格认定",
        result="准予许可",
        source_document="行政许可台账",
    )


def _fee(make: Maker) -> RegisterRecord:
    return LedgerEntry(
        kind=EntryKind.FEE,
        happened_on=make.day(),
        subject="普通高中学费",
        amount=Decimal(make.random.randrange(1, 1_000_000)) / 100,
    )


def _item(make: Maker) -> RegisterRecord:
    day = make.day()
    status = make.random.choice([*[ItemStatus.PUBLISHED] * 18, *ItemStatus])
    return Item(
        title=f"关于做好第{make.random.randrange(1, 1000)}项工作的通知",
        summary=BODY[:60],
        body=BODY,
        document_number=f"云教〔{YEAR}〕{make.random.randrange(1, 1000)}号",
        formed_on=day,
        disclosed_on=day,
        status=status,
    )


def _request(make: Maker) -> RegisterRecord:
    received = make.day()
    closed = make.end(received, 0.95)
    return DisclosureRequest(
        applicant_kind=make.random.choice(list(ApplicantKind)),
        channel=make.random.choice(RequestChannel.values),
        subject="申请公开教师招聘方案。",
        received_on=received,
        closed_on=closed,
        outcome=make.random.choice(list(Outcome)) if closed else "",
        processing_fee=Decimal(make.random.choice([0, 0, 0, 100])),
    )


def _remedy(make: Maker) -> RegisterRecord:
    accepted = make.day()
    concluded = make.end(accepted, 0.8)
    route = make.random.choice(list(RemedyRoute))
    results = [result for result in RemedyResult if result.fits(route)]
    return RemedyCase(
        route=route,
        handling_body="云溪县人民政府",
        subject="不服政府信息公开答复。",
        accepted_on=accepted,
        concluded_on=concluded,
        result=make.random.choice(results) if concluded else "",
    )


def _patrol(make: Maker) -> RegisterRecord:
    return PatrolEntry(
        patrolled_on=make.day(),
        site="云溪县人民政府门户网站教育专栏",
        patroller="林小满",
        findings=make.random.choice([0, 0, 0, 1, 2]),
    )


def _proposal(make: Maker) -> RegisterRecord:
    received = make.day()
    return Proposal(
        kind=make.random.choice(ProposalKind.values),
        title=f"关于增设第{make.random.randrange(1, 1000)}所学校的建议",
        received_on=received,
        answered_on=make.end(received, 0.9),
    )


def _document(make: Maker) -> RegisterRecord:
    issued = make.day()
    ended = make.end(issued, 0.3)
    return NormativeDocument(
        kind=make.random.choice(DocumentKind.values),
        title="关于规范校外培训的意见",
        document_number=f"云教〔{YEAR}〕{make.random.randrange(1, 1000)}号",
        issued_on=issued,
        ended_on=ended,
        ended_how=EndKind.REPEALED if ended else "",
    )


_MAKERS: dict[str, Callable[[Maker], RegisterRecord]] = {
    "licensing": _licensing,
    "fees": _fee,
    "items": _item,
    "requests": _request,
    "remedies": _remedy,
    "patrols": _patrol,
    "proposals": _proposal,
    "documents": _document,
}
