"""A measure worked out from others: 100 × [meetings.held] ÷ [units.cells].

Numbers, + − × ÷, parentheses, and codes of measures in square brackets; nothing else is read, and
nothing is ever run. What is not known stays unknown, and so does what is divided by zero.
"""

import ast
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

FORMULAS = "formulas"
"""The code of the family of measures that are worked out of others."""
LONGEST = 300
WRITTEN = str.maketrans({"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-"})
CODE = re.compile(r"\[([^\[\]]*)\]")
PLAIN = re.compile(r"[0-9m.+\-*/() ]*")
COMMA = re.compile(r"(?<=\d),(?=\d)")
NOT_READ = "Công thức chỉ gồm số, + − × ÷, ngoặc đơn và mã số liệu trong ngoặc vuông."

Reckoned = Fraction | None
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


class Misformed(ValueError):
    """A formula that cannot be read; its words say why."""


@dataclass(frozen=True)
class Formula:
    """A formula that was read: its tree, and the measures that it names by their codes."""

    tree: ast.expr
    codes: tuple[str, ...]

    def reckon(self, known: Callable[[str], Reckoned]) -> Reckoned:
        """Return what it comes to; None where a value is not known, or a divisor is zero."""
        return _reckoned(self.tree, {f"m{n}": known(code) for n, code in enumerate(self.codes)})

    def unknown(self, codes: Collection[str]) -> list[str]:
        """Return what it names that is not among some codes."""
        return [code for code in dict.fromkeys(self.codes) if code not in codes]


def read_formula(text: str) -> Formula:
    """Read a formula; raises Misformed, in words for who wrote it."""
    if len(text) > LONGEST:
        raise Misformed(f"Công thức dài quá {LONGEST} ký tự.")
    codes = tuple(each.strip() for each in CODE.findall(text))
    places = iter(range(len(codes)))
    bare = COMMA.sub(".", CODE.sub("@", text)).translate(WRITTEN).strip()
    if re.search("[a-z]", bare):
        raise Misformed(NOT_READ)
    named = re.sub("@", lambda _: f" m{next(places)} ", bare)
    tree = _parsed(named.strip())
    _refuse_others(tree)
    if not codes:
        raise Misformed("Công thức cần ít nhất một mã số liệu trong ngoặc vuông.")
    return Formula(tree, codes)


def _parsed(text: str) -> ast.expr:
    if not PLAIN.fullmatch(text):
        raise Misformed(NOT_READ)
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Misformed(f"Không đọc được công thức. {NOT_READ}") from None


def _refuse_others(node: ast.expr) -> None:
    """Raise Misformed where a tree holds anything but what a formula is made of."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        _refuse_others(node.left)
        _refuse_others(node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        _refuse_others(node.operand)
    elif not isinstance(node, ast.Name) and not (
        isinstance(node, ast.Constant) and type(node.value) in (int, float)
    ):
        raise Misformed(NOT_READ)


def _reckoned(node: ast.expr, values: Mapping[str, Reckoned]) -> Reckoned:
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.UnaryOp):
        inner = _reckoned(node.operand, values)
        return None if inner is None else -inner
    if not isinstance(node, ast.BinOp):
        raise TypeError(f"No formula holds {type(node).__name__}.")
    left, right = _reckoned(node.left, values), _reckoned(node.right, values)
    if left is None or right is None or (isinstance(node.op, ast.Div) and right == 0):
        return None
    return OPERATIONS[type(node.op)](left, right)
