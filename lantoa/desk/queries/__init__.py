"""Putting figures together as the desk's pages show them."""
