"""Pages of a unit's keeper: accounts and posts, cards, and the list that opens cells."""
