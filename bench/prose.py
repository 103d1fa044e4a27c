"""Ordinary prose, as a commune reports: our own sentences, most of them without a figure."""

from collections.abc import Iterator
from random import Random

PLAIN = (
    "Các chi bộ đưa nội dung học tập vào buổi họp lệ và phân công đảng viên chuẩn bị câu chuyện.",
    "Nhiều cán bộ trẻ chọn một việc khó của đơn vị mình để đăng ký rèn luyện trong cả năm.",
    "Buổi trao đổi diễn ra cởi mở, người nói trước nêu việc đã làm được, người nói sau bổ sung.",
    "Ban Thường vụ nhắc các đơn vị tránh chạy theo thành tích, ghi nhận đúng việc đúng người.",
    "Bà con ven kênh cùng nhau dọn cỏ, trồng hoa dọc đường và nhắc nhau giữ nước sạch.",
    "Thầy cô giáo kể chuyện về Bác trong giờ chào cờ, học sinh viết cảm nghĩ và đọc trước lớp.",
    "Mặt trận và các đoàn thể đi từng ngõ, gặp từng nhà để nghe người dân nói về con đường mới.",
    "Việc nêu gương bắt đầu từ người đứng đầu: đi làm đúng giờ, nói ngắn, làm đến nơi đến chốn.",
    "Cán bộ một cửa gọi điện báo trước cho người dân khi hồ sơ xong sớm hơn ngày hẹn.",
    "Những mô hình hay được giới thiệu trên loa của ấp để nơi khác tham khảo và làm theo.",
    "Tổ tự quản họp vào tối thứ bảy, bàn việc thắp sáng đường quê và giúp nhà neo người.",
    "Theo đánh giá chung, nhận thức chuyển biến rõ nhưng cách làm ở vài nơi còn hình thức.",
)
TELLING = (
    "Toàn xã có {} chi bộ với {} đảng viên tham gia học tập chuyên đề năm 2024.",
    "Trong quý, Hội Phụ nữ vận động được {} triệu đồng và trao {} phần quà cho hộ khó khăn.",
    "Đoàn Thanh niên tổ chức {} buổi sinh hoạt, thu hút hơn {} lượt đoàn viên đến dự.",
    "Người dân hiến {} m2 đất và góp {} ngày công để mở rộng con đường vào trạm y tế.",
    "Qua kiểm tra {} tổ chức đảng, Ủy ban Kiểm tra nhắc nhở {} trường hợp chậm gửi bản đăng ký.",
    "Xã xây mới {} căn nhà Đại đoàn kết, trị giá gần {} triệu đồng, từ nguồn xã hội hóa.",
    "Đến cuối tháng 6, có {}% chi bộ đã họp chuyên đề; số còn lại hoàn thành trong tháng 7.",
    "Hội Nông dân giúp {} hộ vay vốn chăn nuôi, phần lớn trả đúng hạn và mở rộng chuồng trại.",
    "Trường tiểu học trao {} suất học bổng cho học sinh vượt khó, mỗi suất {} nghìn đồng.",
    "Cấp ủy khen thưởng {} tập thể và {} cá nhân làm theo lời Bác từ việc nhỏ hằng ngày.",
)
PLAIN_EACH = 2
"""Sentences without a figure for each that states some: a figure in 120 to 150 characters."""
PARAGRAPH = 5


def prose(size: int) -> str:
    """Return paragraphs of prose up to a size, always the same ones."""
    parts: list[str] = []
    length = 0
    for place, sentence in enumerate(_sentences(Random(1890)), start=1):
        parts += (sentence, " " if place % PARAGRAPH else "\n")
        length += len(sentence) + 1
        if length >= size:
            break
    return "".join(parts)[:size]


def _sentences(chance: Random) -> Iterator[str]:
    """Yield sentences without end, a telling one after some plain ones."""
    while True:
        yield from chance.sample(PLAIN, PLAIN_EACH)
        telling = chance.choice(TELLING)
        yield telling.format(*(chance.randint(3, 95) for _ in range(telling.count("{}"))))
