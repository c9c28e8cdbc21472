import pytest

from gongkai.exchange.files import write_whole
from gongkai.statute.errors import GongkaiError


def test_file_is_written_and_nothing_beside_it(tmp_path):
    write_whole(tmp_path / "报告.html", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["报告.html"]
    assert (tmp_path / "报告.html").read_bytes() == b"new"


def test_failed_writing_leaves_the_old_file(tmp_path):
    target = tmp_path / "报告.html"
    target.write_bytes(b"old")
    broken: bytes = None  # type: ignore[assignment]

    with pytest.raises(TypeError):
        write_whole(target, broken)

    assert [path.name for path in tmp_path.iterdir()] == ["报告.html"]
    assert target.read_bytes() == b"old"


def test_name_that_no_disk_takes_is_one_sentence(tmp_path):
    with pytest.raises(GongkaiError, match="写不进去（File name too long）"):
        write_whole(tmp_path / ("长" * 200 + ".html") / "报告.html", b"new")
