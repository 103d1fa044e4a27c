"""The face of cells, who sign in with a card."""
