"""From Vietnamese text to figures with exact places, and to checks of their arithmetic.

`figures_in` finds what a text states, `checks_in` compares what it says twice, and
`as_document` gives both in the form in which readings are exchanged. Plain Python; any text
may be given, nothing is downloaded, and time grows with the length of the text.
"""

from lantoa.reading.checks import checks_in
from lantoa.reading.document import as_document, described
from lantoa.reading.extraction import figures_in
from lantoa.reading.figure import Check, FoundFigure

__all__ = ["Check", "FoundFigure", "as_document", "checks_in", "described", "figures_in"]
