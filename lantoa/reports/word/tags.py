"""What the tags of a template may say: a few names, one loop at a time, plain conditions."""

import re
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lantoa.reports.word.refusal import TemplateRefused

NAMES = frozenset({
    "cap_tren", "co_quan", "so", "ky_hieu", "noi_va_ngay", "ten_loai", "trich_yeu", "mo_dau",
    "noi_dung", "noi_nhan", "thay_mat", "chuc_vu", "ho_ten", "phu_luc", "canh_bao", "nguon_goc",
})  # fmt: skip
PARTS = frozenset({"loai", "so", "chu", "first", "last", "index"})
FILTERS = frozenset({"upper", "lower", "trim"})
HARMLESS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter,
)  # fmt: skip


class TagEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that reads every template before it runs and refuses what a layout need not say."""

    def __init__(self) -> None:
        """Escape every text, know no name but ours, and treat an unknown one as a mistake."""
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def compile(self, source: Any, *arguments: Any, **named: Any) -> Any:
        """Compile a text of the template once its tags have been judged."""
        try:
            tree = self.parse(source)
        except TemplateSyntaxError as error:
            raise TemplateRefused(
                f"Mẫu có thẻ viết sai hoặc thiếu thẻ đóng, ở gần: “{near(source, error.lineno)}”."
            ) from error
        judge(tree)
        return super().compile(source, *arguments, **named)


def judge(tree: nodes.Template) -> None:
    """Refuse everything but loops, conditions and a few filters, then unknown names.

    In this order: looking for names already works out what is constant, and a text repeated a
    thousand million times is constant.
    """
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, HARMLESS):
            raise TemplateRefused("Mẫu có thẻ không được phép; chỉ dùng tên, for, if, elif, else.")
    for found in tree.find_all(nodes.Filter):
        if found.name not in FILTERS:
            raise TemplateRefused(f"Mẫu dùng “|{found.name}”, không được phép trong mẫu báo cáo.")
    for loop in tree.find_all(nodes.For):
        judge_loop(loop)
    refuse_unknown(find_undeclared_variables(tree) - NAMES)
    refuse_unknown({node.attr for node in tree.find_all(nodes.Getattr)} - PARTS)


def judge_loop(loop: nodes.For) -> None:
    """Refuse a loop inside a loop, and a loop over anything but one of our lists."""
    if not isinstance(loop.iter, nodes.Name) or loop.recursive or any(loop.find_all(nodes.For)):
        raise TemplateRefused("Mẫu lặp lồng nhau; mỗi “for” chỉ đi qua một danh sách có tên.")


def refuse_unknown(names: set[str] | frozenset[str]) -> None:
    """Name what is unknown, and what may be used instead."""
    if names:
        raise TemplateRefused(
            f"Mẫu dùng tên chưa biết: {', '.join(sorted(names))}. "
            f"Những tên dùng được: {', '.join(sorted(NAMES | PARTS))}."
        )


def near(source: str, line: int) -> str:
    """Return the words on a line of the template, without the marks of its format."""
    lines = str(source).splitlines()
    words = re.sub(r"<[^>]+>", "", lines[min(line, len(lines)) - 1]) if lines else ""
    return " ".join(words.split())[:120]
