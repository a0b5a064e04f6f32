"""How values read on a Dutch screen: dates, terms, money, telephone numbers and badges."""

from django import template

register = template.Library()
