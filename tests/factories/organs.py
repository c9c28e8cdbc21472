"""Invented organs and people."""

from typing import Any

import factory

from gongkai.organs.models import Account, Office, Organ, Person, RoleAssignment
from gongkai.organs.roles import Role


class OrganFactory(factory.django.DjangoModelFactory[Organ]):
    class Meta:
        model = Organ

    code = factory.Sequence(lambda n: f"X{n:05d}")
    name = factory.Sequence(lambda n: f"云溪县第{n}示例局")
    level = "county_department"


class OfficeFactory(factory.django.DjangoModelFactory[Office]):
    class Meta:
        model = Office

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"G{n:03d}")
    name = factory.Sequence(lambda n: f"第{n}股")


class AccountFactory(factory.django.DjangoModelFactory[Account]):
    class Meta:
        model = Account

    username = factory.Sequence(lambda n: f"account{n}")
    last_name = "林"
    first_name = "小满"


class PersonFactory(factory.django.DjangoModelFactory[Person]):
    class Meta:
        model = Person

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"R{n:03d}")
    name = "林小满"
    account = factory.SubFactory(AccountFactory)


def account_with_role(role: Role, organ: Organ, **fields: Any) -> Account:
    """Return an account whose person holds the role in the organ."""
    person = PersonFactory(organ=organ, **fields)
    RoleAssignment.objects.create(person=person, organ=organ, role=role)
    return person.account
