"""What is said in one place and used in another must agree: settings, tasks, words, privacy."""

import re
import subprocess
import sys
import tomllib

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from tests.architecture.house import ROOT
from tools import lifecycles

WITHOUT_PERSONAL_DATA = {
    # audit: a seal covers events by number and hash
    "AuditSeal",
    # organisation: places, teams and rules
    "ClosingDay",
    "Cluster",
    "District",
    "Neighbourhood",
    "NeighbourhoodAssignment",
    "OpeningHours",
    "PartnerOrganisation",
    "PostcodeRule",
    "ProfileWish",
    "Specialism",
    "Team",
    "WorkLocation",
    # figures of a desk, without who called or who answered
    "DeskDay",
    "DeskFigure",
    "DeskRefresh",
    # how many questions of a team ended how, and counts of anonymous answers
    "OutcomeFigure",
    "EffortFigure",
    "OutcomeRefresh",
    "SatisfactionCount",
    # operations: when a periodic task last did its work
    "SweepRun",
    # lists that people edit
    "CallbackNorm",
    "CallbackOutcome",
    "CallbackSubject",
    "AdviceAnswer",
    "AdviceNorm",
    "DataCategory",
    "IntakeNorm",
    "LetterLine",
    "Product",
    "Provider",
    "MatchNorm",
    "NoteTemplate",
    "RecipientKind",
    "SharingGround",
    "WorkloadWeight",
    "EffortClass",
    "EffortEstimate",
    # rules of triage, and counts of short contacts without anybody in them
    "AdviceContact",
    "TriageRule",
    "LifeDomain",
    # accounts of a pot, and lists of the maatwerkbudget
    "Account",
    "PotTotal",
    "BudgetNorm",
    "BudgetPurpose",
    "CostKind",
    "Fund",
    # which professionals hand in assessments, as kinds
    "HolderType",
    # question sets: what is asked, not what anybody answered
    "QuestionSet",
    "SetQuestion",
    # a term and a request number, nobody's name
    "CallbackReminder",
    "NotificationReminder",
    # words of articles and counts of their use, without who it was
    "ArticleTerm",
    "ArticleUse",
    # words of what organisations offer
    "OfferTerm",
    # numbers, columns and reasons of an extract, never what a line said
    "BrpFault",
}
NOT_PERSONAL_FIELDS = {  # text without a word about a person, and why
    # codes, hashes and names of rules; the people stand in the declared fields
    "SavedView": {"page", "query"},  # a page and chosen filters: codes and numbers (VM-3)
    "AuditEvent": {
        "code",
        "kid",
        "mac",
        "method",
        "object_id",
        "object_type",
        "relation",
        "route",
        "rule",
        "source_version",
    },
    "Authenticator": {"name"},  # what the employee calls the app
    "OpenSession": {"session_key", "form_mark"},  # random keys
    "OutboxMail": {"message_id", "subject", "body"},  # by rule without a resident (design 6)
    "Notice": {"dedup_key", "text", "url_name"},  # the same
    "User": {"password"},  # a hash
    "CallbackRequest": {"routing_reason"},  # the rule that chose the team
    "Triage": {"explanation"},  # the reason of the rule that advised
    "Paper": {"kind", "source", "mark", "name", "refusal"},  # which row, a digest of closed columns
    "FileLine": {"event"},  # the code of an act in another room
    "BrpUpload": {"refusal"},  # why a file was refused; never a value of it
    "Article": {"title", "summary", "body", "synonyms"},  # about rules and places, nobody's name
    "ArticleVersion": {"title", "summary", "body", "synonyms", "note"},  # the same
    "NewsItem": {"title", "body"},  # instructions for colleagues
    # what organisations offer to everybody; no resident is in it (SK-9)
    "Organisation": {"name", "website", "address", "postcode", "note"},
    "Offer": {"name", "description", "cost_note", "sign_up", "stop_reason"},
    # about a neighbourhood; numbers of residents are refused (CW-1)
    "CollectiveEntry": {"title", "description", "outcome"},
    "ClusterPlan": {"vision"},
    "ClusterGoal": {"name", "goal", "indicator", "target"},
    "ClusterProgress": {"note"},
    "Liaison": {"organisation", "specialism", "on_call_days"},  # of a professional
    "Signal": {"quarter"},  # in which quarter it was written down
    "YearClosing": {"refusal"},  # a sentence of ours
    "BankFile": {"mark"},  # a digest of the whole file
    "Mandate": {"reference"},  # the number of a decree
}
TEXT = (models.TextField, models.CharField, models.GenericIPAddressField, models.BinaryField)


def our_models():
    """Every concrete model of our own apps."""
    return [
        model
        for name in settings.LOCAL_APPS
        for model in apps.get_app_config(name.split(".")[0]).get_models()
    ]


def named(model):
    return model.__name__


def test_env_example_lists_exactly_what_settings_reads():
    source = (ROOT / "wijkteams/settings.py").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    reads = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source))

    assert reads == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_beat_only_names_tasks_that_exist():
    """Asked in a fresh process: here another test may have imported a task that Celery misses."""
    code = "from wijkteams.celery import app; app.loader.import_default_modules()\n"
    code += "print(*app.tasks, sep='\\n')"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    entries = settings.CELERY_BEAT_SCHEDULE.values()

    assert {entry["task"] for entry in entries} - set(answer.stdout.split()) == set()


def test_every_periodic_task_expires_before_its_successor_rings():
    late = [
        name
        for name, entry in settings.CELERY_BEAT_SCHEDULE.items()
        if entry["options"]["expires"] > entry["schedule"]
    ]

    assert late == []


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("model", our_models(), ids=named)
def test_a_condition_in_the_database_holds_no_set(model):
    """The order of a set differs per process; then a migration seems to be missing now and then."""
    declared = [*model._meta.constraints, *model._meta.indexes]
    values = [value for each in declared for value in _values(getattr(each, "condition", None))]

    assert [value for value in values if isinstance(value, set | frozenset)] == []


def _values(condition):
    if isinstance(condition, models.Q):
        return [value for child in condition.children for value in _values(child)]
    if isinstance(condition, tuple):
        return [condition[1]]
    return []


def test_every_model_is_in_the_glossary():
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")

    assert [named(model) for model in our_models() if f"`{named(model)}`" not in glossary] == []


def test_the_glossary_names_no_model_that_is_gone():
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    words = set(re.findall(r"^\| `([A-Z]\w+)` \|", glossary, re.MULTILINE))

    assert words - {named(model) for model in our_models()} == set()


@pytest.mark.parametrize("model", our_models(), ids=named)
def test_a_model_says_what_it_means(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{named(model)}("), "Django's own docstring"


@pytest.mark.parametrize("model", our_models(), ids=named)
def test_a_model_declares_its_personal_data_or_has_none(model):
    privacy = vars(model).get("Privacy")
    if named(model) in WITHOUT_PERSONAL_DATA:
        assert privacy is None, "declared, so take it off the list"
        return
    assert privacy is not None, "class Privacy, or a line in WITHOUT_PERSONAL_DATA"
    fields = {field.name for field in model._meta.get_fields()}
    assert set(privacy.personal) - fields == set()
    assert privacy.purpose
    assert privacy.retention


@pytest.mark.parametrize("model", our_models(), ids=named)
def test_free_text_of_a_model_about_people_is_declared(model):
    privacy = vars(model).get("Privacy")
    if privacy is None:
        return
    free = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, TEXT) and not field.choices
    }

    assert free - set(privacy.personal) - NOT_PERSONAL_FIELDS.get(named(model), set()) == set()


def test_the_page_of_lifecycles_equals_the_tables():
    assert lifecycles.PAGE.read_text(encoding="utf-8") == lifecycles.page()


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in", "requirements-node.in"])
def test_every_direct_dependency_says_what_it_is_for(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]

    assert wanted
    assert [line for line in wanted if not re.search(r"\S\s+# \S.+;\s\S", line)] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-node"])
def test_every_direct_dependency_is_in_the_hashed_list(name):
    source = (ROOT / f"{name}.in").read_text(encoding="utf-8")
    hashed = (ROOT / f"{name}.txt").read_text(encoding="utf-8").lower()
    hashed = re.sub(r"^([\w.-]+)\[[\w,.-]+\]==", r"\1==", hashed, flags=re.MULTILINE)
    wanted = re.findall(r"^([A-Za-z][\w.-]*)", source, re.MULTILINE)

    assert [each for each in wanted if f"\n{each.lower()}==" not in f"\n{hashed}"] == []
    assert "--hash=sha256:" in hashed


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "requirements-dev.txt", "requirements-node.txt", "package-lock.json"],
)
def test_no_list_carries_a_download_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    text = re.sub(r'"url": "https?://[^"]*(funding|sponsors|opencollective)[^"]*"', "", text)

    assert '"resolved"' not in text
    assert re.findall(r"https?://\S+", text) == []


def test_ruff_bans_what_the_house_bans():
    with (ROOT / "pyproject.toml").open("rb") as file:
        lint = tomllib.load(file)["tool"]["ruff"]["lint"]

    assert lint["mccabe"]["max-complexity"] == 8
    assert "wijkteams.settings" in lint["flake8-tidy-imports"]["banned-api"]
