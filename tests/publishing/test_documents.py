from datetime import date

import pytest

from factories.organs import OrganFactory
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.audit.models import AuditEntry
from gongkai.publishing.models import EndKind, NormativeDocument, Validity
from gongkai.publishing.services import issue, repeal
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
