"""Signing a report on the screen, and the day on which it was signed."""

from django.db import migrations, models
from django.db.models import F, Q


def fill_days(apps, schema_editor):
    """What was signed on paper was signed with the reaction."""
    signed = apps.get_model("cases", "ReportVersion").objects.exclude(signature="none")
    signed.update(signed_on=F("reacted_on"))


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_brp_uploads")]

    operations = [
        migrations.RemoveConstraint(
            model_name="reportversion", name="report_application_is_signed"
        ),
        migrations.AddField(
            model_name="reportversion",
            name="signed",
            field=models.BinaryField(default=bytes, verbose_name="handtekening op het scherm"),
        ),
        migrations.AddField(
            model_name="reportversion",
            name="signed_on",
            field=models.DateField(null=True, verbose_name="ondertekend op"),
        ),
        migrations.AlterField(
            model_name="reportversion",
            name="signature",
            field=models.CharField(
                choices=[
                    ("none", "Niet ondertekend"),
                    ("paper", "Op papier ondertekend"),
                    ("screen", "Op het scherm ondertekend"),
                ],
                default="none",
                max_length=6,
                verbose_name="handtekening",
            ),
        ),
        migrations.RunPython(fill_days, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="reportversion",
            constraint=models.CheckConstraint(
                condition=Q(signature="none", signed_on__isnull=True)
                | Q(~Q(signature="none"), signed_on__isnull=False),
                name="report_signed_has_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportversion",
            constraint=models.CheckConstraint(
                condition=Q(~Q(signed=b""), signature="screen")
                | Q(~Q(signature="screen"), signed=b""),
                name="report_signed_on_screen_is_kept",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportversion",
            constraint=models.CheckConstraint(
                condition=Q(application_on__isnull=True)
                | Q(~Q(signature="none"), reaction__in=["agreed", "remarks"]),
                name="report_application_is_signed",
            ),
        ),
    ]
