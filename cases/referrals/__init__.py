"""Verwijzingen: a question goes on to somebody outside, and somebody asks whether it arrived.

Begins with a hulpvraag and a consent; ends when it is known what came of it, or when that is given
up with a reason. Imports dossiers, liaisons and, for why something may be shared, advice (KET-10).
"""
