"""How a name sounds, and a second telephone number, to find who may be the same person by."""

from django.db import migrations, models

from cases.residents.sounds import sound_key


def fill_sounds(apps, schema_editor):
    """How every name that is known sounds."""
    Resident = apps.get_model("cases", "Resident")
    rows = Resident.objects.exclude(name="").only("name").order_by("pk")
    batch = []
    for row in rows.iterator(chunk_size=2000):
        row.sound_key = sound_key(row.name)
        batch.append(row)
        if len(batch) == 2000:
            Resident.objects.bulk_update(batch, ["sound_key"], batch_size=200)
            batch.clear()
    Resident.objects.bulk_update(batch, ["sound_key"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_signed_reports")]

    operations = [
        migrations.AddField(
            model_name="resident",
            name="sound_key",
            field=models.CharField(blank=True, default="", editable=False, max_length=61),
            preserve_default=False,
        ),
        migrations.RunPython(fill_sounds, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(
                condition=models.Q(("other_phone", ""), _negated=True),
                fields=["other_phone"],
                name="resident_by_other_phone",
            ),
        ),
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(
                condition=models.Q(("sound_key", ""), _negated=True),
                fields=["sound_key"],
                name="resident_by_sound",
            ),
        ),
    ]
