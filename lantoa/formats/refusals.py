"""Refusals on forms: each beside the box that it names, so that none is ever an error of ours."""

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def put(refusal: ValidationError, *, on: BaseForm, beside: str | None = None) -> None:
    """Show a refusal on a form: beside the boxes that it names, on top where no such box is seen.

    `beside` is the box of a refusal that names none.
    """
    told = getattr(refusal, "error_dict", None) or {beside: refusal.error_list}
    for name, found in told.items():
        on.add_error(name if _is_seen(name, on) else None, found)


def _is_seen(name: str | None, on: BaseForm) -> bool:
    box = on.fields.get(name or "")
    return box is not None and not box.widget.is_hidden
