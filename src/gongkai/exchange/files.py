"""Writing a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from gongkai.statute.errors import GongkaiError


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: a reader finds the old file or the new, no part.

    Raises GongkaiError if the place cannot be written to.
    """
    draft = path.with_name(f".gongkai-{os.getpid()}.tmp")
    try:
        if path.is_dir():
            raise GongkaiError(f"“{path}”是目录，请写明要保存的文件名。")
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except FileNotFoundError:
        raise GongkaiError(
            f"目录“{path.parent}”不存在，请先建立目录，或者换一个保存位置。"
        ) from None
    except OSError as error:
        raise GongkaiError(
            f"文件“{path}”写不进去（{error.strerror}），请检查权限和磁盘空间。"
        ) from None
    finally:
        with suppress(OSError):
            draft.unlink()
