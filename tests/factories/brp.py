"""Uploaded extracts, closed as the browser would have had them closed."""

import uuid
from typing import Any

from django.utils import timezone

from cases.brp.lifecycle import UploadState
from cases.brp.models import BrpUpload, closed_path, file_place, key_place
from clusters.models import User
from common.closed_files import ClosedWriter
from common.sealing import Envelope, new_data_key


def upload_of(by: User, body: bytes, **own: Any) -> BrpUpload:
    """An upload with this text in its file; one that ended has neither file nor key."""
    token = uuid.uuid4()
    key = new_data_key(bound_to=key_place(token))
    upload = BrpUpload(token=token, submission_key=uuid.uuid4(), uploaded_by=by, wrapped_key=key)
    upload.uploaded_at, upload.size = timezone.now(), len(body)
    for name, value in own.items():
        setattr(upload, name, value)
    if upload.is_live:
        envelope = Envelope(key, bound_to=key_place(token))
        writer = ClosedWriter(closed_path(token), envelope, bound_to=file_place(token))
        writer.write(body)
        writer.close()
    else:
        upload.wrapped_key, upload.ended_at = None, timezone.now()
    upload.save()
    return upload


def checked_upload(by: User, body: bytes = b"", **own: Any) -> BrpUpload:
    """One that waits for a choice, with one faulty line of three."""
    facts = {
        "state": UploadState.CHECKED,
        "lines": 3,
        "faulty": 1,
        "checked_on": timezone.localdate(),
    }
    upload = upload_of(by, body, **(facts | own))
    upload.faults.create(line=3, column="bsn", reason="Dit is geen geldig BSN.")
    return upload
