"""What commendations promise."""
