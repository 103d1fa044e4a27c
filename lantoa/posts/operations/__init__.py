"""Giving posts, accounts and cards, and ending them; opening units with who records for them."""

from lantoa.posts.operations.cards import cancel_cards, issue_cards
from lantoa.posts.operations.giving import end_post, give_post
from lantoa.posts.operations.opening import AlreadyOpen, NewCell, open_cells

__all__ = [
    "AlreadyOpen",
    "NewCell",
    "cancel_cards",
    "end_post",
    "give_post",
    "issue_cards",
    "open_cells",
]
