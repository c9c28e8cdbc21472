"""Load an example year: registers, prose, published report, and accounts to try."""

import hashlib
import secrets
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import models, transaction

from gongkai.annual_report.models import AnnualReport, PublicationOverride
from gongkai.annual_report.selectors import SECTIONS
from gongkai.annual_report.services import (
    keep_marked_section,
    open_report,
    publish_report,
)
from gongkai.casework.models import CaseworkSettings
from gongkai.catalogue.models import Category, Guide
from gongkai.exchange.casework_settings import load_casework_settings
from gongkai.exchange.example_reviews import account_of, write_reviews
from gongkai.exchange.models import ImportBatch
from gongkai.exchange.registers import LAYOUTS, import_directory
from gongkai.organs.models import Organ, Person
from gongkai.publishing.models import Item, ItemRevision, ReviewEntry
from gongkai.statute.errors import GongkaiError

FINGERPRINT = "example"


@dataclass(frozen=True)
class ExampleReport:
    """What ``report.toml`` of an example says."""

    organ: str
    year: int
    published_on: date


@dataclass(frozen=True)
class Example:
    """A folder with register files, prose sections and a report.toml."""

    directory: Path
    report: ExampleReport

    @classmethod
    def at(cls, directory: Path) -> "Example":
        """Read what the example says of its report.

        Raises ``GongkaiError`` when the folder is not an example.
        """
        try:
            told = tomllib.loads((directory / "report.toml").read_text("utf-8"))
            report = ExampleReport(
                organ=str(told["organ"]),
                year=int(told["year"]),
                published_on=told["published_on"],
            )
        except OSError as error:
            raise GongkaiError(
                f"“{directory}”不是示例目录（没有 report.toml）。"
                "请在项目目录里运行，或用 --examples 指定示例目录。"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError) as e:
            raise GongkaiError(
                f"“{directory / 'report.toml'}”写法不对，"
                "应有 organ、year、published_on 三项。"
            ) from e
        return cls(directory, report)

    def fingerprint(self) -> str:
        """Return one checksum over all files of the example."""
        digest = hashlib.sha256()
        for path in sorted(self.directory.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(self.directory).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()


def ensure_loaded(examples: list[Example]) -> bool:
    """Load the examples into a database that holds nothing else; all or nothing.

    Loaded already from the same files: nothing is touched. Loaded from other files:
    the old example is taken out and the new one put in. Returns whether it loaded.
    Raises ``GongkaiError`` when the database holds other data.
    """
    fingerprint = hashlib.sha256(
        "".join(example.fingerprint() for example in examples).encode()
    ).hexdigest()
    with transaction.atomic():
        marks = ImportBatch.objects.filter(register=FINGERPRINT)
        if marks.filter(sha256=fingerprint).exists():
            return False
        _take_out_or_refuse(marks.first())
        for example in examples:
            _load(example)
        write_reviews()
        ImportBatch.objects.create(
            register=FINGERPRINT,
            file_name="example",
            sha256=fingerprint,
            rows={"organs": list(Organ.objects.values_list("code", flat=True))},
        )
    return True


def open_accounts(password: str | None = None) -> str:
    """Give every person with a role an account, named by his number.

    Returns the one password of all of them: the given one, or a new random one.
    """
    password = password or secrets.token_urlsafe(9)
    for person in Person.objects.filter(roles__isnull=False).distinct():
        account = account_of(person)
        account.set_password(password)
        account.save(update_fields=["password"])
    return password


def _take_out_or_refuse(mark: ImportBatch | None) -> None:
    codes = set(Organ.objects.values_list("code", flat=True))
    if not codes:
        return
    if mark is None or codes - set(mark.rows.get("organs", [])):
        raise GongkaiError(
            "这个数据库里已有其他数据，示例没有装入，什么也没有改动。"
            "请用环境变量 DATABASE_URL 指定一个空数据库。"
        )
    try:
        _take_out()
    except models.ProtectedError as error:
        raise GongkaiError(
            "示例有了新的版本，但数据库里的示例已经有人办理过，没有更换，什么也没有改动。"
            "要看新的示例，请用环境变量 DATABASE_URL 指定一个空数据库。"
        ) from error


def _take_out() -> None:
    PublicationOverride.objects.all().delete()
    AnnualReport.objects.all().delete()
    ReviewEntry.objects.all().delete()
    ItemRevision.objects.all().delete()
    Item.objects.update(author=None)
    Person.objects.update(account=None)
    for layout in reversed(list(LAYOUTS.values())):
        if layout.model is not Organ and layout.model is not Category:
            layout.model._default_manager.all().delete()  # noqa: SLF001
    Guide.objects.all().delete()
    CaseworkSettings.objects.all().delete()
    ImportBatch.objects.all().delete()
    _delete_leaves_first(Category)
    _delete_leaves_first(Organ)


def _delete_leaves_first(model: type[models.Model]) -> None:
    records: Any = model._default_manager  # noqa: SLF001
    while records.exists():
        records.filter(children__isnull=True).delete()


def _load(example: Example) -> None:
    result = import_directory(example.directory, actor=None)
    if result.errors:
        raise GongkaiError(
            f"示例“{example.directory.name}”没有装入：{result.errors[0]}"
        )
    load_casework_settings(example.directory)
    _write_report(example)


def _write_report(example: Example) -> None:
    told = example.report
    organ = Organ.objects.filter(code=told.organ).first()
    if organ is None:
        raise GongkaiError(
            f"示例“{example.directory.name}”的 report.toml 里的机关“{told.organ}”"
            "不在 organs.csv 里，请改成其中一个机关代码。"
        )
    report = open_report(organ=organ, year=told.year, actor=None)
    for section in SECTIONS:
        path = example.directory / "sections" / f"{section}.txt"
        if path.exists():
            keep_marked_section(
                report=report,
                section=section,
                marked=path.read_text("utf-8").strip(),
                actor=None,
            )
    publish_unless_blocked(report, told.published_on)


def publish_unless_blocked(report: AnnualReport, on: date) -> bool:
    """Publish, or leave the report a draft when its checks find errors."""
    try:
        with transaction.atomic():
            publish_report(report=report, on=on, actor=None)
    except GongkaiError:
        return False
    return True
