"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkteams.settings")
application = get_wsgi_application()

from clusters.login.checks import refuse_unsafe_start  # noqa: E402  # needs the apps loaded

refuse_unsafe_start()

# What is loaded now stays for ever: leave it out of every later garbage collection, which would
# else walk through all of it in the middle of some request.
gc.collect()
gc.freeze()
