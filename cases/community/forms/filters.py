"""What narrows the lists of the sociale kaart; it travels in the address, so it can be kept."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

from cases.community.models import Offer, OfferCost, OfferKind, Organisation, OrganisationKind
from cases.community.searching import Found, search_offers
from cases.intakes.models import LifeDomain
from clusters.models import Cluster, User

MINE, NOW, OVER = "mijn", "nu", "voorbij"
SEARCH_LENGTH = 400
CLUSTERS, TOPICS = 0, 1


class OfferFilter(forms.Form):
    """Which offers; an unknown choice in the address is no choice.

    Who works for a cluster sees that cluster and the whole city first (SK-6).
    """

    use_required_attribute = False

    zoek = forms.CharField(
        label="Zoeken", required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    leefgebied = forms.ChoiceField(label="Onderwerp", required=False)
    cluster = forms.ChoiceField(label="Cluster", required=False)
    kosten = forms.ChoiceField(
        label="Kosten", choices=[("", "Alle"), *OfferCost.choices], required=False
    )
    soort = forms.ChoiceField(
        label="Soort aanbod", choices=[("", "Alle"), *OfferKind.choices], required=False
    )
    stand = forms.ChoiceField(
        label="Toon", choices=[(NOW, "Wat er nu is"), (OVER, "Gestopt of voorbij")], initial=NOW
    )

    def __init__(self, params: Any, *, user: User, day: date) -> None:
        self.day = day
        self.own = [
            row.team.cluster_id
            for row in user.acting_memberships
            if row.team is not None and row.team.cluster_id is not None
        ]
        usual = MINE if self.own else ""
        super().__init__({"cluster": usual, "stand": NOW, **params.dict()})
        lists = _clusters_and_topics(day)
        mine = [(MINE, "Mijn cluster")] if self.own else []
        self._choose("cluster", usual, [*mine, ("", "Alle"), *lists[CLUSTERS]])
        self._choose("leefgebied", "", [("", "Alle"), *lists[TOPICS]])
        self.is_valid()

    def apply(self, rows: QuerySet[Offer, Offer]) -> Found:
        """The rows the choices leave, and what there is to say about the words."""
        chosen = self.cleaned_data
        offers: Any = rows
        is_over = chosen.get("stand") == OVER
        offers = offers.over_on(self.day) if is_over else offers.current_on(self.day)
        for name, column in (("kosten", "cost"), ("soort", "kind")):
            if chosen.get(name):
                offers = offers.filter(**{column: chosen[name]})
        if chosen.get("leefgebied"):
            offers = offers.filter(topics__code=chosen["leefgebied"])
        return search_offers(self._in_cluster(offers), chosen.get("zoek") or "")

    @property
    def is_near(self) -> bool:
        """Whether a cluster was chosen, so that the page says what else is in the list."""
        return bool(self.cleaned_data.get("cluster"))

    def _in_cluster(self, rows: Any) -> Any:
        code = self.cleaned_data.get("cluster")
        if not code:
            return rows
        if code == MINE:
            return rows.in_clusters(self.own)
        return rows.in_clusters(Cluster.objects.filter(code=code).values("pk"))

    def _choose(self, name: str, usual: str, choices: Any) -> None:
        field: Any = self.fields[name]
        field.choices, field.initial = choices, usual


def _clusters_and_topics(day: date) -> dict[int, list[tuple[str, str]]]:
    """Codes and names of the clusters of this day by name, and of the topics in their own order.

    One query for two short lists that many pages offer.
    """
    clusters = Cluster.objects.valid_on(day).order_by()
    topics = LifeDomain.objects.in_use().order_by()
    names = ("what", "place", "code", "words")
    rows = _listed(clusters, CLUSTERS, Value(0), F("name")).values_list(*names)
    rows = rows.union(_listed(topics, TOPICS, F("position"), F("label")).values_list(*names))
    found: dict[int, list[tuple[str, str]]] = {CLUSTERS: [], TOPICS: []}
    for what, _place, code, words in rows.order_by("what", "place", "words"):
        found[what].append((code, words))
    return found


def _listed(rows: Any, what: int, place: Any, words: Any) -> Any:
    numbers = {"what": Value(what), "place": Cast(place, IntegerField())}
    return rows.annotate(**numbers, words=words)


class OrganisationFilter(forms.Form):
    """Which organisations: a part of the name, a kind."""

    use_required_attribute = False

    zoek = forms.CharField(
        label="Naam", required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    soort = forms.ChoiceField(
        label="Soort organisatie",
        choices=[("", "Alle"), *OrganisationKind.choices],
        required=False,
    )

    def __init__(self, params: Any) -> None:
        super().__init__(params)
        self.is_valid()

    def apply(self, rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        if chosen.get("zoek"):
            rows = rows.filter(name__icontains=chosen["zoek"])
        if chosen.get("soort"):
            rows = rows.filter(kind=chosen["soort"])
        return rows
