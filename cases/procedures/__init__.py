"""The verkorte procedure: what another professional knows of a resident (MAN-1 … MAN-6, GES-10).

Begins where a colleague enters what a wijkverpleegkundige or another professional handed in, with
the consent of the resident; gives a melding with an assessment per leefgebied. First phase (MAN-4):
advice without a mandate, and no sign-in for outsiders. Knows ``intakes``; is known by ``talks``.
"""
