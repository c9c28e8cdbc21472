"""A clean-up proposes for each document in force and is applied at once."""

from datetime import date

import pytest

from factories.organs import OrganFactory, account_with_role
from factories.publishing import NormativeDocumentFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.roles import Role
from gongkai.publishing.models import Proposal
from gongkai.publishing.selectors import documents_in_force
from gongkai.publishing.services import apply_cleanup, begin_cleanup, propose
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


@pytest.fixture
def cleanup():
    """A clean-up of three documents in force; one has ended and is not in it."""
    organ = OrganFactory()
    NormativeDocumentFactory.create_batch(3, organ=organ)
    NormativeDocumentFactory(
        organ=organ, ended_on=date(2022, 1, 1), ended_how="repealed"
    )
    return begin_cleanup(organ=organ, title="2026年清理", effective_on=DAY, actor=None)


def propose_for(cleanup, *proposals):
    keys = cleanup.lines.values_list("pk", flat=True)
    said = dict(zip(keys, proposals, strict=False))
    propose(cleanup=cleanup, proposals=said, actor=None)


def test_every_document_in_force_is_kept_unless_something_is_proposed(cleanup):
    assert [line.proposal for line in cleanup.lines.all()] == [Proposal.KEEP] * 3


def test_all_proposals_are_applied_at_once_and_table_two_follows(cleanup):
    propose_for(
        cleanup, (Proposal.REPEAL, "已被新文件替代"), (Proposal.AMEND, "名称改变")
    )

    changed = apply_cleanup(cleanup=cleanup, actor=None)

    assert changed == 2
    assert documents_in_force(cleanup.organ).count() == 2
    assert AuditEntry.objects.first().action == "清理办结"


def test_a_document_that_ended_meanwhile_stops_the_whole(cleanup):
    propose_for(cleanup, (Proposal.AMEND, "名称改变"), (Proposal.REPEAL, "不再适用"))
    ended = cleanup.lines.all()[1].document
    ended.ended_on, ended.ended_how = date(2026, 1, 1), "lapsed"
    ended.save()

    with pytest.raises(GongkaiError, match="已于2026-01-01终止"):
        apply_cleanup(cleanup=cleanup, actor=None)

    assert cleanup.lines.first().document.amended_on is None


def test_a_proposal_to_repeal_needs_a_reason(cleanup):
    with pytest.raises(GongkaiError, match="要写明废止的理由"):
        propose_for(cleanup, (Proposal.REPEAL, " "))


def test_an_applied_cleanup_is_closed(cleanup):
    apply_cleanup(cleanup=cleanup, actor=None)

    with pytest.raises(GongkaiError, match="已经办结"):
        apply_cleanup(cleanup=cleanup, actor=None)


def test_a_clerk_proposes_and_does_not_apply(cleanup):
    clerk = account_with_role(Role.CLERK, cleanup.organ)
    propose(cleanup=cleanup, proposals={}, actor=clerk)

    with pytest.raises(GongkaiError, match="没有清理"):
        apply_cleanup(cleanup=cleanup, actor=clerk)
