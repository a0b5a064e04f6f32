"""Signing in: password and second factor, length of a session, role in effect, demo sign-in.

Begins at the login page; ends when a request carries an employee with one role in effect.
Imports ``people`` and ``notices`` (an invitation is a mail). Single sign-on later replaces only
the first step: everything behind ``sessions.open_session`` stays.
"""
