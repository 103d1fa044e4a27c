"""What was erased stays erased after an older copy is brought back: a list beside the copies.

The list holds identities and moments, no name. Each copy into a folder renews it there.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.people.models import User
from lantoa.persons.models import PersonName
from lantoa.persons.operations.accounts import erase_account_by_rule
from lantoa.persons.operations.ending import erase_by_rule
from lantoa.persons.queries import erased_rows
from lantoa.trail.files import write_whole

BESIDE = "lantoa-da-xoa-ten.txt"
"""The name of the list in a folder of copies."""
HEAD = "# Đã xóa tên: mã định danh và lúc xóa, không có tên ai. Giữ cạnh các bản sao lưu."
WHY = "xóa lại sau khi khôi phục bản sao cũ"


def as_text() -> str:
    """Return the list of what was erased here, a line each, earliest first."""
    return "\n".join([HEAD, *(f"{each.uuid} {each.at.isoformat()}" for each in erased_rows()), ""])


def read_list(path: Path) -> list[UUID]:
    """Return the identities in a list; raises BackupRefused for a file that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        told = [each.split()[0] for each in lines if each.strip() and not each.startswith("#")]
        return [UUID(each) for each in told]
    except (OSError, ValueError):
        raise BackupRefused(f"Không đọc được danh sách đã xóa tên {path}.") from None


def keep_beside(copy: Path) -> None:
    """Renew the list in the folder of a copy; what only the one before it told stays in it."""
    path = copy.parent / BESIDE
    here = as_text()
    known = {str(each.uuid) for each in erased_rows()}
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    kept = [each for each in before if each[:1] not in {"#", ""} and each.split()[0] not in known]
    if known or kept:
        write_whole(path, (here + "".join(f"{each}\n" for each in kept)).encode())


def erase_again(listed: Iterable[UUID], *, at: datetime) -> int:
    """Erase what a list names and what stands here still; return how many that were."""
    uuids = list(listed)
    names = PersonName.objects.filter(uuid__in=uuids).select_related("unit").order_by("pk")
    accounts = User.objects.filter(uuid__in=uuids).order_by("pk")
    erased = [erase_by_rule(each, by=None, at=at, why=WHY) for each in names]
    return sum(
        [*erased, *(erase_account_by_rule(each, by=None, at=at, why=WHY) for each in accounts)]
    )
