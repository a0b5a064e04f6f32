"""Errors that carry a message for the person at the screen."""


class RuleViolation(Exception):
    """A business rule forbids this; the text is Dutch and fit to show.

    ``field`` names the form field the text belongs to, when it belongs to one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field
