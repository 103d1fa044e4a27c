"""What every column and every box refuses, each sentence said once."""

from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator

from lantoa.figures.writing import write_number

LARGEST_COUNT = 999_999_999
LARGEST_AMOUNT = 10**15
"""A million tỷ: more than any budget, and safely summed by every database."""
LARGEST_NUMBER = 10**18
"""What a column of big numbers holds, decimals included."""

TOO_LONG = "Dài %(show_value)d chữ cái, tối đa %(limit_value)d. Hãy viết gọn lại."
NO_SUCH_CHOICE = "Lựa chọn này không có. Hãy chọn lại."
NOT_WHOLE = "Ô này phải là số nguyên."
WRONG_ADDRESS = "Địa chỉ chưa đúng. Hãy ghi đủ, ví dụ https://angiang.gov.vn."

web_address = URLValidator(schemes=["http", "https"], message=WRONG_ADDRESS)
not_negative = MinValueValidator(0, "Số không được âm.")
at_least_one = MinValueValidator(1, "Số này phải từ 1 trở lên. Không có việc thì không ghi.")


def at_most(largest: int) -> MaxValueValidator:
    """Return what refuses a larger number."""
    return MaxValueValidator(largest, f"Số này lớn quá {write_number(largest)}. Hãy xem lại.")
