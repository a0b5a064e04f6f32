"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkteams.settings")
application = get_wsgi_application()

from clusters.login.checks import refuse_unsafe_start  # noqa: E402  # needs the apps loaded

refuse_unsafe_start()

# What is loaded now, the pages among it, stays for ever: leave it out of every later garbage
# collection, which would else walk through all of it in the middle of some request. And collect
# less often than after every 700 objects, as many as ten rows: a circle of them is rare.
get_resolver().url_patterns  # noqa: B018 - reading them imports them
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
