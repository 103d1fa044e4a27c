"""Pages of a unit's keeper: opening cells, cards, accounts and posts, who owes what."""

from lantoa.office.views.accounts import account, end_post, new_password, switch_account
from lantoa.office.views.cards import cards, sheet
from lantoa.office.views.factor import own_factor, require_factor, reset_factor
from lantoa.office.views.head import head, head_file
from lantoa.office.views.limits import change_limit, limits
from lantoa.office.views.machines import machines
from lantoa.office.views.obligations import obligations, oblige, take_back
from lantoa.office.views.opening import list_template, open_cells
from lantoa.office.views.own import own_password
from lantoa.office.views.posts import give_post, open_account, posts

__all__ = [
    "account",
    "cards",
    "change_limit",
    "end_post",
    "give_post",
    "head",
    "head_file",
    "limits",
    "list_template",
    "machines",
    "new_password",
    "obligations",
    "oblige",
    "open_account",
    "open_cells",
    "own_factor",
    "own_password",
    "posts",
    "require_factor",
    "reset_factor",
    "sheet",
    "switch_account",
    "take_back",
]
