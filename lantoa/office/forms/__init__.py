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

__all__ = [
    "DriveForm",
    "EndForm",
    "FileForm",
    "GiveForm",
    "GuidanceDocumentForm",
    "GuidanceForm",
    "LeadingDocumentForm",
    "NewAccountForm",
    "ObligationForm",
    "OpeningForm",
    "OwnPasswordForm",
    "PasswordForm",
    "PostForm",
    "ReasonForm",
    "RequireForm",
    "TargetForm",
    "ThemeForm",
    "first_day_of",
]
