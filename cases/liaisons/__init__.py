"""Linking pins: whom a team knows at JGZ, W&I, a school or a huisarts, and when to reach them.

Begins with a person and a team; ends when the period is over: nothing here is about a resident.
Imports residents (kinds of recipients, fields) and community (when one looks again); advice and
referrals look somebody up here, never the other way round (KET-5, KET-6, SST-8).
"""
