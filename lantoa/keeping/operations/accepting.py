"""Whether a copy is believed: by whose key it was signed, and what is taken without proof."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from lantoa.keeping.operations.archive import Archive
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing.keys import believe, known_keys
from lantoa.trail.operations import note
from lantoa.units.queries.places import roots

UNPROVEN = "Bản sao lưu này KHÔNG được chữ ký chứng thực: ai có tệp cũng có thể đã sửa nó."


class KeyNeeded(BackupRefused):
    """A copy is signed, and nobody has said yet by which key it should be."""


class SignatureLacking(BackupRefused):
    """A copy bears no signature."""


def refuse_unproven(archive: Archive, *, keys: Collection[str]) -> None:
    """Raise BackupRefused where a copy is not signed by one of some keys, given by their names.

    KeyNeeded where no key is given, SignatureLacking where the copy bears none; another refusal
    where the signature was made for other content or by another key.
    """
    signature = archive.signature
    if signature is None:
        raise SignatureLacking(
            f"{UNPROVEN} Phiên bản trước 0.4 ghi bản sao lưu như vậy; bản mới mà không có chữ ký "
            "thì đã bị bóc chữ ký. Chỉ khi biết chắc tệp từ đâu đến: chạy lại với --unsigned."
        )
    if not signature.fits(archive.text):
        raise BackupRefused(
            f"Chữ ký trong tệp sao lưu không phải của nội dung này (khóa {signature.key}): "
            "bảng kê đã bị sửa. Không dùng tệp này."
        )
    if not keys:
        raise KeyNeeded(
            "Bản sao lưu có chữ ký, nhưng máy này chưa biết mã khóa của cơ quan. Chạy lại với "
            "--key và mã khóa đã ghi trên giấy khi lập máy; không còn giấy thì --unsigned."
        )
    if signature.key not in keys:
        raise BackupRefused(
            f"Bản sao lưu ký bằng khóa khác: {signature.key}. Ở đây chỉ tin: {', '.join(keys)}. "
            "Nếu giấy của cơ quan ghi đúng khóa kia thì chạy lại với --key và mã trên giấy."
        )


@transaction.atomic
def note_unproven(archive: Archive, *, at: datetime) -> None:
    """Write into every book that it was brought back from a copy that nothing proves."""
    told = {"written_at": archive.manifest.written_at, "project": archive.manifest.project}
    signature = archive.signature
    told["key"] = signature.key if signature else ""
    deed = "keeping.restore_unproven"
    for root in roots():
        note(by=None, at=at, home=root.home, deed=deed, about=[root.uuid], after=told)


def remember_signer(archive: Archive) -> None:
    """Believe from now on the key by which a copy was proven, which was brought back here."""
    names = known_keys()
    if archive.signature and archive.signature.key not in names:
        believe([*names, archive.signature.key])
