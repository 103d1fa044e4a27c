"""Proving a copy: bring it back beside the installation, and hold it against what is there."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from lantoa.keeping.operations.accepting import KeyNeeded, SignatureLacking, refuse_unproven
from lantoa.keeping.operations.archive import Archive, open_archive
from lantoa.keeping.operations.folders import sha256_of
from lantoa.keeping.operations.manifest import BookEnd, Manifest
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.retention import copies_in
from lantoa.keeping.operations.signing import known_keys
from lantoa.keeping.operations.signing.keys import secret_place
from lantoa.keeping.operations.tables import table
from lantoa.keeping.proven import Proven, remember
from lantoa.keeping.queries.figures import root_figures
from lantoa.trail.operations import note
from lantoa.units.queries.places import roots


@dataclass(frozen=True)
class Drilled:
    """What a drill found: which copy, signed by which key, how many rows and figures agree."""

    proven: Proven
    key: str
    rows: int
    figures: int


def newest(place: Path) -> Path:
    """Return the copy to be proven: a file itself, or the latest one in a folder.

    Raises BackupRefused where there is none.
    """
    if not place.is_dir():
        return place
    found = copies_in(place)
    if not found:
        raise BackupRefused(f"Trong {place} chưa có bản sao lưu nào do “lantoa backup” đặt tên.")
    return found[0].path


def drill(copy: Path, *, at: datetime, database: str = "") -> Drilled:
    """Bring a copy back into a scratch database, compare it, and note that it is proven.

    The scratch database is an SQLite file that is taken away afterwards, or an empty one of
    PostgreSQL that is named. Raises BackupRefused where the copy was not signed by a key that is
    known here, does not come back whole, where the trail here does not go on from its end, and
    where a figure of a root is another.
    """
    with open_archive(copy) as archive:
        manifest, key = archive.manifest, _signer(archive)
    sha256 = sha256_of(copy) or ""
    known_at = datetime.fromisoformat(manifest.written_at)
    _refuse_other_past(manifest)
    restored = _figures_of(copy, key=key, known_at=known_at, database=database)
    _refuse_other_figures(restored, root_figures(known_at=known_at))
    proven = Proven(copy.name, sha256, manifest.written_at, at.astimezone(UTC).isoformat())
    drilled = Drilled(proven, key=key, rows=manifest.rows, figures=len(restored))
    _note(drilled, at=at)
    remember(proven)
    return drilled


def _signer(archive: Archive) -> str:
    """Return the name of the key by which a copy is proven."""
    try:
        refuse_unproven(archive, keys=known_keys())
    except (KeyNeeded, SignatureLacking):
        raise BackupRefused(
            "Bản sao lưu này không được chữ ký của máy này chứng thực. Hãy chạy lantoa backup "
            "(và lantoa key nếu máy chưa có khóa), rồi thử bản mới."
        ) from None
    return archive.signature.key if archive.signature else ""


def _figures_of(copy: Path, *, key: str, known_at: datetime, database: str) -> dict[str, Any]:
    """Return the figures of a copy, brought back in a folder that is taken away again."""
    with tempfile.TemporaryDirectory(dir=settings.VAR, prefix="drill-") as scratch:
        restoring = ("restore", str(copy.resolve()), "--key", key)
        _run(*restoring, var=scratch, database=database)
        printed = _run("drill", "--figures", known_at.isoformat(), var=scratch, database=database)
        figures: dict[str, Any] = json.loads(printed)
        return figures


def _run(*words: str, var: str, database: str) -> str:
    """Run a command in an installation of its own; raises BackupRefused with what it refused."""
    ours = {"LANTOA_SIGNING_KEY": str(secret_place())}
    own = os.environ | ours | {"LANTOA_VAR": var, "LANTOA_DATABASE": database}
    if not database:
        del own["LANTOA_DATABASE"]
    done = subprocess.run(  # noqa: S603 - our own command, with a path of our own
        [sys.executable, "-m", "lantoa.cli", *words],
        env=own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise BackupRefused(f"Bản sao lưu không khôi phục được: {done.stderr.strip()}")
    return done.stdout


def _refuse_other_past(manifest: Manifest) -> None:
    """Raise BackupRefused where the trail here lacks the line at which the copy ends."""
    entries = table("trail.entry").rows
    for end in filter(_is_begun, manifest.trail):
        here = {"home__uuid": end.home, "number": end.last_number, "digest": end.last_digest}
        if not entries.filter(**here).exists():
            raise BackupRefused(
                f"Nhật ký đang dùng không nối tiếp nhật ký trong bản sao lưu, ở dòng số "
                f"{end.last_number} của quyển {end.home}."
            )


def _is_begun(end: BookEnd) -> bool:
    return end.last_number > 0


def _refuse_other_figures(restored: Mapping[str, Any], here: Mapping[str, Any]) -> None:
    other = [key for key in sorted(restored.keys() | here.keys()) if _differ(key, restored, here)]
    if other:
        raise BackupRefused(
            f"{len(other)} số liệu của đơn vị gốc khác với bản đang dùng, trước hết là {other[0]}: "
            f"bản sao lưu {restored.get(other[0])}, đang dùng {here.get(other[0])}. "
            "Nếu lúc sao lưu đang có người ghi, hãy sao lưu lại rồi thử lại."
        )


def _differ(key: str, restored: Mapping[str, Any], here: Mapping[str, Any]) -> bool:
    return key not in restored or key not in here or restored[key] != here[key]


@transaction.atomic
def _note(drilled: Drilled, *, at: datetime) -> None:
    counts = {"rows": drilled.rows, "figures": drilled.figures}
    told = asdict(drilled.proven) | counts | {"key": drilled.key}
    for root in roots():
        about = [root.uuid]
        note(by=None, at=at, home=root.home, deed="keeping.drill", about=about, after=told)
