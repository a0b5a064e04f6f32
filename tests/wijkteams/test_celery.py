from celery.signals import worker_ready

from wijkteams.celery import app


def test_a_worker_rings_every_bell_of_beat_when_it_starts(settings, monkeypatch):
    rung: dict[str, float] = {}
    monkeypatch.setattr(
        app, "send_task", lambda name, *, expires: rung.update({name: expires}), raising=True
    )

    worker_ready.send(sender=None)

    entries = settings.CELERY_BEAT_SCHEDULE.values()
    assert rung == {entry["task"]: entry["schedule"] for entry in entries}
