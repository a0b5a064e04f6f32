"""What stops a page: the trail could not be written, or the page would show too much."""


class AuditUnavailable(Exception):
    """The line could not be written, so the act or the page does not happen (design 5)."""


class UnloggedAccess(Exception):
    """A resident's row was handed out where no line can be written any more."""
