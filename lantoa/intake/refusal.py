"""The one refusal of a stranger's file."""


class Unreadable(ValueError):
    """A file that cannot be taken; the message says why and what to do, in Vietnamese."""


class CameToHarm(Unreadable):
    """A file whose opening ended the other process, or took it too long."""


class Busy(Unreadable):
    """A file that was not opened because others are being opened; sent again later, it is."""
