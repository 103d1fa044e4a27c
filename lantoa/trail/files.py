"""Files that outlive a power cut: written whole, and waited for, before anything tells of them."""

import os
import tempfile
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class LastingStorage(FileSystemStorage):
    """Keeps proofs: what a row tells of lies on the disk before the row does."""

    def _save(self, name: str, content: object) -> str:
        """Write a file, wait for it, and return the name under which it is kept."""
        kept: str = super()._save(name, content)  # type: ignore[misc]
        settle(Path(self.path(kept)))
        settle(Path(self.path(kept)).parent)
        return kept


def settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, lie on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears under its name only when it is whole and lies on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    settle(path.parent)
