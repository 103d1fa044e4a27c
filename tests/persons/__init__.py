"""Names of people: consent, erasure, who looked."""
