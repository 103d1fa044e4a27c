"""What is typed as a day, for page, form, command and list alike."""

THE_FIRST_OF_JULY = (
    *("1/7/2025", "1.7.2025", "01-07-2025", "1 7 2025", "01072025", "2025-07-01", "1/7/25"),
    *(" 1/7/2025 ", "1 / 7 / 2025"),
)
"""Ways in which people write 1 July 2025."""
NOT_THERE = "Không có ngày {} trong lịch. Hãy xem lại."
NO_DAYS = {
    "31/2/2025": NOT_THERE.format("31/2/2025"),
    "1/13/2025": NOT_THERE.format("1/13/2025"),
    "2025-13-01": NOT_THERE.format("2025-13-01"),
    "hôm qua": "Không đọc được ngày “hôm qua”. Hãy ghi ngày/tháng/năm: 3/10/2026.",
    "1/7": "“1/7” còn thiếu năm. Hãy ghi đủ, ví dụ 3/10/2026.",
    "1/7/1925": "1/7/1925: Năm phải từ 1930 đến 2200.",
}
"""What is no day, and the words that say so everywhere."""
