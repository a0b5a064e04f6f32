"""The fortnightly meeting of contact centre and wijkteams: one list to tick off (TEL-8)."""
