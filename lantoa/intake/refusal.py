"""The one refusal of a stranger's file."""


class Unreadable(ValueError):
    """A file that cannot be taken; the message says why and what to do, in Vietnamese."""


class Secret(Unreadable):
    """A file that bears the mark of a state secret; `mark` is how it reads."""

    def __init__(self, mark: str) -> None:
        """Keep the mark, for whoever words the refusal with the list of secrets in force."""
        super().__init__(f"mang dấu “{mark}”. Không nhập tài liệu mật vào hệ thống này.")
        self.mark = mark


class CameToHarm(Unreadable):
    """A file whose opening ended the other process, or took it too long."""


class Busy(Unreadable):
    """A file that was not opened because others are being opened; sent again later, it is."""
