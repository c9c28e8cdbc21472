import pytest

from gongkai.organs.encryption import decrypt, encrypt, fingerprint
from gongkai.statute.errors import GongkaiError


def test_a_sealed_text_opens_for_its_purpose():
    assert decrypt(encrypt("林小满", purpose="a.name"), purpose="a.name") == "林小满"


def test_equal_texts_are_sealed_differently():
    assert encrypt("林小满", purpose="a") != encrypt("林小满", purpose="a")


def test_a_sealed_text_does_not_show_what_it_says():
    assert "林小满" not in encrypt("林小满", purpose="a")


def test_a_sealed_text_does_not_open_in_another_place():
    with pytest.raises(GongkaiError, match="密钥"):
        decrypt(encrypt("林小满", purpose="a.name"), purpose="a.phone")


def test_a_sealed_text_does_not_open_with_another_key(settings):
    sealed = encrypt("林小满", purpose="a")
    settings.FIELD_KEY = "another"

    with pytest.raises(GongkaiError, match="field_key"):
        decrypt(sealed, purpose="a")


def test_a_fingerprint_knows_a_text_again_within_its_purpose():
    assert fingerprint("1", purpose="a") == fingerprint("1", purpose="a")
    assert fingerprint("1", purpose="a") != fingerprint("1", purpose="b")
    assert fingerprint("1", purpose="a") != fingerprint("2", purpose="a")
