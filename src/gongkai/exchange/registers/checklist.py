"""The channels of a catalogue as a cell: the whole checklist with ■ and □."""

from dataclasses import dataclass
from typing import Any

from gongkai.exchange.registers.kinds import CellError, CellValue, Row, Text
from gongkai.statute.duties import channels_in, checklist, kept
from gongkai.statute.errors import StatuteError


@dataclass(frozen=True)
class Checklist(Text):
    """The used channels: as an official catalogue ticks them, or as a plain list."""

    hint: str = "在所用的渠道前写■，不用的写□；也可以只写所用的，用“；”隔开"

    def read(self, text: str, row: Row) -> str:  # noqa: ARG002
        try:
            return kept(channels_in(text))
        except StatuteError as error:
            raise CellError(error.message) from error

    def write(self, value: Any) -> CellValue:
        return checklist(channels_in(str(value)))
