"""The root of every refusal in Gongkai, and the refusals of the law."""


class GongkaiError(Exception):
    """A refusal that a person can act on: ``message`` is one sentence in Chinese.

    It says what happened, why, and what to do; it is shown as it stands by the
    command line, the desk and the portal.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class StatuteError(GongkaiError):
    """A refusal that the law demands; ``article`` cites it, or is empty."""

    def __init__(self, message: str, *, article: str = "") -> None:
        super().__init__(message)
        self.article = article


class CalendarError(StatuteError):
    """The State Council's arrangement for a day is not known."""


class ReportFormatError(StatuteError):
    """A report or its format is not one that the law's tables can hold."""
