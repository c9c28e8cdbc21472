"""What the clock refuses."""

from gongkai.statute.errors import StatuteError


class ClockError(StatuteError):
    """A history that cannot have happened lawfully; the sentence names the step."""
