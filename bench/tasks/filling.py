"""Put invented records into a database, in batches."""

from collections.abc import Iterator
from itertools import islice

from django.db import connection, transaction
from tasks.makers import YEAR, Maker

from gongkai.catalogue.models import Category
from gongkai.organs.models import Office, Organ, RegisterRecord
from gongkai.publishing.models import Item, Release
from gongkai.supervision.models import Problem, ProblemKind, Training, TrainingKind

BATCH = 5_000


def make_organs(count: int) -> Maker:
    """Make a county with organs below it, an office and a category in each."""
    county = _organ("411728", "云溪县人民政府", None)
    organs = [_organ(f"X{n:03d}", f"云溪县第{n}示例局", county) for n in range(count)]
    return Maker(
        organs=organs,
        offices=[
            Office.objects.create(organ=organ, number="G1", name="办公室")
            for organ in organs
        ],
        categories=[
            Category.objects.create(organ=organ, code="A1", name="工作动态")
            for organ in organs
        ],
    )


def fill(maker: Maker, register: str, count: int) -> None:
    """Make and save records of a register, with the channels of items."""
    records = maker.records(register, count)
    while batch := list(islice(records, BATCH)):
        with transaction.atomic():
            _save(maker, batch)


def add_small_registers(organ: Organ) -> None:
    """Add the year's trainings and problems: a dozen, however much else there is."""
    for n in range(6):
        common = {"organ": organ, "number": f"{n}"}
        Training.objects.create(
            **common,
            kind=TrainingKind.values[n % 2],
            held_on=f"{YEAR}-0{n + 1}-15",
            title="政府信息公开业务培训",
            attendees=30,
        )
        Problem.objects.create(
            **common,
            year=YEAR,
            kind=ProblemKind.values[n % 2],
            heading="公开数量有待提升",
        )


def settle() -> None:
    """Leave the database as it stands some time after its records came in.

    PostgreSQL's autovacuum would do so by itself; SQLite has no such thing, but
    its write-ahead log is folded in.
    """
    statement = (
        "VACUUM (ANALYZE)"
        if connection.vendor == "postgresql"
        else "PRAGMA wal_checkpoint(TRUNCATE)"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _organ(code: str, name: str, parent: Organ | None) -> Organ:
    return Organ.objects.create(
        code=code, name=name, level="county_department", parent=parent
    )


def _save(maker: Maker, batch: list[RegisterRecord]) -> None:
    type(batch[0]).objects.bulk_create(batch)
    if isinstance(batch[0], Item):
        Release.objects.bulk_create(_releases(maker, batch))


def _releases(maker: Maker, items: list[RegisterRecord]) -> Iterator[Release]:
    for item in items:
        yield from maker.releases(item)
