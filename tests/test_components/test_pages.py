"""Pages every face shares, and what holds for each template and style of ours."""

import re

import pytest
from django.template import Context, Engine
from django.template.loader import render_to_string

from tests.test_components import COMPONENTS, FACE, STATIC, TEMPLATES

STYLES = ["tokens.css", "base.css", "components.css", "figures.css", "print.css"]


def test_the_page_has_one_main_a_way_past_the_head_and_the_footer_line():
    html = render_to_string("base.html")

    assert html.count("<main") == 1
    assert 'href="#main"' in html
    assert "Số liệu theo dõi, không thay sổ kế toán" in html
    assert '<html lang="vi">' in html


@pytest.mark.parametrize("simulated", [True, False])
def test_sample_figures_say_so_on_the_page(simulated):
    html = render_to_string("base.html", {"simulated": simulated})

    assert ("SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT" in html) is simulated


def test_hidden_and_absent_pages_give_the_same_answer():
    assert render_to_string("403.html") == render_to_string("404.html")


def test_the_page_for_a_broken_server_needs_nothing_from_it():
    html = Engine.get_default().get_template("500.html").render(Context())

    assert "Máy chủ gặp lỗi" in html


OWN = sorted([*COMPONENTS.glob("*.html"), *TEMPLATES.glob("*.html")])


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_a_template_keeps_the_policy_and_its_length(path):
    text = path.read_text()

    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]+src=)|<style", text)
    assert text.count("\n") <= 80


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.name)
def test_a_component_names_its_inputs_in_its_first_line(path):
    assert re.match(r"\{# .+? #\}", path.read_text())


def test_every_icon_in_use_is_drawn():
    drawn = set(re.findall(r'symbol id="([a-z]+)"', (STATIC / "icons.svg").read_text()))
    used = set()
    for path in FACE.rglob("templates/**/*.html"):
        used |= set(re.findall(r'icon\.html" with name="([a-z]+)"', path.read_text()))
        used |= set(re.findall(r'\bicon="([a-z]+)"', path.read_text()))

    assert used <= drawn


def test_every_colour_named_in_a_style_is_in_the_palette():
    told = set(re.findall(r"(--[a-z-]+):", (STATIC / "tokens.css").read_text()))
    used = {
        name
        for style in STYLES
        for name in re.findall(r"var\((--[a-z-]+)", (STATIC / style).read_text())
    }

    assert used <= told


def test_colours_are_written_in_the_palette_and_the_printed_sheet_only():
    for style in ("base.css", "components.css", "figures.css"):
        assert not re.search(r"#[0-9a-f]{3,6}\b", (STATIC / style).read_text()), style
