"""One operation that makes many tables, for the first migration of an app.

Django renders every related model again for each operation that it applies: a hundred tables that
know one another took 57 seconds of processor time, and take 3 this way. Every new database pays it,
those of the tests and of a newcomer included.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.operations.models import CreateModel
from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """Make these tables together; they may point to one another in any order.

    ``models`` are operations as ``makemigrations`` writes them, with their indexes and constraints
    among the options.
    """

    category = OperationCategory.ADDITION

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """All of them are in the state before it is rendered again, once."""
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """The tables; what one demands of another comes at the end of the migration."""
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Away with them, the last one first."""
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What ``migrate --plan`` shows."""
        return f"Create {len(self.models)} models"

    def references_model(self, name: str, app_label: str) -> bool:
        """Whether one of them is, or points to, this model."""
        return any(model.references_model(name, app_label) for model in self.models)

    def reduce(self, operation: Operation, app_label: str) -> Any:
        """It stays as it was written."""
        return False
