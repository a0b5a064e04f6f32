"""The keukentafelgesprek: appointment, conversation per leefgebied, and the onderzoeksverslag.

Begins when a worker plans a talk about a melding; ends with what the resident says about the report
that was sent. All narrative is sealed with a key of its own per talk. Knows ``intakes`` and
``residents``.
"""
