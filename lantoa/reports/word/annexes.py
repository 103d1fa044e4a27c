"""Annexes in Word: each a section of its own, along or across the paper as its table needs."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lantoa.paper import Table, one_line
from lantoa.reports.document import Document
from lantoa.reports.layout import styles
from lantoa.reports.word.tables import WordPage, paragraph_of, table_of


def set_annexes(document: Document, word: WordDocument, *, place: Any) -> None:
    """Put the annexes where a paragraph stands, in its stead."""
    ids = {style.name: style.style_id for style in word.styles if style.name}
    main = word.element.body.sectPr
    last = main
    for label, annex in document.labelled_annexes:
        place.addprevious(end_of_section(last, ids))
        last = section_for(annex, main)
        sheet = WordPage(ids=ids, width=text_width(last))
        for element in elements_of(label, annex, document.attached_to, sheet):
            place.addprevious(element)
    place.getparent().remove(place)
    if last is not main:
        word.element.body.replace(main, last)


def elements_of(label: str, annex: Table, attached_to: str, sheet: WordPage) -> Iterator[Any]:
    """Yield the paragraphs and the table of one annex."""
    yield paragraph_of(label, styles.ANNEX_LABEL, sheet)
    yield paragraph_of(annex.title, styles.ANNEX_TITLE, sheet)
    if attached_to:
        yield paragraph_of(attached_to, styles.ATTACHED_TO, sheet)
    yield paragraph_of(annex.measured_in, styles.MEASURED_IN, sheet)
    yield table_of(annex, sheet)
    for footnote in (*annex.remarks, *annex.footnotes):
        yield paragraph_of(footnote, styles.FOOTNOTE, sheet)
    if annex.source:
        yield paragraph_of(f"Nguồn: {one_line(annex.source)}", styles.FOOTNOTE, sheet)


def end_of_section(section: Any, ids: dict[str, str]) -> Any:
    """Return the paragraph, next to invisible, that ends a section as Word wants it."""
    paragraph = paragraph_of("", styles.GAP, WordPage(ids=ids, width=0))
    paragraph.get_or_add_pPr().append(deepcopy(section))
    return paragraph


def section_for(annex: Table, main: Any) -> Any:
    """Return the section of an annex: headers inherited, numbering continued, turned if wide."""
    section = deepcopy(main)
    for tag in ("headerReference", "footerReference", "titlePg", "pgNumType", "type"):
        for element in section.findall(qn(f"w:{tag}")):
            section.remove(element)
    kind = OxmlElement("w:type")
    kind.set(qn("w:val"), "nextPage")
    section.insert(0, kind)
    if annex.is_wide:
        turn(section)
    return section


def turn(section: Any) -> None:
    """Lay the paper across; the margin of the binding comes to lie on top."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    long, short = sorted((int(size.get(qn(f"w:{side}"))) for side in "wh"), reverse=True)
    size.set(qn("w:w"), str(long))
    size.set(qn("w:h"), str(short))
    size.set(qn("w:orient"), "landscape")
    before = {side: margins.get(qn(f"w:{side}")) for side in ("top", "right", "bottom", "left")}
    for side, was in (("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")):
        margins.set(qn(f"w:{side}"), before[was])


def text_width(section: Any) -> int:
    """Return the width between the margins in twentieths of a point."""
    margins = section.find(qn("w:pgMar"))
    width = int(section.find(qn("w:pgSz")).get(qn("w:w")))
    return width - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))
