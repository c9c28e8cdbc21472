import pytest

from factories.catalogue import CategoryFactory, DutyFactory
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.catalogue.models import Category, Duty
from gongkai.catalogue.services import Adopted, adopt_template, offered_rows
from gongkai.organs.roles import Role
from gongkai.statute.duties import duty_template
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

TEMPLATE = duty_template("article_20")
ALL = [Adopted(row) for row in TEMPLATE.rows]


@pytest.fixture
def organ():
    return OrganFactory(level="county_department")


def test_all_rows_become_duties_in_the_templates_order(organ):
    adopt_template(organ=organ, chosen=ALL, actor=None)

    duties = Duty.objects.filter(organ=organ)
    assert [duty.template_key for duty in duties] == [row.key for row in TEMPLATE.rows]
    assert {duty.publisher for duty in duties} == {organ.name}
    assert {duty.level for duty in duties} == {"县级"}


def test_adopting_twice_adds_nothing_twice(organ):
    adopt_template(organ=organ, chosen=ALL, actor=None)
    categories = Category.objects.count()

    again = adopt_template(organ=organ, chosen=ALL, actor=None)

    assert again == []
    assert Category.objects.count() == categories
    assert {offer.is_taken for offer in offered_rows(organ, TEMPLATE)} == {True}


def test_a_duty_of_the_same_names_is_not_offered_again(organ):
    row = TEMPLATE.rows[0]
    DutyFactory(organ=organ, first_level=row.first_level, second_level=row.second_level)

    offers = offered_rows(organ, TEMPLATE)

    assert [offer.row for offer in offers if offer.is_taken] == [row]


def test_the_category_of_the_same_item_of_the_article_is_taken(organ):
    own = CategoryFactory(organ=organ, basis="《条例》第二十条第（二）项")

    (duty,) = adopt_template(
        organ=organ, chosen=[Adopted(TEMPLATE.rows[1])], actor=None
    )

    assert duty.category == own
    assert Category.objects.filter(organ=organ).count() == 1


def test_rows_of_one_first_level_share_a_new_category(organ):
    rows = duty_template("compulsory_education").rows[:3]

    duties = adopt_template(
        organ=organ, chosen=[Adopted(row) for row in rows], actor=None
    )

    assert {(duty.category.name, duty.category.code) for duty in duties} == {
        ("政策文件", "M01")
    }


def test_a_row_that_nobody_vouches_for_is_marked(organ):
    rows = duty_template("compulsory_education").rows

    duties = adopt_template(
        organ=organ, chosen=[Adopted(row) for row in rows], actor=None
    )

    marked = [duty.template_key for duty in duties if duty.note.startswith("请核对")]
    assert marked == [row.key for row in rows if not row.is_sure]


def test_each_adopted_row_is_journaled(organ):
    account = account_with_role(Role.OGI_OFFICER, organ)

    adopt_template(organ=organ, chosen=ALL[:2], actor=account)

    entries = AuditEntry.objects.filter(subject="catalogue.duty").order_by("pk")
    assert [(entry.action, entry.detail) for entry in entries] == [
        ("采用目录模板", {"template": row.key}) for row in TEMPLATE.rows[:2]
    ]


def test_one_who_may_not_add_adopts_nothing(organ):
    account = account_with_role(Role.CLERK, organ)

    with pytest.raises(GongkaiError, match="交由公开专员办理"):
        adopt_template(organ=organ, chosen=ALL, actor=account)

    assert Duty.objects.count() == 0


def test_an_office_of_another_organ_is_refused(organ):
    foreign = Adopted(TEMPLATE.rows[0], office=OfficeFactory())

    with pytest.raises(GongkaiError, match="不是本机关的"):
        adopt_template(organ=organ, chosen=[foreign], actor=None)

    assert Duty.objects.count() == 0
