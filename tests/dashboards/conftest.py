"""The Monday of the callbacks."""

from tests.cases.callbacks.conftest import monday

__all__ = ["monday"]
