"""Who did, and who looked: the trail of every act and every page with a resident on it.

Begins where a service has done something or a view is about to show somebody's data; ends at the
page of the privacy officer and ``manage.py audit_verify``. Three promises (design 5): no log, no
page; a line is never changed or removed; a changed or removed line is noticed. Holds names of
fields, never their values. Imports from common only; imported by every app above it.
"""
