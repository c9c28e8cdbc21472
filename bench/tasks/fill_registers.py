"""Fill every register with the same number of rows, for one organ among others."""

from tasks.filling import fill, make_organs, settle
from tasks.makers import Maker

from gongkai.organs.models import Account, Organ, Person, RoleAssignment
from gongkai.organs.roles import Role

SMALL = 100
REGISTERS = ("items", "requests", "remedies", "proposals", "patrols", "documents")


def run(size: int) -> None:
    """Fill, and appoint who looks: two officers and a supervisor above them.

    The first organ has ``size`` rows in each register, the second a few: its
    officer's rows have to be found among all the others.
    """
    maker = make_organs(2)
    for place, count in enumerate((size, min(SMALL, size))):
        one = Maker(
            organs=maker.organs[place : place + 1],
            offices=maker.offices[place : place + 1],
            categories=maker.categories[place : place + 1],
        )
        fill(one, "licensing", count - count // 10)
        fill(one, "fees", count // 10)
        for register in REGISTERS:
            fill(one, register, count)
    large, small = maker.organs
    _appoint("large", large, Role.OGI_OFFICER)
    _appoint("small", small, Role.OGI_OFFICER)
    _appoint("above", large.parent, Role.SUPERVISOR)
    settle()


def _appoint(name: str, organ: Organ | None, role: Role) -> None:
    account = Account.objects.create(username=name, last_name="林", first_name="小满")
    person = Person.objects.create(
        organ=organ, number=f"R-{name}", name="林小满", account=account
    )
    RoleAssignment.objects.create(person=person, organ=organ, role=role)
