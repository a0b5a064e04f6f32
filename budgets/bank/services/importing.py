"""Read in a file of the bank: what is new is kept, what was known changes nothing."""

import hashlib
import uuid
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from budgets.bank.models import ANSWERED_WITHIN, BankFile, BankLine, Counterparty
from budgets.bank.reading import read_statement
from budgets.bank.statements import StatementLine, account_mark, marks_of
from budgets.bank.uploading import FIELD, BankUpload
from budgets.permissions import GRANTS, Action
from cases.brp.lines import FileRefused
from clusters.models import User
from common.access import Decision
from common.blind_index import blind_index
from common.deadlines import local_day
from common.errors import RuleViolation
from common.weeks import midnight

NEXT_DAY = timedelta(days=1)


@transaction.atomic
def register_bank_file(
    *, submission_key: uuid.UUID, bank_file: BankUpload, by: User, at: datetime | None = None
) -> BankFile:
    """Keep the lines of a file that are not known yet; the file itself is thrown away.

    Rules: BI-1 (the controller; all of it or nothing), BI-2, BI-3, BI-4 (the same file, or the
        same line in another one, changes nothing), BI-5 (who and why are sealed).
    Raises: RuleViolation for a file that cannot be read; PermissionDenied.
    Effects: the file and its new lines; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.IMPORT_BANK)
    body, lines = _read(bank_file, at)
    mark = blind_index(hashlib.sha256(body).hexdigest(), of="bank_file")
    same = BankFile.objects.filter(mark=mark)
    if (earlier := same.first()) is not None:
        return earlier
    file = BankFile(submission_key=submission_key, mark=mark, uploaded_by=by, uploaded_at=at)
    file.line_count = len(lines)
    try:
        with transaction.atomic():
            file.save()
    except IntegrityError:  # somebody handed in the same file at the same moment
        return same.get()
    return _keep(file, lines, by, decision)


def _keep(file: BankFile, lines: list[StatementLine], by: User, decision: Decision) -> BankFile:
    """Only what no other file has; two files at once wait for each other in the database."""
    pairs = sorted(zip(marks_of(lines), lines, strict=True), key=lambda pair: pair[0])
    rows = [_row(file, mark, line) for mark, line in pairs]
    BankLine.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    file.fresh_count = file.lines.count()
    file.save(update_fields=["fresh_count"])
    record("bank.imported", file, by=by, decision=decision)
    return file


def _read(bank_file: BankUpload, at: datetime) -> tuple[bytes, list[StatementLine]]:
    if bank_file.refusal:
        raise RuleViolation(bank_file.refusal, field=FIELD)
    try:
        with bank_file.open_closed() as file:
            return read_statement(file, local_day(at))
    except FileRefused as refused:
        raise RuleViolation(str(refused), field=FIELD) from None


def _row(file: BankFile, mark: str, line: StatementLine) -> BankLine:
    row = BankLine(
        file=file,
        mark=mark,
        account_mark=account_mark(line.account),
        booked_on=line.booked_on,
        answer_by=midnight(line.booked_on + ANSWERED_WITHIN + NEXT_DAY),
        is_incoming=line.is_incoming,
        amount_cents=line.cents,
    )
    row.keep_told(Counterparty(line.name, line.account, line.description))
    return row
