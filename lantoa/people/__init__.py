"""Accounts and cards: who signs in. It knows no unit."""
