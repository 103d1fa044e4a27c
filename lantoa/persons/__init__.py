"""Names of people: where one may stand, with whose consent, who looked, and how it is erased."""
