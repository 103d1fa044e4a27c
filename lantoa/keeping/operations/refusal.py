"""The refusal that writing, reading and bringing back a copy share."""

from django.core.exceptions import ValidationError


class BackupRefused(ValidationError):
    """A copy that cannot be written, read or brought back; its words say why and what to do."""
