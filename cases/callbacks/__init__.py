"""Het terugbelverzoek: a promise to call a resident back, kept or escalated (TEL-4, TEL-5).

Begins when the contact centre writes down who wants to be called; ends when a wijkwerker closes
it with an outcome. Imports ``residents``; nothing imports it yet but the dashboards above.
Policy with rule numbers: docs/beleid/terugbelverzoeken.md.
"""
