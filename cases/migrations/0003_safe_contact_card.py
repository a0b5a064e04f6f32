"""The safe-contact card is of the person: room for it beside the number it is about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_norm_has_hours_or_days")]

    operations = [
        migrations.AddField(
            "resident",
            "address_secret",
            models.BooleanField(default=False, verbose_name="geheim adres"),
        ),
        migrations.AddField(
            "resident",
            "may_be_called",
            models.BooleanField(default=True, verbose_name="mag gebeld worden"),
        ),
        migrations.AddField(
            "resident",
            "voicemail_allowed",
            models.BooleanField(default=False, verbose_name="voicemail mag"),
        ),
        migrations.AddField(
            "resident",
            "hide_municipality",
            models.BooleanField(default=False, verbose_name="noem de gemeente niet"),
        ),
        migrations.AddField(
            "resident",
            "hide_number",
            models.BooleanField(default=False, verbose_name="nummer niet in lijsten"),
        ),
        migrations.AddField(
            "resident",
            "call_from",
            models.TimeField(blank=True, null=True, verbose_name="alleen bellen vanaf"),
        ),
        migrations.AddField(
            "resident",
            "call_until",
            models.TimeField(blank=True, null=True, verbose_name="alleen bellen tot"),
        ),
        migrations.AddField(
            "resident",
            "language",
            models.CharField(blank=True, max_length=40, verbose_name="taal", default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "resident",
            "needs_interpreter",
            models.BooleanField(default=False, verbose_name="tolk nodig"),
        ),
    ]
