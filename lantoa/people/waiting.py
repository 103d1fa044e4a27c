"""Asking a person to wait: why, and how long."""

from django.http import HttpRequest, HttpResponse


class MustWait(Exception):
    """Something that will be done a little later, if asked again; nothing was done now."""

    status = 429
    title = "Xin chờ một chút"
    why = ""
    is_for_all = True
    """Whether everybody at the same address must wait, or only who gives the same name."""

    def __init__(self, seconds: int) -> None:
        """Take how many seconds to wait."""
        super().__init__(seconds)
        self.seconds = seconds

    @property
    def words(self) -> str:
        """Say why, and how long, in words to act on."""
        minutes = -(-self.seconds // 60)
        stretch = f"{self.seconds} giây" if self.seconds < 120 else f"{minutes} phút"
        return f"{self.why} Xin chờ {stretch} rồi thử lại."


def hold_back(request: HttpRequest, answer: HttpResponse, fault: MustWait) -> HttpResponse:
    """Give an answer the status and the header by which programs know how long to wait."""
    request.held_back = fault  # type: ignore[attr-defined]
    answer.status_code = fault.status
    answer["Retry-After"] = str(fault.seconds)
    return answer
