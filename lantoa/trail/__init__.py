"""Who did what to which, append-only; and the guards with which the database itself refuses."""
