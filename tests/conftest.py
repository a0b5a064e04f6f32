"""Fixtures for every test."""

from tests.plugins.audit_flush import _empty_the_trail_between_tests
from tests.plugins.history_flush import _empty_the_organisation_between_tests

__all__ = ["_empty_the_organisation_between_tests", "_empty_the_trail_between_tests"]
