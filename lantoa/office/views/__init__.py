"""Pages of a unit's keeper: opening cells, cards, accounts and posts, who owes what."""

from lantoa.office.views.accounts import account, end_post, new_password, switch_account
from lantoa.office.views.cards import cards, sheet
from lantoa.office.views.factor import own_factor, require_factor, reset_factor
from lantoa.office.views.files import add_document_file, document_file, remove_document_file
from lantoa.office.views.guidance import (
    add_guidance,
    correct_guidance,
    guidance,
    guidance_row,
    withdraw_guidance,
)
from lantoa.office.views.head import head, head_file
from lantoa.office.views.holders import erase_holder, holder, holder_file
from lantoa.office.views.limits import change_limit, limits
from lantoa.office.views.machines import machines
from lantoa.office.views.obligations import obligations, oblige, take_back
from lantoa.office.views.opening import list_template, open_cells
from lantoa.office.views.own import own_password
from lantoa.office.views.passkeys import add_passkey, passkeys
from lantoa.office.views.personal import (
    erase_name,
    person,
    person_file,
    personal,
    statement,
    withdraw_name,
)
from lantoa.office.views.phones import card_phones
from lantoa.office.views.posts import give_post, open_account, posts

__all__ = [
    "account",
    "add_document_file",
    "add_guidance",
    "add_passkey",
    "card_phones",
    "cards",
    "change_limit",
    "correct_guidance",
    "document_file",
    "end_post",
    "erase_holder",
    "erase_name",
    "give_post",
    "guidance",
    "guidance_row",
    "head",
    "head_file",
    "holder",
    "holder_file",
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
    "passkeys",
    "person",
    "person_file",
    "personal",
    "posts",
    "remove_document_file",
    "require_factor",
    "reset_factor",
    "sheet",
    "statement",
    "switch_account",
    "take_back",
    "withdraw_guidance",
    "withdraw_name",
]
