"""What is asked of units: framework documents and themes, each with the days on which it holds."""
