"""The work process of the wijkteams, a room per step, in the order of the work.

* ``residents``: the inwoner as far as the work needs: name, phone, address.
* ``callbacks``: the terugbelverzoek: a promise to call back, the attempts, the outcome (TEL-4).

Later rooms know earlier ones, never the reverse.
"""
