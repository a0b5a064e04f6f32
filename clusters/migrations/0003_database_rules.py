"""The rules of the organisation (CLU-1, CLU-3, CLU-8) hold for whoever writes."""

from typing import Any

from django.db import migrations

from clusters import database_rules


def install(apps: Any, schema_editor: Any) -> None:
    database_rules.install(schema_editor.connection)


def remove(apps: Any, schema_editor: Any) -> None:
    database_rules.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("clusters", "0002_open_session")]
    operations = [migrations.RunPython(install, remove)]
