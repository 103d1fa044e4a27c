"""Where the files of an installation lie: proofs and layouts, by their names in a copy."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self

from django.conf import settings

from lantoa.keeping.operations.refusal import BackupRefused

BLOCK = 1 << 20


def place_of(name: str) -> Path:
    """Return where a file of a copy belongs: "proofs/…" or "layouts/…".

    Raises BackupRefused for a name that belongs in neither.
    """
    folder, _, rest = name.partition("/")
    folders = {"proofs": Path(settings.MEDIA_ROOT), "layouts": Path(settings.VAR) / "layouts"}
    if folder not in folders or not is_plain(rest):
        raise BackupRefused(f"Tệp sao lưu có phần lạ “{name}”, không khôi phục.")
    return folders[folder] / rest


def is_plain(name: str) -> bool:
    """Tell whether a name leads only downwards: no "..", no drive, no start at the root."""
    steps = name.split("/")
    return all(step not in {"", ".", ".."} for step in steps) and not (
        set("\\:\0") & set(name) or PurePosixPath(name).is_absolute()
    )


def layouts() -> Iterator[str]:
    """Yield the name in a copy of each layout that clerks have put in."""
    folder = Path(settings.VAR) / "layouts"
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.is_file():
            yield f"layouts/{path.name}"


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a file; None where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def is_held(name: str, *, sha256: str) -> bool:
    """Tell whether a file of a copy is already in its place.

    Raises BackupRefused where another one is.
    """
    place = place_of(name)
    held = sha256_of(place)
    if place.exists() and held != sha256:
        raise BackupRefused(
            f"Đã có tệp khác tại {place}. Hãy khôi phục vào thư mục LANTOA_VAR còn trống."
        )
    return held is not None


class Arrivals:
    """Files that are put in their places; if the work around it fails, they are taken away again.

    What was there before stays.
    """

    def __init__(self) -> None:
        """Begin with nothing put anywhere."""
        self.made: list[Path] = []

    def put(self, source: BinaryIO, *, name: str) -> None:
        """Put one file in its place, whole or not at all."""
        place = place_of(name)
        self._make(place.parent)
        part = place.with_name(f".{place.name}.part")
        self.made += [part, place]
        with part.open("wb") as target:
            while block := source.read(BLOCK):
                target.write(block)
            target.flush()
            os.fsync(target.fileno())
        part.rename(place)

    def _make(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir()
            self.made.append(each)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        sort: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep what was put, or take it away where the work failed."""
        if failure is not None:
            for path in reversed(self.made):
                path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def missing(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the names of files that are not in their places, or not with the SHA-256 told."""
    for name, sha256 in parts:
        if sha256_of(place_of(name)) != sha256:
            yield name
