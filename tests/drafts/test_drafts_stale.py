"""A page whose mark of the browser went stale, or whose cookies were cleared, keeps its words."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.drafts.typing import TYPED, form_of, opened, sent, text
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db


def test_a_token_gone_stale_opens_the_page_again_with_every_word(clerk, commune):
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, clerk)
    page = opened(strict, form_of(commune))

    answer = sent(strict, page)

    assert answer.url == page[0]
    assert f"\n{TYPED['topic']}</textarea>" in text(strict.get(page[0]))


def test_cookies_cleared_the_words_wait_behind_the_sign_in_page(clerk, commune):
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, clerk)
    page = opened(strict, form_of(commune))
    strict.cookies.clear()

    answer = sent(strict, page)
    sign_in(strict, clerk)

    assert answer.url.startswith(reverse("desk:sign-in"))
    assert f"\n{TYPED['topic']}</textarea>" in text(strict.get(page[0]))
