"""The list of movements to which records of any kind may belong."""

from lantoa.records.record.models import PopularMovement
from lantoa.records.record.pages.kept import KeptList

MOVEMENTS = KeptList(
    model=PopularMovement,
    word="phong-trao",
    title="Phong trào",
    help="Các phong trào mà mỗi bản ghi có thể thuộc về. Bản ghi không chọn phong trào nào thì "
    "tính là học tập và làm theo Bác. Báo cáo xem được riêng từng phong trào.",
)
"""It serves all kinds; its page stands with that of outreach."""
