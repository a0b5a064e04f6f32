"""The acts on a dossier as the tests ask for them."""

import uuid

from cases.dossiers import services
from tests.factories.talks import domain


def open_file(resident, by, team, **own):
    told = {"submission_key": uuid.uuid4(), "domain": domain("geld"), "words": "Ik kom niet rond."}
    return services.open_file(resident_id=resident.pk, team_id=team.pk, by=by, **told | own)


def lines(file):
    return [line.kind for line in file.lines.order_by("at", "pk")]


def close(question, by, outcome="network", words="Haar zus helpt nu."):
    return services.close_question(
        file_id=question.file_id, question_id=question.pk, outcome=outcome, words=words, by=by
    )


def transfer(file, by, to, version=None, reason="Op vakantie."):
    file.refresh_from_db()
    version = file.version if version is None else version
    return services.transfer_direction(
        file_id=file.pk, version=version, person=to, reason=reason, by=by
    )


def join(file, by, who, **own):
    return services.add_colleague(
        file_id=file.pk, employee=who, by=by, **{"role": "helper", "until": None} | own
    )
