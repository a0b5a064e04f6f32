"""The vraagbaak: colleagues of the wijkteams who sit at the contact centre some dagdelen (TEL-6).

A roster says who is on duty; a question can be put to them while the caller holds the line.
"""
