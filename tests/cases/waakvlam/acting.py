"""The acts on a waakvlam as the tests ask for them."""

import uuid

from cases.waakvlam import services
from cases.waakvlam.models import Waakvlam
from tests.factories.waakvlam import DAY, TODAY, agreed


def start(resident, by, deputy, **own):
    told = {
        "submission_key": uuid.uuid4(),
        "team_id": next(iter(by.team_ids)),
        "owner": by,
        "agreed": agreed(**own.pop("terms", {})),
        "first_on": TODAY + 2 * DAY,
    }
    return services.start_waakvlam(resident_id=resident.pk, deputy=deputy, by=by, **told | own)


def version_of(waakvlam):
    return Waakvlam.objects.values_list("version", flat=True).get(pk=waakvlam.pk)


def contact(waakvlam, by, result="spoken", mood="good", days=28, **own):
    told = {
        "submission_key": uuid.uuid4(),
        "version": version_of(waakvlam),
        "words": "Hij eet goed.",
        "next_on": TODAY + days * DAY,
    }
    return services.log_contact(
        waakvlam_id=waakvlam.pk, result=result, mood=mood, by=by, **told | own
    )


def move(waakvlam, by, days=7, **own):
    told = {"version": version_of(waakvlam), "next_on": TODAY + days * DAY}
    return services.move_contact(waakvlam_id=waakvlam.pk, by=by, **told | own)


def renew(waakvlam, by, version=None, **terms):
    return services.renew_waakvlam(
        waakvlam_id=waakvlam.pk,
        version=version_of(waakvlam) if version is None else version,
        agreed=agreed(**terms),
        by=by,
    )


def transfer(waakvlam, by, owner, deputy, version=None):
    return services.transfer_waakvlam(
        waakvlam_id=waakvlam.pk,
        version=version_of(waakvlam) if version is None else version,
        owner=owner,
        deputy=deputy,
        by=by,
    )


def end(waakvlam, by, outcome="nothing", words="Het gaat goed.", **own):
    return services.end_waakvlam(
        waakvlam_id=waakvlam.pk, outcome=outcome, words=words, by=by, **own
    )
