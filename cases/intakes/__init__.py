"""The Wmo-melding (WMO 2.3.2) with its terms, its confirmation and its triage (TRI-1 … TRI-5).

Begins where a resident or somebody for them reports a need, ends when the need was investigated,
withdrawn or needs no follow-up. Short anonymous advice (TRI-11) is here too: it makes no melding.
Knows residents and callbacks; is known by the conversation and the dossier.
"""
