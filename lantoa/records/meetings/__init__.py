"""Study conferences, cell meetings and talks."""
