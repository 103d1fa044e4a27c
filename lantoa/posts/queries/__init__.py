"""Asking who holds which post and which card."""
