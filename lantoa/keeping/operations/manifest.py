"""What a copy says of itself: what is in it, how much of it, and by which sums it is known."""

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from lantoa.keeping.operations.refusal import BackupRefused

FORMAT = 1
UNREADABLE = (
    "Không đọc được bảng kê (manifest.json) trong tệp. Tệp hỏng hoặc không phải bản sao lưu."
)
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class CopiedFile:
    """One file in the copy: its name there, its length in bytes, its SHA-256.

    `rows` counts the lines of a table; of a proof or a layout it is None.
    """

    name: str
    bytes: int
    sha256: str
    rows: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where a value is not what it should be."""
        sizes = [self.bytes, self.rows or 0]
        if not all(isinstance(each, int) and each >= 0 for each in sizes):
            raise ValueError(self.name)
        if not SHA256.fullmatch(self.sha256):
            raise ValueError(self.sha256)

    @property
    def table(self) -> str:
        """Return the name of the table whose rows it holds."""
        return self.name.removeprefix("tables/").removesuffix(".jsonl")


@dataclass(frozen=True)
class BookEnd:
    """How far a book of the trail had been written."""

    home: str
    last_number: int
    last_digest: str


@dataclass(frozen=True)
class Manifest:
    """The list of contents. `lost` are files that were missing or changed when it was written."""

    project: str
    written_at: str
    vendor: str
    migrations: tuple[str, ...]
    tables: tuple[CopiedFile, ...]
    files: tuple[CopiedFile, ...]
    lost: tuple[str, ...]
    trail: tuple[BookEnd, ...]

    @property
    def parts(self) -> tuple[CopiedFile, ...]:
        """Return everything in the copy besides this list."""
        return (*self.tables, *self.files)

    @property
    def rows(self) -> int:
        """Return the number of rows of all tables."""
        return sum(part.rows or 0 for part in self.tables)

    @property
    def proofs(self) -> tuple[CopiedFile, ...]:
        """Return the files of the kind that stands behind a record."""
        return tuple(part for part in self.files if part.name.startswith("proofs/"))

    @property
    def lines(self) -> int:
        """Return the number of lines of the trail."""
        return sum(book.last_number for book in self.trail)

    def as_text(self) -> str:
        """Return it as JSON, with the version of the format."""
        return json.dumps({"format": FORMAT} | asdict(self), ensure_ascii=False, indent=1)


def read_manifest(text: bytes) -> Manifest:
    """Return what a copy says of itself; raises BackupRefused where it cannot be understood."""
    try:
        told = json.loads(text)
        version = told.pop("format")
        if version != FORMAT:
            raise BackupRefused(
                f"Bản sao lưu theo định dạng {version}; phiên bản này đọc định dạng {FORMAT}. "
                "Hãy cập nhật Lan Tỏa rồi làm lại."
            )
        return _manifest(told)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise BackupRefused(UNREADABLE) from None


def _manifest(told: dict[str, Any]) -> Manifest:
    parts = {
        key: tuple(CopiedFile(**each) for each in told.pop(key)) for key in ("tables", "files")
    }
    books = tuple(BookEnd(**each) for each in told.pop("trail"))
    names = {key: tuple(map(str, told.pop(key))) for key in ("migrations", "lost")}
    return Manifest(trail=books, **parts, **names, **told)  # type: ignore[arg-type]
