"""Numbers and money, asked for in the boxes that serve every page."""

from lantoa.formats.boxes import DongAmount, ExactNumber, WholeNumber

__all__ = ["DongAmount", "ExactNumber", "WholeNumber"]
