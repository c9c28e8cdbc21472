import pytest

from gongkai.documents import geometry
from gongkai.documents.geometry import MM, ROTATED, UPRIGHT


def test_margins_leave_the_type_area_of_the_standard():
    assert (geometry.TYPE_WIDTH_MM, geometry.TYPE_HEIGHT_MM) == (156, 225)


def test_twenty_two_lines_fill_the_type_area():
    room = geometry.TYPE_HEIGHT_MM * MM

    assert room >= geometry.LINES * geometry.LINE_PT
    assert room - geometry.LINES * geometry.LINE_PT < 1.5


def test_twenty_eight_characters_fill_a_line():
    line = geometry.CHARACTERS * geometry.CHARACTER_PT

    assert line == pytest.approx(geometry.TYPE_WIDTH_MM * MM)


def test_rotated_page_keeps_the_type_area_on_the_sheet():
    """Turned clockwise, the left side of the sheet is its top."""
    assert (ROTATED.width, ROTATED.height) == (UPRIGHT.height, UPRIGHT.width)
    assert (ROTATED.top, ROTATED.right, ROTATED.bottom, ROTATED.left) == (
        UPRIGHT.left,
        UPRIGHT.top,
        UPRIGHT.right,
        UPRIGHT.bottom,
    )
