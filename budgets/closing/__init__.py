"""Closing a year: jaar afsluiten and the jaarrekening (GB-20…GB-29, ADR 50).

Begins where a year is over and ends with pots that take no entry any more. Above the ledger, that
carries what is left, and above the requests, that follow.
"""
