"""Collectief werk: what a team does for a neighbourhood, not for one inwoner (COL-1, COL-2, COL-3).

Activities, burgerinitiatieven, contacts in the network and being present in the neighbourhood, with
how much effort they take; and the plan of a cluster with its opgaven (CLU-12). Never a word about a
resident. Imports from the sociale kaart (partners), the leefgebieden (topics) and ``clusters``;
the figures of ``dashboards`` count it.
"""
