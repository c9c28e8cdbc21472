import pytest

from factories.organs import AccountFactory
from gongkai.audit.models import AuditEntry
from gongkai.audit.services import first_broken_entry, record
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def write(key, actor=None):
    return record(actor=actor, action="登记", subject="a.b", subject_key=key)


def test_record_chains_each_entry_to_the_one_before():
    first, second = write("1"), write("2")

    assert second.previous_hash == first.entry_hash
    assert first_broken_entry() is None


def test_record_keeps_the_name_of_who_acted():
    account = AccountFactory(last_name="周", first_name="知行")

    assert write("1", account).actor_name == "周知行"
    assert write("2").actor_name == "系统"


def test_first_broken_entry_finds_an_altered_entry():
    write("1")
    altered = write("2")
    write("3")
    AuditEntry.objects.filter(pk=altered.pk).update(action="删除")

    assert first_broken_entry() == altered


def test_first_broken_entry_finds_the_gap_that_a_removed_entry_leaves():
    write("1")
    removed = write("2")
    after = write("3")
    AuditEntry.objects.filter(pk=removed.pk).delete()

    assert first_broken_entry() == after


def test_an_entry_can_neither_be_saved_again_nor_deleted():
    entry = write("1")

    with pytest.raises(GongkaiError, match="不能修改"):
        entry.save()
    with pytest.raises(GongkaiError, match="不能删除"):
        entry.delete()
