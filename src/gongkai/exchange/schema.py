"""The exchange schema of annual reports, and whether a document keeps to it."""

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from gongkai.statute.annual_report.cells import Report, cell_label
from gongkai.statute.annual_report.format import format_keys, load_format
from gongkai.statute.errors import GongkaiError, ReportFormatError

_FILE = "annual-report-1.schema.json"


@cache
def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of ``gongkai/annual-report/1``.

    Each ``title`` says in Chinese what is wanted in its place.
    """
    file = resources.files(__package__) / "schemas" / _FILE
    return dict(json.loads(file.read_text(encoding="utf-8")))


def validated_report(document: object) -> Report:
    """Return ``document`` as a report, if it is one.

    Raises ReportFormatError with one Chinese sentence that names the first place
    where the document does not keep to the schema.
    """
    if not isinstance(document, dict) or "schema" not in document:
        raise ReportFormatError(
            "这不是年度报告交换文件：缺少“schema”；"
            "请提供本系统导出的或者按交换格式编写的文件。"
        )
    errors = sorted(_validator().iter_errors(document), key=_in_order)
    if errors:
        place = _place(errors[0], document)
        raise ReportFormatError(f"{place}{_complaint(errors[0])}；请按交换格式改正。")
    return document


def read_report(file: Path) -> Report:
    """Return the report in an exchange file (.json).

    Raises GongkaiError with one Chinese sentence that names the file and says what
    is wrong with it.
    """
    if file.suffix.lower() != ".json":
        raise GongkaiError(
            f"“{file}”不是 .json 文件；目前只读取交换格式 .json，"
            "其他格式将在后续版本支持。"
        )
    try:
        return validated_report(_parsed(file.read_bytes()))
    except FileNotFoundError:
        raise GongkaiError(f"找不到文件“{file}”；请检查路径。") from None
    except OSError:
        raise GongkaiError(
            f"读不了文件“{file}”；请检查它是否为文件、有无读取权限。"
        ) from None
    except (ValueError, RecursionError):
        raise GongkaiError(
            f"“{file}”不是完整的 JSON 文件；请检查内容和编码（应为 UTF-8）。"
        ) from None
    except ReportFormatError as error:
        raise ReportFormatError(f"“{file}”：{error.message}") from None


def _parsed(content: bytes) -> object:
    return json.loads(
        content.decode("utf-8-sig"),
        parse_constant=_refuse_constant,
        object_pairs_hook=_unique,
    )


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ReportFormatError("同一对照表中有重复的名称；请删去重复的一项。")
    return found


@cache
def _validator() -> Draft202012Validator:
    """Return the validator; a count of 3.0 is no integer to it."""
    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    untyped: Any = extend
    strict: type[Draft202012Validator] = untyped(
        Draft202012Validator, type_checker=checker
    )
    return strict(report_schema(), format_checker=strict.FORMAT_CHECKER)


def _is_integer(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _in_order(error: ValidationError) -> tuple[int, list[str]]:
    """Sort errors: what the document says it is comes first, then by place."""
    path = [str(step) for step in error.absolute_path]
    return (0 if path in (["schema"], ["format"]) else 1, path)


def _place(error: ValidationError, document: dict[str, Any]) -> str:
    path = ".".join(str(step) for step in error.absolute_path)
    if not path:
        return "年度报告"
    form = document.get("format")
    words = cell_label(load_format(form), path) if form in format_keys() else path
    return f"“{path}”" if words == path else f"“{words}”（{path}）"


def _complaint(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    schema: Any = error.schema
    found: Any = error.instance
    if error.validator == "required":
        return f"缺少{_quoted(name for name in wanted if name not in found)}"
    if error.validator == "additionalProperties":
        known = schema["properties"]
        return f"多出{_quoted(name for name in found if name not in known)}"
    return f"应为{schema['title']}"


def _quoted(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)
