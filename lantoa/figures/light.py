"""How far a figure is from what it is to come to: reached, nearly, or not."""

from enum import Enum


class Light(Enum):
    """A traffic light: its words, and the state of the badge that shows it."""

    REACHED = ("Đạt", "done")
    NEAR = ("Sắp đạt", "wait")
    SHORT = ("Chưa đạt", "refused")
    UNKNOWN = ("Chưa có số", "quiet")

    @property
    def words(self) -> str:
        """Return its words."""
        return self.value[0]

    @property
    def state(self) -> str:
        """Return the state of its badge."""
        return self.value[1]


def light_of(figure: int | None, target: int, *, near: int, lower: bool = False) -> Light:
    """Compare a figure with its target; `near` is from how many hundredths on it is nearly reached.

    `lower` says that less is better: a rate of poverty, a rank.
    """
    if figure is None:
        return Light.UNKNOWN
    come, of = (target, figure) if lower else (figure, target)
    if come >= of:
        return Light.REACHED
    return Light.NEAR if come * 100 >= near * of else Light.SHORT
