"""Which closing days are days by royal decree: only those move a legal term (ADR 0022)."""

from django.db import migrations, models

FIRST_FILLING = "Sluitingsdag bij koninklijk besluit"


def mark_the_first_filling(apps, schema_editor):
    """Rows of the first filling said it in words; now it is a fact the calendar can read."""
    closing_days = apps.get_model("clusters", "ClosingDay").objects
    closing_days.filter(label=FIRST_FILLING).update(by_decree=True)


class Migration(migrations.Migration):
    dependencies = [
        ("clusters", "0007_words_on_screen"),
    ]

    operations = [
        migrations.AddField(
            model_name="closingday",
            name="by_decree",
            field=models.BooleanField(
                default=False,
                help_text=(
                    "Een wettelijke termijn die op deze dag eindigt, loopt door tot en met de "
                    "volgende dag die geen weekend of feestdag is. Vink dit niet aan als u zelf "
                    "koos om dicht te zijn."
                ),
                verbose_name="bij koninklijk besluit",
            ),
        ),
        migrations.RunPython(mark_the_first_filling, migrations.RunPython.noop),
    ]
