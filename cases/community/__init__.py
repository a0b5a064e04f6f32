"""The sociale kaart: what is there for everybody in the city, the voorveld (KET-12, COL-6, COL-10).

Begins with an organisation and what it offers; ends where a resident comes in: nothing here is
about anybody who asks for help. Imports residents (fields), knowledge (words) and intakes
(leefgebieden); the talk and the plan may look things up here, never the other way round.
"""
