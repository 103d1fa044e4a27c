"""Pages of decisions about the organisation: drafted, tried, approved, reversed, and read later."""
