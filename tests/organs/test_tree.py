"""An organ that moves in the tree takes those below it along."""

import pytest

from factories.organs import OrganFactory
from gongkai.organs.models import Organ
from gongkai.organs.services import change_record
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    """A city with a county, a bureau in it, and another city."""
    city = OrganFactory(code="C1")
    county = OrganFactory(code="X1", parent=city)
    bureau = OrganFactory(code="J1", parent=county)
    return city, county, bureau, OrganFactory(code="C2")


def paths():
    return dict(Organ.objects.values_list("code", "path"))


def test_a_new_parent_moves_everything_below(tree):
    _, county, _, other = tree
    county.parent = other

    change_record(record=county, actor=None)

    assert paths() == {"C1": "C1/", "C2": "C2/", "X1": "C2/X1/", "J1": "C2/X1/J1/"}


def test_a_new_code_renames_every_path_below(tree):
    city, *_ = tree
    city.code = "C9"

    change_record(record=city, actor=None)

    assert paths()["J1"] == "C9/X1/J1/"


def test_an_organ_does_not_come_below_itself(tree):
    city, _, bureau, _ = tree
    city.parent = bureau

    with pytest.raises(GongkaiError, match="不能作它的上级"):
        change_record(record=city, actor=None)

    assert paths()["J1"] == "C1/X1/J1/"
