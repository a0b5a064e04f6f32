"""Papers, and a kind of paper that a test can bend."""

import factory

from cases.models import Paper, Resident
from cases.papers.making import Document
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.clusters import UserFactory

PAGE = '<html lang="nl"><head><title>Proef</title></head><body>{}</body></html>'
CANARY = "Kanarieverslag"


class PaperFactory(factory.django.DjangoModelFactory):
    """A paper that waits; the traits are the other states."""

    class Meta:
        model = Paper

    class Params:
        making = factory.Trait(state="making", started_at=MONDAY, tries=1)
        failed = factory.Trait(
            state="failed", started_at=MONDAY, tries=3, refusal="Het lukte drie keer niet."
        )
        made = factory.Trait(
            state="made", started_at=MONDAY, made_at=MONDAY, tries=1, pages=2, name="proef-1.pdf"
        )

    kind = "trial"
    source = factory.Sequence(str)
    resident = factory.SubFactory(ResidentFactory)
    asked_by = factory.SubFactory(UserFactory)
    asked_at = MONDAY

    @classmethod
    def _create(cls, model_class, *args, pdf=b"%PDF-1.7 proef", **own):
        paper = model_class(**own)
        paper.make_key()
        if paper.is_made:
            paper.keep(pdf)
        paper.save(force_insert=True)
        return paper


def trial(source):
    """The maker of kind ``trial``: one page, of which the words are a canary."""
    return Document(PAGE.format(f"<h1>Proef</h1><p>{CANARY} {source}.</p>"), "", "proef-1.pdf")


def paper_of(order):
    """A paper of this order that was made."""
    own = {"kind": order.kind, "source": order.source, "mark": order.mark}
    return PaperFactory(made=True, resident=Resident.objects.get(pk=order.resident_id), **own)
