"""The forms of the kennisbank and of the news."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases.knowledge.models import Article, ArticleSuggestion, Audience, Importance
from cases.knowledge.models.articles import (
    BODY_LENGTH,
    SUMMARY_LENGTH,
    SYNONYMS_LENGTH,
    TITLE_LENGTH,
    editors_on,
)
from cases.knowledge.services import ArticleText
from cases.knowledge.services.news import NewsText
from cases.residents.forms import ClockField, DayField
from clusters.models import Membership, User
from common.deadlines import AMSTERDAM
from common.forms import OnceForm, ParagraphField

FIRST_YEAR, LAST_YEAR = 2000, 2100
NEXT_LOOK = timedelta(days=182)
NO_ARTICLE = "geen"
OUTDATED = "Dit formulier is verouderd. Open de pagina opnieuw."


class NearDayField(DayField):
    """A day that a kennisbank can be about; keeps typing errors such as the year 202 out."""

    def validate(self, value: date | None) -> None:
        """Only years of this century."""
        super().validate(value)
        if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValidationError(f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}.")


def _helper(button: str, *rows: Any) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("save", button, data_key="Alt+S"))
    return helper


class OwnerField(forms.ModelChoiceField):
    """Who edits articles; who owns this one now and no longer edits is named as such."""

    default_error_messages = {
        "invalid_choice": "Dit is geen geldige keuze. Kies een collega die artikelen mag bewerken."
    }

    def offer(self, day: date, owner_id: int | None) -> None:
        """Everybody who edits on ``day``, and the present owner as long as they work here."""
        stays = Membership.objects.running(day).filter(user_id=owner_id)
        edits = Exists(editors_on(day).filter(user=OuterRef("pk")))
        rows = User.objects.annotate(edits_articles=edits)
        self.queryset = rows.filter(Q(edits_articles=True) | Q(pk__in=stays.values("user_id")))

    def label_from_instance(self, obj: Any) -> str:
        """The name, and whether somebody else had better own it."""
        return str(obj) if obj.edits_articles else f"{obj} (mag geen artikelen meer bewerken)"


class ArticleForm(forms.Form):
    """One article: what to say first, the whole text, and how it is found."""

    use_required_attribute = False

    title = forms.CharField(label="Titel", max_length=TITLE_LENGTH)
    summary = ParagraphField(
        label="Wat u meteen kunt zeggen",
        max_length=SUMMARY_LENGTH,
        rows=3,
        help_text="Eén of twee zinnen om voor te lezen.",
    )
    body = ParagraphField(label="Hele tekst", max_length=BODY_LENGTH, rows=14)
    synonyms = forms.CharField(
        label="Andere woorden",
        max_length=SYNONYMS_LENGTH,
        required=False,
        help_text="Woorden die bellers gebruiken, met een komma ertussen.",
    )
    audience = forms.ChoiceField(label="Voor wie", choices=Audience.choices)
    owner = OwnerField(User.objects.none(), label="Eigenaar", empty_label="Kies een collega")
    publish_from = NearDayField(label="Te gebruiken vanaf")
    publish_until = NearDayField(label="Tot en met", required=False)
    review_on = NearDayField(label="Opnieuw bekijken op")
    note = forms.CharField(
        label="Wat er verandert",
        max_length=200,
        required=False,
        help_text="Staat bij de versies, voor collega's.",
    )
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": OUTDATED}
    )

    def __init__(self, *args: Any, article: Article | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.offer(timezone.localdate(), article.owner_id if article else None)
        self.helper = _helper(
            "Artikel bewaren",
            "version",
            "title",
            "summary",
            "body",
            "synonyms",
            Row("audience", "owner"),
            Row("publish_from", "publish_until", "review_on"),
            "note",
        )

    def clean(self) -> dict[str, Any]:
        """The text as the act wants it, beside the version and the note."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        names = ArticleText.__dataclass_fields__
        return {
            "text": ArticleText(**{name: answers[name] for name in names}),
            "version": answers["version"] or 0,
            "note": answers["note"],
        }

    def show_version(self, number: int) -> None:
        """From now on this form knows the text of the colleague, which stands beside it."""
        typed: Any = dict(self.data.items())
        typed[self.add_prefix("version")] = number
        self.data = typed


def article_initial(article: Article) -> dict[str, Any]:
    """What the form of an article opens with."""
    names = (*ArticleText.__dataclass_fields__, "version")
    return {name: getattr(article, name) for name in names}


class ReviewForm(forms.Form):
    """When somebody looks at it again."""

    use_required_attribute = False
    review_on = NearDayField(label="Opnieuw bekijken op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("review_on", timezone.localdate() + NEXT_LOOK)


class SuggestionForm(OnceForm):
    """What somebody looked for in vain."""

    use_required_attribute = False
    words = forms.CharField(
        label="Waar zocht u op?",
        max_length=200,
        help_text="Geen namen of andere gegevens van inwoners.",
    )
    note = ParagraphField(label="Wat wilde u weten?", max_length=500, rows=4, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Artikel aanvragen", "submission_key", "words", "note")


class SettleForm(forms.Form):
    """The article that answers it, out of what its words find; or none."""

    use_required_attribute = False
    article = forms.ChoiceField(
        label="Welk artikel beantwoordt dit?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een artikel, of kies dat er geen artikel komt."},
    )

    def __init__(self, *args: Any, found: Sequence[Article], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(article.pk): article for article in found}
        choices = [(key, article.title) for key, article in self.found.items()]
        field: Any = self.fields["article"]
        field.choices = [*choices, (NO_ARTICLE, "Er komt geen artikel")]
        self.helper = _helper("Afhandelen", "article")

    def clean_article(self) -> Article | None:
        """The article itself."""
        return self.found.get(self.cleaned_data["article"])


class NewsForm(OnceForm):
    """A message with its window."""

    use_required_attribute = False

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="Titel", max_length=120)
    body = ParagraphField(label="Tekst", max_length=2000, rows=6)
    importance = forms.ChoiceField(label="Belang", choices=Importance.choices, initial="normal")
    audience = forms.ChoiceField(label="Voor wie", choices=Audience.choices, initial="kcc")
    from_day = NearDayField(label="Tonen vanaf")
    from_time = ClockField(label="Tijd", initial=time(8))
    until_day = NearDayField(label="Tonen tot")
    until_time = ClockField(label="Tijd", initial=time(18))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper(
            "Bericht bewaren",
            "submission_key",
            "seen",
            "title",
            "body",
            Row("importance", "audience"),
            Row("from_day", "from_time"),
            Row("until_day", "until_time"),
        )

    def clean(self) -> dict[str, Any]:
        """The message as the act wants it."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        text = NewsText(
            title=answers["title"],
            body=answers["body"],
            importance=answers["importance"],
            audience=answers["audience"],
            visible_from=_moment(answers["from_day"], answers["from_time"]),
            visible_until=_moment(answers["until_day"], answers["until_time"]),
        )
        names = ("seen", "submission_key")
        return {"text": text, **{name: answers[name] for name in names}}


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, AMSTERDAM)


def suggestion_initial(suggestion: ArticleSuggestion | None) -> dict[str, Any]:
    """A new article about what was asked for."""
    today = timezone.localdate()
    initial: dict[str, Any] = {
        "publish_from": today,
        "review_on": today + NEXT_LOOK,
        "audience": Audience.EVERYBODY,
    }
    if suggestion is not None:
        initial |= {"title": suggestion.words[:TITLE_LENGTH], "synonyms": suggestion.words}
    return initial
