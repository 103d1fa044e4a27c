"""Beginning an installation, bringing it up to date, copying it and bringing it back."""
