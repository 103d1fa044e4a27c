"""What was typed and could not be taken: kept for whoever typed it, until it is saved."""
