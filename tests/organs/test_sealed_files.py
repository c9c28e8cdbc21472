"""Files with personal data are sealed on disk and plain where they are opened."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gongkai.organs.sealed_files import sealed_storage
from gongkai.statute.errors import GongkaiError

TEXT = "林小满的身份证复印件".encode()


@pytest.fixture
def kept(tmp_path, settings):
    """The name of a file that was kept sealed."""
    settings.MEDIA_ROOT = tmp_path
    return sealed_storage.save("casework/x.pdf", ContentFile(TEXT))


def on_disk(name):
    return Path(default_storage.path(name)).read_bytes()


def test_file_is_not_readable_on_disk(kept):
    assert TEXT not in on_disk(kept)


def test_file_is_read_back_as_it_was(kept):
    with sealed_storage.open(kept) as file:
        assert file.read() == TEXT


def test_size_is_that_of_the_plain_file(kept):
    assert sealed_storage.size(kept) == len(TEXT)


def test_same_file_twice_looks_different_on_disk(kept):
    again = sealed_storage.save("casework/y.pdf", ContentFile(TEXT))

    assert on_disk(again) != on_disk(kept)


def test_file_that_was_altered_is_not_given_out(kept):
    path = Path(default_storage.path(kept))
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(GongkaiError, match="个人信息解不开"):
        sealed_storage.open(kept)


def test_file_of_the_time_before_sealing_is_read_as_it_is(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    name = default_storage.save("casework/old.pdf", ContentFile(TEXT))

    with sealed_storage.open(name) as file:
        assert (file.read(), sealed_storage.size(name)) == (TEXT, len(TEXT))


def test_file_is_not_opened_for_writing(kept):
    with pytest.raises(GongkaiError, match="只能读取"):
        sealed_storage.open(kept, "wb")


def test_file_has_no_public_address(kept):
    with pytest.raises(NotImplementedError):
        sealed_storage.url(kept)
