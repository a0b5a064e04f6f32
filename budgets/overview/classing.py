"""In which class a request is, worked out by the database as the lists choose them; only reads."""

from datetime import date

from django.db.models import Case, IntegerField, Value, When

from budgets.requests.selecting import CLASSES, of_class


def class_of(name: str, today: date) -> Case:
    """The number of the class: of lateness, of amount or of speed."""
    numbers = range(len(CLASSES[name]))
    classes = [When(of_class(name, number, today), then=Value(number)) for number in numbers]
    return Case(*classes, default=Value(0), output_field=IntegerField())
