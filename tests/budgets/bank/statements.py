"""Files of the bank as tests write them."""

from xml.sax.saxutils import escape

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
OWN, THEIRS = "NL91ABNA0417164300", "NL20INGB0001234567"


def entry(
    amount="1000.50", side="CRDT", *, day="2026-11-20", words="", name="Fonds", own="E1", more=""
):
    """One entry with one payment."""
    other = "Dbtr" if side == "CRDT" else "Cdtr"
    parties = f"<RltdPties><{other}><Nm>{escape(name)}</Nm></{other}>"
    parties += f"<{other}Acct><Id><IBAN>{THEIRS}</IBAN></Id></{other}Acct></RltdPties>"
    payment = f"<TxDtls>{parties}<RmtInf><Ustrd>{escape(words)}</Ustrd></RmtInf></TxDtls>"
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts>'
        f"<BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{own}</AcctSvcrRef>"
        f"<NtryDtls>{payment}{more}</NtryDtls></Ntry>"
    )


def camt(*entries, head="", space=NAMESPACE):
    """The whole statement."""
    account = f"<Acct><Id><IBAN>{OWN}</IBAN></Id></Acct>"
    body = f"<BkToCstmrStmt><Stmt>{account}{''.join(entries)}</Stmt></BkToCstmrStmt>"
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<Document xmlns="{space}">{body}</Document>'
    )
    return text.encode()
