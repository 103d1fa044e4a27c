"""What every column and every box refuses, each sentence said once."""

import re

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator

from lantoa.figures.writing import write_number

LARGEST_COUNT = 999_999_999
LARGEST_AMOUNT = 10**15
"""A million tỷ: more than any budget, and safely summed by every database."""
LARGEST_NUMBER = 10**18
"""What a column of big numbers holds, decimals included."""

IDENTITY_NUMBER = re.compile(r"(?<!\d)0\d{11}(?!\d)", re.ASCII)
"""Twelve digits beginning with 0: a citizen's identity number, which is never kept here."""
TOO_LONG = "Dài %(show_value)d chữ cái, tối đa %(limit_value)d. Hãy viết gọn lại."
NO_SUCH_CHOICE = "Lựa chọn này không có. Hãy chọn lại."
NOT_WHOLE = "Ô này phải là số nguyên."
WRONG_ADDRESS = "Địa chỉ chưa đúng. Hãy ghi đủ, ví dụ https://angiang.gov.vn."

no_identity_number = RegexValidator(
    IDENTITY_NUMBER,
    "Trong ô này có số giống số căn cước. Xin không ghi số giấy tờ của người dân.",
    code="identity_number",
    inverse_match=True,
)
not_negative = MinValueValidator(0, "Số không được âm.")


def at_most(largest: int) -> MaxValueValidator:
    """Return what refuses a larger number."""
    return MaxValueValidator(largest, f"Số này lớn quá {write_number(largest)}. Hãy xem lại.")
