"""Web pages: the article without what stands around it on every page of the site."""

import re
from collections.abc import Iterator

from lxml import etree, html

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import DEEPEST, MOST_ATTRIBUTES
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.archive import refuse_maze
from lantoa.intake.texts.table import write_table
from lantoa.intake.texts.text import Text, Writing

FURNITURE = frozenset((
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form",
    "iframe", "object", "embed", "button", "select", "textarea", "input", "svg", "canvas",
    "video", "audio", "map", "menu", "dialog", "head",
))  # fmt: skip
BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
    "ol", "blockquote", "figure", "figcaption", "tr", "table", "tbody", "thead", "tfoot", "td",
    "th", "dd", "dt", "dl", "pre", "address", "center", "body", "hr",
))  # fmt: skip
PARTS = re.compile(
    r"(?<![a-z])(?:menu|nav|navbar|sidebar|side-bar|breadcrumbs?|footer|header|banner|comments?|"
    r"share|sharing|social|related|tin-lien-quan|tin-khac|tinlienquan|tinkhac|pagination|paging|"
    r"advert\w*|ads?|popup|modal|cookie|tags?|toolbar|widget|copyright|search|login|"
    r"lien-quan|xem-nhieu|binh-luan|author-box|newsletter|rating)(?![a-z])"
)
ARTICLE = ("article", "main")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What stands in broken pages and may stand in no document."""
LONG_TAG = re.compile(rb"<[^<>]{%d,}" % (2 * MOST_ATTRIBUTES))
MOST_OF_IT = 0.6
LINKED = 0.5


def opened(content: bytes) -> FileContents:
    """Return the text of a file, ready to be sent."""
    return read(content).answer()


def read(content: bytes) -> Text:
    """Return the article of a page with its paragraphs and tables."""
    root = _parsed(content)
    title = next((each for each in root.iter("h1") if not _is_part(each)), None)
    _drop_furniture(root)
    article = _article(root)
    writing = Writing()
    heading = " ".join("".join(title.itertext()).split()) if title is not None else ""
    if heading and not _holds(article, title):
        writing.line(heading, "tiêu đề")
    _write_article(writing, article)
    if not "".join(writing.pieces).strip():
        raise Unreadable("Trang này không có bài viết nào để đọc. Hãy lưu đúng trang có bài.")
    return writing.finished()


def _parsed(content: bytes) -> etree._Element:
    """Return the root of a page; nothing is fetched."""
    if any(len(tag.split()) > MOST_ATTRIBUTES for tag in LONG_TAG.findall(content)):
        raise Unreadable("Trang có một thẻ quá phức tạp, nên không đọc.")
    try:
        content.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    parser = html.HTMLParser(
        encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unreadable("Tệp HTML đã hỏng hoặc trống. Hãy lưu lại trang rồi gửi.") from None
    if any("depth" in each.message.lower() for each in parser.error_log):
        raise Unreadable(f"Trang lồng quá {DEEPEST} lớp, nên không đọc.")
    refuse_maze(root)
    return root


def _is_part(element: etree._Element) -> bool:
    """Tell whether an element is furniture by its tag, its name or its being hidden."""
    if element.tag in FURNITURE:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if HIDDEN.search(element.get("style") or ""):
        return True
    if element.tag in {"body", "html", *ARTICLE}:
        return False
    named = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('role') or ''}"
    return PARTS.search(named.lower().replace("_", "-")) is not None


def _drop_furniture(root: etree._Element) -> None:
    """Take out what is on every page; a part that holds most of the words stays."""
    all_words = _length(root)
    for element in list(root.iter(etree.Element)):
        if element.getparent() is None or not _is_part(element):
            continue
        if element.tag in FURNITURE or _length(element) < MOST_OF_IT * all_words:
            _drop(element)


def _drop(element: etree._Element) -> None:
    """Take an element out and leave a gap, with the words behind it, in its place."""
    tail, parent = element.tail or "", element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = CONTROL.sub(" ", f"{before.tail or ''} {tail}")
    else:
        parent.text = CONTROL.sub(" ", f"{parent.text or ''} {tail}")
    parent.remove(element)


def _length(element: etree._Element) -> int:
    """Return how many letters an element holds."""
    return sum(len(SPACE.sub(" ", words)) for words in element.itertext())


def _article(root: etree._Element) -> etree._Element:
    """Return the element that holds the article: the one that says so, else the densest."""
    marked = [*root.iter(*ARTICLE), *root.xpath("//*[@itemprop='articleBody']")]
    densest = _densest(root)
    best = max(marked, key=_plain_length, default=densest)
    return best if _plain_length(best) >= MOST_OF_IT * _plain_length(densest) else densest


def _plain_length(element: etree._Element) -> int:
    """Return how many letters of an element are not links."""
    return _length(element) - sum(_length(link) for link in element.iter("a"))


def _densest(root: etree._Element) -> etree._Element:
    """Return the smallest element with most of the words that are not links."""
    lengths = _lengths(root)
    here = root
    while True:
        inner = max(here, key=lambda each: lengths.get(each, 0), default=None)
        if inner is None or inner.tag not in BLOCKS or inner.tag in {"p", "table", "ul", "ol"}:
            return here
        if lengths.get(inner, 0) < MOST_OF_IT * lengths[here]:
            return here
        here = inner


def _lengths(root: etree._Element) -> dict[etree._Element, int]:
    """Return how many letters each element holds outside links; each is looked at once."""
    lengths: dict[etree._Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = len(SPACE.sub(" ", element.text or ""))
        inner = sum(lengths[each] + len(SPACE.sub(" ", each.tail or "")) for each in element)
        lengths[element] = 0 if element.tag == "a" else own + inner
    return lengths


def _holds(article: etree._Element, title: etree._Element | None) -> bool:
    """Tell whether the heading stands inside the article."""
    return title is not None and article in [title, *title.iterancestors()]


def _write_article(writing: Writing, article: etree._Element) -> None:
    """Add paragraphs and tables in their order."""
    paragraphs = tables = 0
    for block in _blocks(article):
        if isinstance(block, str):
            paragraphs += 1
            writing.line(block, f"đoạn {paragraphs}")
        else:
            tables += 1
            name = f"bảng {tables}"
            write_table(
                writing,
                _rows(block),
                lambda row, column, name=name: f"{name}, dòng {row + 1}, cột {column + 1}",  # type: ignore[misc]
            )


def _blocks(article: etree._Element) -> Iterator[str | etree._Element]:
    """Yield paragraphs as words and tables as elements; a line break ends a paragraph."""
    words: list[str] = []

    def said() -> Iterator[str]:
        line = SPACE.sub(" ", "".join(words)).strip()
        words.clear()
        if line:
            yield line

    for event, element in _walk(article):
        if event == "words":
            words.append(str(element))
        elif event == "table":
            yield from said()
            yield element
        else:
            yield from said()
    yield from said()


def _walk(article: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield words, breaks between blocks, and tables that are no mere layout."""
    waiting: list[tuple[str, etree._Element]] = [("open", article)]
    while waiting:
        event, element = waiting.pop()
        if event != "open":
            yield event, element
            continue
        if element.tag == "table" and _is_data(element):
            yield "table", element
            continue
        ends = element.tag in BLOCKS or element.tag == "br"
        inner: list[tuple[str, etree._Element]] = [("words", element.text or "")]
        for each in element:
            inner += [("open", each), ("words", each.tail or "")]
        around = [("break", element)] if ends else []
        waiting.extend(reversed([*around, *inner, *around]))


def _is_data(table: etree._Element) -> bool:
    """Tell whether a table holds rows of cells, and no tables or articles inside them."""
    inner = sum(1 for _ in table.iter("table")) + sum(1 for _ in table.iter("h1", "h2", "h3"))
    rows = [row for row in table.iter("tr") if len(row) > 1]
    return inner == 1 and len(rows) > 1


def _rows(table: etree._Element) -> list[list[str]]:
    """Return the cells of a table; one that reaches over columns stands in each."""
    rows: list[list[str]] = []
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in {"td", "th"}:
                cells += ["".join(cell.itertext())] * _span(cell)
        rows.append(cells)
    return rows


def _span(cell: etree._Element) -> int:
    """Return over how many columns a cell reaches."""
    said = cell.get("colspan") or "1"
    return min(64, max(1, int(said))) if said.isascii() and said.isdigit() and len(said) < 4 else 1
