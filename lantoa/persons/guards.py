"""What the database refuses of names: anything but withdrawing consent and erasing, each once."""

from lantoa.trail.guards import Guard, never_deleted, unchanged

NAMES, ERASURES, LOOKS = "persons_personname", "persons_accounterasure", "persons_namelook"
WRITTEN_ONCE = (
    "uuid",
    "unit_id",
    "used_for",
    "digest",
    "scope",
    "consent_on",
    "given",
    "taken_by_id",
    "taken_at",
)
CHANGED = "(OLD.name IS DISTINCT FROM NEW.name OR OLD.salt IS DISTINCT FROM NEW.salt)"
ERASING = "(NEW.name = '' AND NEW.salt = '' AND NEW.erased_at IS NOT NULL)"
WITHDRAWN = (
    "(OLD.withdrawn_on IS DISTINCT FROM NEW.withdrawn_on "
    "OR OLD.withdrawn_by_id IS DISTINCT FROM NEW.withdrawn_by_id)"
)

GUARDS = [
    never_deleted(NAMES),
    unchanged(NAMES, WRITTEN_ONCE),
    Guard(
        name="persons_personname_only_erased",
        table=NAMES,
        event="UPDATE",
        message="Tên người chỉ được xóa, không được sửa.",
        refused_when=f"{CHANGED} AND NOT {ERASING}",
    ),
    Guard(
        name="persons_personname_erased_for_good",
        table=NAMES,
        event="UPDATE",
        message="Tên đã xóa không được sửa nữa.",
        refused_when="OLD.erased_at IS NOT NULL",
    ),
    Guard(
        name="persons_personname_withdrawn_for_good",
        table=NAMES,
        event="UPDATE",
        message="Đồng ý đã rút không được sửa nữa.",
        refused_when=f"OLD.withdrawn_on IS NOT NULL AND {WITHDRAWN}",
    ),
    never_deleted(ERASURES),
    unchanged(ERASURES, ("user_id", "erased_at", "erased_by_id", "erased_why")),
    never_deleted(LOOKS),
    unchanged(LOOKS, ("name_id", "account_id", "by_id", "at", "what")),
]
