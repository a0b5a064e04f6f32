"""The map of the organisation: who the partners are, and which team serves which address.

Begins with the convenant partners and the districts; ends where people come in (``people``).
Imports only ``common`` and ``audit``.
"""
