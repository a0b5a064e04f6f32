"""A working Monday."""

from tests.cases.callbacks.conftest import monday

__all__ = ["monday"]
