"""Match requests: a colleague who coordinates volunteers looks for one (ORG-4, COL-6)."""
