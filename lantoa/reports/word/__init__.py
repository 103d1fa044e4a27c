"""A finished report as a Word file: a template filled, its annexes set, nothing lost on the way."""

from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.rendering import render, render_apart

__all__ = ["TemplateRefused", "render", "render_apart"]
