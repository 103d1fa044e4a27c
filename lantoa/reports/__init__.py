"""What a unit reports, on paper: official documents as Word files and their annexes as sheets."""
