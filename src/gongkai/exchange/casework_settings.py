"""办理设置 of an example's organs, from ``settings.toml`` in its folder."""

import tomllib
from pathlib import Path

from gongkai.casework.models import CaseworkSettings
from gongkai.organs.models import Organ
from gongkai.organs.services import register_record
from gongkai.statute.errors import GongkaiError

FILE = "settings.toml"


def load_casework_settings(directory: Path) -> int:
    """Register the settings that the folder tells, and return how many.

    A folder without the file tells none. Raises ``GongkaiError`` for a file that
    cannot be read, an organ or a field that does not exist.
    """
    path = directory / FILE
    if not path.exists():
        return 0
    try:
        told = tomllib.loads(path.read_text("utf-8"))["organ"]
        rows = [CaseworkSettings(**_fields(row)) for row in told]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GongkaiError(f"“{path}”读不懂，请按TOML的写法改正。") from error
    except (KeyError, TypeError, ValueError, Organ.DoesNotExist) as error:
        raise GongkaiError(
            f"“{path}”应有若干[[organ]]，写明机关代码（code）和办理设置的各项，"
            "机关要在 organs.csv 里。"
        ) from error
    for row in rows:
        register_record(record=row, actor=None)
    return len(rows)


def _fields(row: dict[str, object]) -> dict[str, object]:
    given = dict(row)
    return {"organ": Organ.objects.get(code=given.pop("code"))} | given
