"""The klantcontact: the running call of the contact centre, and what came of each question.

A call lives on the server from the first key; nothing about a resident is kept before it ends.
"""
