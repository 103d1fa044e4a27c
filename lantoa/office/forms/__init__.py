"""What the pages of units ask for; forms read, and never save."""

from lantoa.office.forms.accounts import (
    EndForm,
    GiveForm,
    NewAccountForm,
    OwnPasswordForm,
    PasswordForm,
    PostForm,
    RequireForm,
)
from lantoa.office.forms.obligations import ObligationForm, ReasonForm
from lantoa.office.forms.opening import OpeningForm
from lantoa.office.forms.personal import EraseForm, WithdrawForm

__all__ = [
    "EndForm",
    "EraseForm",
    "GiveForm",
    "NewAccountForm",
    "ObligationForm",
    "OpeningForm",
    "OwnPasswordForm",
    "PasswordForm",
    "PostForm",
    "ReasonForm",
    "RequireForm",
    "WithdrawForm",
]
