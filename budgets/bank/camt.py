"""A CAMT.053 statement as lines. No DTD and no entity is ever read: they are refused (BI-3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from budgets.bank.amounts import POINT, day_of, signed_cents
from budgets.bank.statements import MOST_LINES, MOST_TEXT, StatementLine, tidy, tidy_account
from cases.brp.lines import FileRefused

KIND = "camt.053"
DEEPEST, DAY = 40, 10
NO_STATEMENT = "Dit is geen bankafschrift als CAMT.053."
NOT_SAFE = "In dit XML-bestand staan eigen regels (DTD of entiteiten). Dat is niet veilig."
NOT_UTF8 = "Dit XML-bestand is geen UTF-8. Vraag de bank om het opnieuw te maken."
EURO, INCOMING, OUTGOING = "EUR", "CRDT", "DBIT"


@dataclass(frozen=True)
class Booking:
    """A payment, with the entry it is of and the account it is on."""

    account: str
    entry: Element
    part: Element
    amount: Element | None


def read_camt(body: bytes, today: date) -> list[StatementLine]:
    """Every booked line; raises FileRefused."""
    lines = []
    for number, booking in enumerate(_bookings(_tree(body)), start=1):
        if number > MOST_LINES:
            raise FileRefused(f"Dit bestand heeft meer dan {MOST_LINES} regels. Splits het.")
        try:
            lines.append(_line(number, booking, today))
        except ValueError as fault:
            raise FileRefused(f"Boeking {number}: {fault}. Er is niets ingelezen.") from None
    return [line for line in lines if line.cents]


class Reader:
    """Hears the parts of the file one by one, so that a DTD stops it before it is expanded."""

    def __init__(self) -> None:
        self.builder, self.depth = TreeBuilder(), 0
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = _refuse
        self.parser.ExternalEntityRefHandler = _refuse

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A part begins; the first one says what kind of file it is."""
        space, _, local = name.rpartition(" ")
        self.depth += 1
        if self.depth > DEEPEST or (self.depth == 1 and KIND not in space):
            raise FileRefused(NO_STATEMENT)
        self.builder.start(local, attributes)

    def end(self, name: str) -> None:
        """A part ends."""
        self.depth -= 1
        self.builder.end(name.rpartition(" ")[2])


def _tree(body: bytes) -> Element:
    """The whole statement; raises FileRefused."""
    try:
        body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(NOT_UTF8) from None
    reader = Reader()
    try:
        reader.parser.Parse(body, True)
    except expat.ExpatError:
        raise FileRefused("Dit XML-bestand is niet heel.") from None
    return reader.builder.close()


def _refuse(*_: object) -> NoReturn:
    raise FileRefused(NOT_SAFE)


def _bookings(tree: Element) -> Iterator[Booking]:
    """Each booked entry, or each payment in it when those say all of its amount."""
    for statement in tree.findall("BkToCstmrStmt/Stmt"):
        account = _first(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id")
        for entry in statement.findall("Ntry"):
            if _first(entry, "Sts/Cd", "Sts") not in ("", "BOOK"):
                continue
            payments = entry.findall("NtryDtls/TxDtls")
            if len(payments) > 1 and _is_sum(entry, payments):
                yield from (Booking(account, entry, part, _amount(part)) for part in payments)
            else:
                part = payments[0] if len(payments) == 1 else entry
                yield Booking(account, entry, part, entry.find("Amt"))


def _is_sum(entry: Element, payments: list[Element]) -> bool:
    """Whether the payments say, in euro, what the entry is made of."""
    try:
        return _cents(entry.find("Amt")) == sum(_cents(_amount(part)) for part in payments)
    except ValueError:
        return False


def _line(number: int, booking: Booking, today: date) -> StatementLine:
    """One payment; what it does not say itself is said by its entry."""
    entry, part = booking.entry, booking.part
    side = _first(part, "CdtDbtInd") or _first(entry, "CdtDbtInd")
    if side not in (INCOMING, OUTGOING):
        raise ValueError("er staat niet of het geld erbij kwam of eraf ging")
    day = _first(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt")[:DAY]
    other = "Dbtr" if side == INCOMING else "Cdtr"
    return StatementLine(
        number=number,
        booked_on=day_of(day, today),
        cents=_cents(booking.amount),
        is_incoming=side == INCOMING,
        account=tidy_account(_checked(_first(part, *_account_of(other)))),
        name=_checked(_first(part, f"RltdPties/{other}/Nm", f"RltdPties/{other}/Pty/Nm")),
        description=_checked(_words(entry, part)),
        reference=_checked(_reference(entry, part)),
        own_account=tidy_account(_checked(booking.account)),
    )


def _cents(amount: Element | None) -> int:
    if amount is None or amount.get("Ccy") != EURO:
        raise ValueError("het bedrag ontbreekt of is niet in euro")
    cents = signed_cents(amount.text or "", POINT)
    if cents < 0:
        raise ValueError("het bedrag is kleiner dan nul")
    return cents


def _amount(part: Element) -> Element | None:
    """What one payment of an entry says its amount is."""
    whole = part.find("Amt")
    return whole if whole is not None else part.find("AmtDtls/TxAmt/Amt")


def _account_of(other: str) -> tuple[str, str]:
    return f"RltdPties/{other}Acct/Id/IBAN", f"RltdPties/{other}Acct/Id/Othr/Id"


def _words(entry: Element, part: Element) -> str:
    free = [each.text or "" for each in part.findall("RmtInf/Ustrd")]
    free += [each.text or "" for each in part.findall("RmtInf/Strd/CdtrRefInf/Ref")]
    return " ".join(free) or _first(part, "AddtlTxInf") or _first(entry, "AddtlNtryInf")


def _reference(entry: Element, part: Element) -> str:
    """Of the payment when it has one of its own, else of the entry."""
    own = _first(part, "Refs/AcctSvcrRef", "Refs/TxId", "Refs/EndToEndId")
    return f"{_first(entry, 'AcctSvcrRef', 'NtryRef')} {'' if own == 'NOTPROVIDED' else own}"


def _first(part: Element, *paths: str) -> str:
    """The text at the first of these places that says something."""
    texts = ((part.findtext(path) or "").strip() for path in paths)
    return next((text for text in texts if text), "")


def _checked(text: str) -> str:
    if len(text) > MOST_TEXT:
        raise ValueError(f"een veld is langer dan {MOST_TEXT} tekens")
    return tidy(text)
