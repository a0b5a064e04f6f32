"""Addresses of the signals."""

from django.urls import path

from cases.signals.views import acts, carrying, counting, reading

urlpatterns = [
    path("", reading.signal_list, name="signal-list"),
    path("nieuw/", acts.new, name="signal-new"),
    path("cijfers/", counting.signal_trend, name="signal-trend"),
    path("<int:signal_id>/", reading.detail, name="signal-detail"),
    path("<int:signal_id>/oppakken/", acts.take, name="signal-take"),
    path("<int:signal_id>/geven/", acts.hand, name="signal-hand"),
    path("<int:signal_id>/andere-wijk/", acts.move, name="signal-move"),
    path("<int:signal_id>/poging/", acts.attempt, name="signal-attempt"),
    path("<int:signal_id>/mag-verder/", acts.clear, name="signal-clear"),
    path("<int:signal_id>/melding/", carrying.newcomer, name="signal-newcomer"),
    path("<int:signal_id>/koppelen/", carrying.link, name="signal-link"),
    path("<int:signal_id>/afsluiten/", acts.end, name="signal-end"),
]
