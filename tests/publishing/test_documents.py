from datetime import date

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import (
    EndKind,
    NormativeDocument,
    ProceedingKind,
    Validity,
)
from gongkai.publishing.selectors import (
    document_groups,
    documents_expiring,
    interpretations_of,
    replaced_by,
    replacements_of,
)
from gongkai.publishing.services import (
    amend,
    issue,
    lapse_expired,
    record_proceeding,
    repeal,
)
from gongkai.statute.annual_report.tabulation import LedgerTotals, tabulate_ledger
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def test_issue_registers_the_document_with_its_day():
    document = NormativeDocumentFactory.build(organ=OrganFactory())

    issue(document=document, on=date(2021, 3, 9), actor=None)

    assert NormativeDocument.objects.get().issued_on == date(2021, 3, 9)
    assert AuditEntry.objects.get().action == "登记"


def test_repeal_ends_the_document_and_marks_its_item():
    item = ItemFactory(validity=Validity.IN_FORCE)
    document = NormativeDocumentFactory(organ=item.organ, item=item)

    repeal(document=document, on=date(2021, 9, 1), how=EndKind.REPEALED, actor=None)

    item.refresh_from_db()
    document.refresh_from_db()
    assert (document.ended_on, document.ended_how) == (date(2021, 9, 1), "repealed")
    assert item.validity == Validity.REPEALED


def test_repeal_refuses_a_day_before_issue_and_a_second_end():
    document = NormativeDocumentFactory(issued_on=date(2021, 3, 1))

    with pytest.raises(GongkaiError, match="早于制发日期"):
        repeal(document=document, on=date(2021, 2, 1), how=EndKind.LAPSED, actor=None)
    document.refresh_from_db()
    repeal(document=document, on=date(2021, 4, 1), how=EndKind.LAPSED, actor=None)
    with pytest.raises(GongkaiError, match="已于2021-04-01终止"):
        repeal(document=document, on=date(2021, 5, 1), how=EndKind.LAPSED, actor=None)


def test_a_document_and_its_replacement_lead_to_each_other():
    item, newer = ItemFactory(), ItemFactory()
    document = NormativeDocumentFactory(organ=item.organ, item=item)
    replacement = NormativeDocumentFactory(organ=item.organ, item=newer)

    repeal(
        document=document,
        on=date(2022, 1, 1),
        how=EndKind.REPEALED,
        replaced_by=replacement,
        actor=None,
    )

    assert replacements_of(item) == [replacement]
    assert replaced_by(newer) == [document]


def test_an_amended_document_stays_in_force():
    item = ItemFactory(validity=Validity.IN_FORCE)
    document = NormativeDocumentFactory(organ=item.organ, item=item)

    amend(document=document, on=date(2021, 6, 1), actor=None)

    item.refresh_from_db()
    assert (document.amended_on, document.ended_on) == (date(2021, 6, 1), None)
    assert item.validity == Validity.AMENDED


def test_a_document_lapses_on_the_day_after_its_last_and_table_two_moves():
    document = NormativeDocumentFactory(valid_until=date(2021, 12, 30))

    before = lapse_expired(date(2021, 12, 30))
    lapsed = lapse_expired(date(2021, 12, 31))

    assert (before, lapsed) == ([], [document])
    document.refresh_from_db()
    assert (document.ended_on, document.ended_how) == (date(2021, 12, 31), "lapsed")
    assert table_two_of(document) == {"issued": 1, "repealed": 1, "in_force": 0}


def table_two_of(document):
    groups = document_groups(document.organ, 2021)
    return tabulate_ledger(LedgerTotals(documents=tuple(groups)))[document.kind]


def test_an_officer_hears_of_the_end_a_month_before():
    NormativeDocumentFactory(valid_until=date(2026, 12, 31))
    documents = NormativeDocument.objects.all()

    assert documents_expiring(documents, date(2026, 11, 30)).count() == 0
    assert documents_expiring(documents, date(2026, 12, 1)).count() == 1


def test_a_step_of_its_making_is_recorded_and_journaled():
    document = NormativeDocumentFactory()
    clerk = account_with_role(Role.CLERK, document.organ)

    record_proceeding(
        document=document,
        kind=ProceedingKind.LEGALITY_REVIEW,
        on=date(2021, 2, 20),
        result="合法，无修改意见",
        actor=clerk,
    )

    assert str(document.proceedings.get()) == "合法性审核 2021-02-20"
    assert AuditEntry.objects.get().actor == clerk


def test_a_clerk_does_not_repeal():
    document = NormativeDocumentFactory()
    clerk = account_with_role(Role.CLERK, document.organ)

    with pytest.raises(GongkaiError, match="没有办理"):
        repeal(
            document=document, on=date(2022, 1, 1), how=EndKind.REPEALED, actor=clerk
        )


def test_an_interpretation_and_its_document_lead_to_each_other():
    item = ItemFactory()
    interpretation = ItemFactory(organ=item.organ, interprets=item)

    assert interpretations_of(item) == [interpretation]
    assert interpretations_of(interpretation) == [item]
