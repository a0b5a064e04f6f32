"""Documents in a dossier: letters, photos and decisions, closed with its key (GES-4, ADR 36).

Begins when somebody who works in the dossier uploads one; a document that should not be there is
withdrawn and not removed. Knows dossiers and who works in them.
"""
