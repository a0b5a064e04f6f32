"""Addresses of years."""

from django.urls import path

from budgets.closing import views

urlpatterns = [
    path("jaren/", views.years, name="budget-years"),
    path("jaren/<int:year>/", views.statement, name="year-statement"),
    path("jaren/<int:year>/pdf/", views.statement_pdf, name="year-statement-pdf"),
    path("jaren/<int:year>/afsluiten/<slug:purpose>/", views.close, name="year-closing"),
]
