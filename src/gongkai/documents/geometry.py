"""GB/T 9704-2012 《党政机关公文格式》: the page and its type, in mm and points.

Clause numbers of the standard stand beside each figure. DOCX and PDF take every
measure from here.
"""

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

TWIPS = 20
"""Word counts in twentieths of a point."""

# 5.1: A4.
PAPER_WIDTH_MM = 210.0
PAPER_HEIGHT_MM = 297.0
# 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; the other two follow.
TOP_MM = 37.0
LEFT_MM = 28.0
RIGHT_MM = 26.0
BOTTOM_MM = 35.0
TYPE_WIDTH_MM = PAPER_WIDTH_MM - LEFT_MM - RIGHT_MM
TYPE_HEIGHT_MM = PAPER_HEIGHT_MM - TOP_MM - BOTTOM_MM
# 5.2.3: 22 lines of 28 characters fill the type area.
LINES = 22
CHARACTERS = 28
# 3.2: a line is 3号 and 7/8 of it, nominally 30 pt; 225 mm / 22 = 28.99 pt, and a
# little less keeps the last line on the page.
LINE_PT = 28.95
CHARACTER_PT = TYPE_WIDTH_MM * MM / CHARACTERS
# 5.2.2 and 7.3.1: 字号 in points.
TITLE_PT = 22.0  # 2号
BODY_PT = 16.0  # 3号
NUMBER_PT = 14.0  # 4号
# 7.3.1: the title's lines stand a little further apart than its size.
TITLE_LINE_PT = 36.0
# 7.3.3: the first line is indented by two characters.
INDENT_CHARACTERS = 2
# 7.5: the dash beside the number lies 7 mm below the type area, the number one
# character (of its own size) in from the outer side.
NUMBER_BELOW_MM = 7.0
# Word measures from the paper's edge to the bottom of the number's line, and the
# dash is in the middle of that line: 35 − 7 − half a line of 4号.
FOOTER_MM = 25.2
# Sizes of table text, largest first: 小四, 五号, 小五; 六号 and smaller at need.
TABLE_SIZES_PT = (12.0, 10.5, 9.0)
SMALL_TABLE_SIZES_PT = (7.5, 6.5, 5.5)
RULE_PT = 0.5

# 10.1 信函格式: 发文机关标志 30 mm below the upper edge of the paper, a double red line
# 4 mm below it and another 20 mm above the lower edge, both 170 mm long; the number
# 7/8 of a 3号 character below the first line, the title two lines below the number.
MARK_TOP_MM = 30.0
MARK_PT = 42.0  # 初号, or what the name leaves room for
MARK_INK = 0.92  # of a character's height is ink, the rest lies above and below
RED_LINE_MM = 170.0
RED_LINE_BELOW_MARK_MM = 4.0
RED_LINE_ABOVE_EDGE_MM = 20.0
RED = "FF0000"
THICK_PT, GAP_PT, THIN_PT = 1.5, 0.75, 0.5
NUMBER_BELOW_LINE_PT = BODY_PT * 7 / 8
TITLE_BELOW_NUMBER_LINES = 2
# 7.2.4–7.2.7 文件格式: the mark 35 mm below the top of the type area, the number two
# empty lines below it, the line 4 mm below that and as wide as the type area; the
# title two empty lines below the line.
DOCUMENT_MARK_BELOW_TOP_MM = 35.0
NUMBER_BELOW_MARK_LINES = 2
BLACK = "000000"
# 7.3.5.1: the date of a sealed document is four characters in from the right.
SEALED_DATE_CHARACTERS = 4.0
# 7.3.5.1: the seal begins at most a line below the text and covers 署名 and date a
# little below its middle; two lines leave room for one of 42 to 45 mm.
LINES_FOR_SEAL = 2


@dataclass(frozen=True)
class Page:
    """A page as it is read: its size and margins in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    is_landscape: bool

    @property
    def text_width(self) -> float:
        """Return the width of the type area in points."""
        return (self.width - self.left - self.right) * MM

    @property
    def text_height(self) -> float:
        """Return the height of the type area in points."""
        return (self.height - self.top - self.bottom) * MM


UPRIGHT = Page(
    PAPER_WIDTH_MM,
    PAPER_HEIGHT_MM,
    TOP_MM,
    RIGHT_MM,
    BOTTOM_MM,
    LEFT_MM,
    is_landscape=False,
)
# 8: the sheet is turned clockwise to be read, so that the binding side is on top;
# the type area stays where it is on the sheet.
ROTATED = Page(
    PAPER_HEIGHT_MM,
    PAPER_WIDTH_MM,
    LEFT_MM,
    TOP_MM,
    RIGHT_MM,
    BOTTOM_MM,
    is_landscape=True,
)


def twips(points: float) -> int:
    """Return ``points`` in Word's unit.

    >>> twips(28.95)
    579
    """
    return round(points * TWIPS)
