"""The comparison itself: the chain of each book, every row both ways, and the files."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.keeping.operations.verifying.source import Source
from lantoa.seals.expected import Expected
from lantoa.seals.queries import sealed_tables
from lantoa.seals.touched import SealChange
from lantoa.trail.heads import BookHead
from lantoa.trail.merkle import head_of
from lantoa.trail.models import Entry
from lantoa.trail.operations import TAKE_IN
from lantoa.trail.queries.chain import Chain
from lantoa.trail.sealing import read


@dataclass(frozen=True)
class Mismatch:
    """Something that is not as the trail says: what, and the last line that says how it was.

    `file` is the name of a file that is missing or was changed.
    """

    what: str
    line: int = 0
    since: str = ""
    file: str = ""

    def __str__(self) -> str:
        """Say it as a sentence."""
        return f"{self.what}{f', {self.since}' if self.since else ''}."


@dataclass
class Verification:
    """What a comparison came to, and how much was compared."""

    faults: list[Mismatch] = field(default_factory=list)
    rows: int = 0
    lines: int = 0
    taken_in: date | None = None

    @property
    def lost(self) -> list[str]:
        """Return the names of files that are missing or were changed."""
        return [each.file for each in self.faults if each.file]

    def but(self, files: Collection[str]) -> "Verification":
        """Return the same without faults of some files, which are told elsewhere."""
        return replace(self, faults=[each for each in self.faults if each.file not in files])

    def add(self, what: str, line: int = 0) -> None:
        """Take a fault down."""
        self.faults.append(Mismatch(what, line))


def verified(source: Source, *, heads: Collection[BookHead] = ()) -> Verification:
    """Compare every row and file with the trail, and the trail with heads that were kept outside.

    Every line is read once, then every row of every sealed table once.
    """
    return _Comparison(source, heads).made()


class _Comparison:
    def __init__(self, source: Source, heads: Collection[BookHead]) -> None:
        self.source, self.heads, self.found = source, heads, Verification()
        self.tables = sealed_tables()
        self.expected = {name: Expected() for name in self.tables}

    def made(self) -> Verification:
        self._read_books()
        for name in self.tables:
            self._compare_rows(name)
        for name in self.source.lost():
            what = f"Tệp {name}: bị mất, hoặc không còn như lúc lưu"
            self.found.faults.append(Mismatch(what, file=name))
        self._date_faults()
        return self.found

    def _date_faults(self) -> None:
        """Say of each fault after which line of which day it came; reads the lines once more."""
        asked = {each.line for each in self.found.faults} - {0}
        when = {
            entry.pk: f"sau dòng nhật ký số {entry.number} ngày {_day(entry)}"
            for entry in (self.source.entries() if asked else ())
            if entry.pk in asked
        }
        self.found.faults = [
            replace(each, since=when.get(each.line, "")) for each in self.found.faults
        ]

    def _read_books(self) -> None:
        chain = Chain(
            self.source.homes(), heads_at={(each.home, each.lines) for each in self.heads}
        )
        for entry in self.source.entries():
            self.found.lines += 1
            for fault in chain.follow(entry):
                self.found.add(fault)
            self._take_seals(entry)
        for fault in chain.ended():
            self.found.add(fault)
        self._compare_heads(chain)

    def _take_seals(self, entry: Entry) -> None:
        day = localtime(entry.moment).date()
        if entry.deed == TAKE_IN and entry.sealed:
            self.found.taken_in = min(day, self.found.taken_in or day)
        try:
            for name, changes in read(entry.sealed):
                self._expect(name, changes, entry)
        except ValueError:
            self.found.add(f"Dòng nhật ký số {entry.number}: không đọc được dấu của các hàng")

    def _expect(self, name: str, changes: Iterator[SealChange], entry: Entry) -> None:
        expected = self.expected.get(name)
        if expected is None:
            return  # a table of a former version
        for each in changes:
            before, line = expected.get(each.key)
            if before != each.before:
                self.found.add(
                    f"{self._called(name, each.key)}: đã bị sửa không qua phần mềm "
                    f"trước dòng nhật ký số {entry.number} ngày {_day(entry)}",
                    line,
                )
            expected.put(each.key, each.after, entry.pk)

    def _compare_rows(self, name: str) -> None:
        expected = self.expected[name]
        for key, seal in self.source.seals(self.tables[name]):
            self.found.rows += 1
            wanted, line = expected.get(key)
            if wanted is None and line == 0:
                self.found.add(f"{self._called(name, key)}: không có dòng nhật ký nào ghi")
            elif wanted is None:
                self.found.add(f"{self._called(name, key)}: nhật ký ghi đã xóa mà vẫn còn", line)
            elif wanted != seal:
                self.found.add(f"{self._called(name, key)}: không còn như nhật ký ghi", line)
            if line:
                expected.put(key, None, line)
        for key, line in expected.left():
            self.found.add(f"{self._called(name, key)}: đã bị xóa không qua phần mềm", line)

    def _called(self, name: str, key: int) -> str:
        label = str(self.tables[name].model._meta.verbose_name)
        return f"{label[:1].upper()}{label[1:]} (bảng {name}, hàng {key})"

    def _compare_heads(self, chain: Chain) -> None:
        by_home = {book.home.uuid: book for book in chain.books.values()}
        for each in self.heads:
            book = by_home.get(each.home)
            if book is None or book.number < each.lines:
                self.found.add(
                    f"Quyển {each.home}: phiếu đối chiếu có {each.lines} dòng, nay chỉ còn "
                    f"{book.number if book else 0} dòng: sổ đã bị cắt ngắn"
                )
            elif book.heads.get(each.lines, head_of([])) != each.head:
                self.found.add(
                    f"Quyển {each.home}: {each.lines} dòng đầu không phải là các dòng của phiếu "
                    f"đối chiếu {each.code}: sổ đã bị viết lại"
                )


def _day(entry: Entry) -> str:
    return write_day(localtime(entry.moment).date())
