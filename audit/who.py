"""Who did it, in words: the roles, and the ties to a record that allow an act."""

ROLES: dict[str, str] = {
    "team_worker": "wijkwerker",
    "team_manager": "wijkteammanager",
    "general_manager": "algemeen manager",
    "contact_centre": "KCC-medewerker",
    "help_desk": "SWT-vraagbaak",
    "city_social_team": "SST-professional",
    "city_hall_team": "Wmo-team Stadhuis",
    "liaison": "linking pin",
    "client_support": "cliëntondersteuner (OCO)",
    "steering_group": "stuurgroep",
    "commissioner": "opdrachtgever",
    "application_manager": "functioneel beheerder",
    "privacy_officer": "privacy officer (FG)",
    "controller": "controller",
}
RELATIONS: dict[str, str] = {
    "scope": "binnen het eigen gebied",
    "handler": "als behandelaar",
    "merger": "als wie samenvoegde",
    "own_resident": "als behandelaar van deze inwoner",
    "owner": "als wie de afspraak nakomt",
    "decider": "als wie over de aanvraag besluit",
    "second": "als tweede beoordelaar van het besluit",
    "application_reader": "als wie aan de melding of het dossier werkt",
    "case_director": "als casusregisseur",
    "file_colleague": "als collega in het dossier",
    "match_coordinator": "als wie de vrijwilliger zoekt",
    "adviser": "als wie om advies is gevraagd",
    "talker": "als wijkwerker of collega bij het gesprek",
    "report_reader": "als Wmo-collega bij het gesprek",
}
