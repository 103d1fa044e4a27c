"""The face: what components, pages and the palette promise, in any state."""

import re
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

FACE = Path(settings.PROJECT)
TEMPLATES = FACE / "templates"
COMPONENTS = TEMPLATES / "components"
STATIC = FACE / "static"


def piece(name, **inputs):
    """Return one component as text, without the space that only lays out the template."""
    html = " ".join(render_to_string(f"components/{name}.html", inputs).split())
    return html.replace("> <", "><").replace(" </", "</")


def words(html):
    """Return what is left for the eye when the marks are taken away."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
