"""Posts with their days: who may reach which unit, the accounts that hold them, and the cards."""
