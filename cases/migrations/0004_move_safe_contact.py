"""What was told in a call about calling safely moves to the person, the strictest answer first."""

from django.db import migrations
from django.db.models import Exists, F, OuterRef, Subquery


def to_the_person(apps, schema_editor):
    """Silent about the municipality when one call asked it; voicemail when no call forbade it."""
    Resident = apps.get_model("cases", "Resident")
    CallbackRequest = apps.get_model("cases", "CallbackRequest")
    calls = CallbackRequest.objects.filter(resident=OuterRef("pk"))
    Resident.objects.update(
        hide_municipality=Exists(calls.filter(hide_municipality=True)),
        needs_interpreter=Exists(calls.filter(needs_interpreter=True)),
        voicemail_allowed=Exists(calls) & ~Exists(calls.filter(voicemail_allowed=False)),
    )
    told = calls.exclude(language="").order_by("-registered_at", "-pk")
    spoken = Resident.objects.filter(Exists(told))
    spoken.update(language=Subquery(told.values("language")[:1]))


def to_the_call(apps, schema_editor):
    """Every request takes over what is known of the person."""
    CallbackRequest = apps.get_model("cases", "CallbackRequest")
    Resident = apps.get_model("cases", "Resident")
    person = Resident.objects.filter(pk=OuterRef("resident"))
    CallbackRequest.objects.update(
        **{
            name: Subquery(person.annotate(value=F(name)).values("value")[:1])
            for name in ("hide_municipality", "needs_interpreter", "voicemail_allowed", "language")
        }
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_safe_contact_card")]

    operations = [migrations.RunPython(to_the_person, to_the_call)]
