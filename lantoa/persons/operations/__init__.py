"""What is done with names: taken with consent, hidden, erased; and that somebody looked."""

from lantoa.persons.operations.accounts import erase_account_name, erase_overdue_accounts
from lantoa.persons.operations.ending import erase, withdraw
from lantoa.persons.operations.looking import note_export, note_look
from lantoa.persons.operations.taking import take
from lantoa.persons.operations.wiping import wipe, wipe_thoroughly

__all__ = [
    "erase",
    "erase_account_name",
    "erase_overdue_accounts",
    "note_export",
    "note_look",
    "take",
    "wipe",
    "wipe_thoroughly",
    "withdraw",
]
