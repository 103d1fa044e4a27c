"""How organisations and people were rated, as counts; and score sheets, filled and added up."""
