"""Running it: what watches, what is logged, what is kept."""
