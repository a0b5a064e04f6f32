"""The pages of absence: the calendar, somebody's own page, the gaps, and the acts."""
