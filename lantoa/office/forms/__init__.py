"""What the pages of units ask for; forms read, and never save."""

from lantoa.office.forms.accounts import (
    EndForm,
    GiveForm,
    NewAccountForm,
    OwnPasswordForm,
    PasskeyForm,
    PasswordForm,
    PostForm,
    ProvenForm,
    RequireForm,
)
from lantoa.office.forms.guidance import (
    DriveForm,
    FileForm,
    GuidanceDocumentForm,
    GuidanceForm,
    LeadingDocumentForm,
    TargetForm,
    ThemeForm,
    first_day_of,
)
from lantoa.office.forms.obligations import ObligationForm, ReasonForm
from lantoa.office.forms.opening import OpeningForm
from lantoa.office.forms.personal import EraseForm, WithdrawForm
from lantoa.office.forms.phones import PhoneForm, PhonesForm

__all__ = [
    "DriveForm",
    "EndForm",
    "EraseForm",
    "FileForm",
    "GiveForm",
    "GuidanceDocumentForm",
    "GuidanceForm",
    "LeadingDocumentForm",
    "NewAccountForm",
    "ObligationForm",
    "OpeningForm",
    "OwnPasswordForm",
    "PasskeyForm",
    "PasswordForm",
    "PhoneForm",
    "PhonesForm",
    "PostForm",
    "ProvenForm",
    "ReasonForm",
    "RequireForm",
    "TargetForm",
    "ThemeForm",
    "WithdrawForm",
    "first_day_of",
]
