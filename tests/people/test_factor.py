"""The second factor: set up by its owner, asked for at signing in, required and reset by others."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lantoa.people.factor import codes_left, factor_of, pass_factor
from lantoa.people.models import Factor, RecoveryCode
from lantoa.posts.models import Post
from lantoa.posts.operations import factors
from lantoa.posts.operations.accounts import change_own_password
from lantoa.posts.queries.factors import is_factor_required
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.people.codes import WRONG, give_code, give_password, is_in, set_up, shown

pytestmark = pytest.mark.django_db
AT, ON = build.NOW, build.NOW.date()
PASSWORD = "lantoa.people.access.PasswordSignIn"
Right = Post.Right


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward):
    return build.clerk(ward, username="vanthu")


@pytest.fixture
def administrator(ward):
    return build.clerk(ward, Right.ADMIN, username="quantri")


def deeds():
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def test_who_has_a_factor_gets_in_with_password_and_code_only(client, clerk):
    set_up(clerk)

    answer = give_password(client, clerk)

    assert answer.url == reverse("desk:second-factor")
    assert not is_in(client)
    assert client.get("/").status_code == 302
    assert give_code(client, WRONG).status_code == 200
    assert not is_in(client)
    assert give_code(client, f" {shown(clerk)[:3]} {shown(clerk)[3:]}").url == "/"
    assert is_in(client)


def test_the_page_of_the_code_is_shut_to_who_gave_no_password(client, clerk):
    set_up(clerk)

    assert give_code(client, shown(clerk)).url == reverse("desk:sign-in")
    assert not is_in(client)


def test_a_code_works_once_and_in_its_minute_only(clerk):
    set_up(clerk, at=AT - timedelta(hours=1))
    pass_factor(clerk, code=shown(clerk, at=AT), at=AT)

    for code in (shown(clerk, at=AT), shown(clerk, at=AT - timedelta(seconds=30))):
        with pytest.raises(ValidationError, match="đã dùng"):
            pass_factor(clerk, code=code, at=AT)
    late = AT + timedelta(seconds=90)
    with pytest.raises(ValidationError):
        pass_factor(clerk, code=shown(clerk, at=AT + timedelta(seconds=30)), at=late)
    pass_factor(clerk, code=shown(clerk, at=late - timedelta(seconds=30)), at=late)


def test_wrong_codes_are_slowed(client, clerk):
    set_up(clerk)
    give_password(client, clerk)

    codes = [give_code(client, WRONG).status_code for _ in range(6)]

    assert codes == [200] * 5 + [429]


def test_a_recovery_code_stands_in_once_and_is_noted(client, clerk):
    codes = set_up(clerk)
    give_password(client, clerk)
    give_code(client, codes[0].upper())
    assert is_in(client)

    with pytest.raises(ValidationError):
        pass_factor(clerk, code=codes[0], at=AT)

    assert codes_left(clerk) == 9
    assert deeds()[-2:] == ["people.own_factor", "people.use_recovery_code"]


def test_recovery_codes_are_kept_as_digests_and_belong_to_one_account(clerk, administrator):
    codes = set_up(clerk)
    set_up(administrator)

    kept = " ".join(RecoveryCode.objects.values_list("digest", flat=True))

    assert len(set(codes)) == 10
    assert not any(code.replace("-", "") in kept for code in codes)
    with pytest.raises(ValidationError):
        pass_factor(administrator, code=codes[0], at=AT)


def test_what_the_app_holds_is_not_in_the_database(clerk):
    set_up(clerk)
    from lantoa.people.factor import secret_of

    held = Factor.objects.get(user=clerk)

    assert secret_of(held) not in str(Factor.objects.values().get())


@pytest.mark.unsealed
@pytest.mark.parametrize("change", ["password", "off", "late"])
def test_a_half_signed_in_browser_goes_no_further_after_a_change(client, clerk, change):
    set_up(clerk)
    give_password(client, clerk)
    if change == "password":
        change_own_password(clerk, password="bánh xèo cuốn lá cách", at=AT)
    elif change == "off":
        type(clerk).objects.filter(pk=clerk.pk).update(is_active=False)
    else:
        half = client.session["half_signed_in"] | {"until": "2026-01-01T00:00:00+00:00"}
        session = client.session
        session["half_signed_in"] = half
        session.save()

    assert give_code(client, shown(clerk)).url == reverse("desk:sign-in")
    assert not is_in(client)


def test_one_sets_a_factor_up_on_ones_own_page_and_sees_the_codes_once(client, clerk):
    client.force_login(clerk, backend=PASSWORD)
    page = reverse("office:own-factor")
    asked = client.get(page)

    wrong = client.post(page, {"code": WRONG})
    right = client.post(page, {"code": shown(clerk)})

    assert "<svg" in asked.content.decode()
    assert "Mã chưa đúng" in wrong.content.decode()
    assert right.content.decode().count("<li><code>") == 10
    assert "no-store" in right["Cache-Control"]
    assert "Còn 10 mã dự phòng" in client.get(page).content.decode()


def test_a_factor_not_confirmed_is_not_asked_for(client, clerk):
    client.force_login(clerk, backend=PASSWORD)
    client.get(reverse("office:own-factor"))
    client.post(reverse("desk:sign-out"))

    assert give_password(client, clerk).url == "/"


def test_giving_it_up_or_new_codes_wants_a_right_code(client, clerk):
    set_up(clerk)
    client.force_login(clerk, backend=PASSWORD)
    page = reverse("office:own-factor")
    client.post(page, {"code": WRONG, "drop": "1"})
    assert factor_of(clerk)
    old = list(RecoveryCode.objects.values_list("digest", flat=True))

    client.post(page, {"code": shown(clerk), "renew": "1"})

    assert not RecoveryCode.objects.filter(digest__in=old).exists()
    later = AT + timedelta(days=3000)
    factors.drop_own_factor(clerk, code=shown(clerk, at=later), at=later, on=ON)
    assert factor_of(clerk) is None
    assert RecoveryCode.objects.count() == 0


def require(unit, by, *rights):
    factors.require_factor(unit, rights=rights, by=by, at=AT, on=ON)


def test_who_owes_a_factor_is_led_to_set_it_up_before_anything_else(
    client, ward, clerk, administrator
):
    set_up(administrator)
    require(ward, administrator, Right.CLERK)

    give_password(client, clerk)
    led = client.get(reverse("office:posts", args=[ward.uuid]))
    posted = client.post(reverse("office:own-factor"), {"code": shown(clerk)})

    assert led.url == reverse("office:own-factor")
    assert "Chép lại mã dự phòng" in posted.content.decode()
    assert client.get("/").status_code == 200


def test_who_owes_a_factor_may_sign_out(client, ward, clerk, administrator):
    set_up(administrator)
    require(ward, administrator, Right.CLERK)
    give_password(client, clerk)

    client.post(reverse("desk:sign-out"))

    assert not is_in(client)


def test_a_rule_reaches_the_right_it_names_there_and_under_it(ward, clerk, administrator):
    below = build.unit("Đảng ủy bộ phận", kind=Kind.DIVISION, under=ward)
    deep, viewer = build.clerk(below), build.clerk(below, Right.VIEW)
    set_up(administrator)

    require(ward, administrator, Right.CLERK)

    asked = [is_factor_required(each, on=ON) for each in (clerk, deep, viewer, administrator)]
    assert asked == [True, True, False, False]
    entry = Entry.objects.get(deed="units.require_factor")
    assert (entry.before, entry.after) == ('{"rights":[]}', '{"rights":["clerk"]}')
    require(ward, administrator)
    assert not is_factor_required(clerk, on=ON)


def test_what_is_required_cannot_be_given_up(ward, clerk, administrator):
    set_up(administrator), set_up(clerk, at=AT - timedelta(hours=1))
    require(ward, administrator, Right.CLERK)

    with pytest.raises(ValidationError, match="Đơn vị yêu cầu"):
        factors.drop_own_factor(clerk, code=shown(clerk, at=AT), at=AT, on=ON)


def test_nobody_requires_of_others_what_they_have_not_set_up(ward, administrator):
    with pytest.raises(ValidationError, match="cho chính mình trước"):
        require(ward, administrator, Right.ADMIN)


def test_the_page_of_the_rule_keeps_what_is_ticked(client, ward, administrator):
    set_up(administrator)
    client.force_login(administrator, backend=PASSWORD)
    page = reverse("office:require-factor", args=[ward.uuid])

    client.post(page, {"right": ["admin"]})

    wrong = client.post(page, {"right": ["record"]})

    assert wrong.status_code == 200
    assert client.get(page).content.decode().count(" checked") == 1
    assert is_factor_required(administrator, on=ON)


def test_a_lost_factor_is_reset_by_the_administrator_and_noted(client, ward, clerk, administrator):
    set_up(clerk)
    client.force_login(administrator, backend=PASSWORD)
    page = reverse("office:account", args=[ward.uuid, clerk.uuid])
    assert "Bỏ mã xác nhận" in client.get(page).content.decode()

    client.post(reverse("office:reset-factor", args=[ward.uuid, clerk.uuid]))

    assert factor_of(clerk) is None
    assert deeds()[-1] == "people.reset_factor"
    assert Entry.objects.latest("pk").actor == administrator
    assert "Bỏ mã xác nhận" not in client.get(page).content.decode()


def test_a_stranger_reaches_none_of_it(client, ward, clerk, administrator):
    stranger = build.clerk(build.root("Đảng bộ khác"), Right.ADMIN)
    set_up(clerk), set_up(stranger)
    pages = [
        reverse("office:require-factor", args=[ward.uuid]),
        reverse("office:reset-factor", args=[ward.uuid, clerk.uuid]),
    ]
    for who in (stranger, clerk):
        client.force_login(who, backend=PASSWORD)
        assert [client.post(page).status_code for page in pages] == [403, 403]
    with pytest.raises(ValidationError):
        require(ward, stranger, Right.CLERK)
    with pytest.raises(ValidationError):
        factors.reset_factor(clerk, by=stranger, at=AT, on=ON)
    assert factor_of(clerk)
