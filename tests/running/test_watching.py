"""Who watches the machine learns whether all is well; a stranger learns no more than that."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.timezone import now

from lantoa.keeping.proven import Proven, remember
from tests import build

pytestmark = pytest.mark.django_db
BY_PROXY = {"HTTP_X_FORWARDED_PROTO": "https"}


def proven(*, age: timedelta) -> Proven:
    moment = (now() - age).isoformat()
    return Proven(copy="a.zip", sha256="0" * 64, written_at=moment, proven_at=moment)


def test_all_is_well_where_nothing_is_wrong(client):
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json()["found"]["database"] == {"well": True, "figure": connection.vendor}


def test_a_stranger_learns_only_whether_all_is_well(client):
    answer = client.get("/healthz", **BY_PROXY)

    assert answer.json() == {"status": "well"}


@pytest.mark.parametrize(
    "stranger",
    [BY_PROXY, {"HTTP_X_FORWARDED_FOR": "10.0.0.7"}, {"HTTP_FORWARDED": "for=10.0.0.7"},
     {"HTTP_X_REAL_IP": "127.0.0.1"}, {"REMOTE_ADDR": "10.0.0.7"}, {"REMOTE_ADDR": ""}],
)  # fmt: skip
def test_a_stranger_gets_no_figures_and_no_metrics(client, stranger):
    assert "found" not in client.get("/healthz", **stranger).json()
    assert client.get("/metrics", **stranger).status_code == 404


def test_who_bears_the_token_sees_the_figures_from_elsewhere(client, settings):
    settings.WATCH_TOKEN = "một-mã-đủ-dài"
    borne = {"HTTP_AUTHORIZATION": "Bearer một-mã-đủ-dài"}

    assert client.get("/metrics", **BY_PROXY, **borne).status_code == 200
    assert client.get("/metrics", **BY_PROXY, HTTP_AUTHORIZATION="Bearer ").status_code == 404


def test_no_token_is_set_and_none_is_borne(client, settings):
    settings.WATCH_TOKEN = ""

    assert client.get("/metrics", **BY_PROXY, HTTP_AUTHORIZATION="Bearer ").status_code == 404


def test_it_asks_three_statements_and_needs_no_host_and_no_https(
    client, settings, django_assert_num_queries
):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["lantoa.example.vn"], True
    client.get("/healthz")

    with django_assert_num_queries(3):  # Django asks whether the table of migrations is there
        assert client.get("/healthz", HTTP_HOST="127.0.0.1").status_code == 200


def test_a_migration_that_was_not_applied_is_said(client):
    MigrationRecorder.Migration.objects.filter(app="trail").delete()

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["found"]["migrations"]["figure"] >= 1


def test_a_disk_that_is_nearly_full_is_said(client, settings):
    settings.FREE_MEGABYTES = 1 << 40

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert not answer.json()["found"]["disk_free_mb"]["well"]


def test_a_database_that_does_not_answer_is_said(client):
    def refuse(*_):
        raise OperationalError

    with connection.execute_wrapper(refuse):
        answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["found"]["database"] == {"well": False, "figure": "unknown"}


@pytest.mark.parametrize(("age", "status"), [(7, 200), (8, 503)])
def test_a_proven_copy_must_not_be_older_than_told(client, settings, age, status):
    settings.PROVEN_DAYS = 8
    remember(proven(age=timedelta(days=age, minutes=1)))

    assert client.get("/healthz").status_code == status


@pytest.mark.parametrize("note", ["", "{}", "[1]", '{"copy": 1}', "\x00"])
def test_no_copy_was_proven_where_the_note_cannot_be_read(client, settings, tmp_path, note):
    settings.PROVEN_DAYS = 8
    (tmp_path / "proven.json").write_text(note)

    assert client.get("/healthz").json()["found"]["proven_copy_hours"]["figure"] == "unknown"


def test_requests_are_counted_by_route_never_by_address(client):
    unit = build.unit("Chi bộ Một")
    client.get(f"/don-vi/{unit.uuid}/?ten=Nguyen")

    page = client.get("/metrics").content.decode()

    assert 'route="don-vi/<uuid:unit>/"' in page
    assert str(unit.uuid) not in page
    assert "Nguyen" not in page
    assert 'lantoa_well{of="database"} 1.0' in page


@pytest.mark.parametrize(("size", "status"), [(2_621_440, 200), (2_621_441, 413)])
def test_a_stranger_may_send_no_large_body(client, size, status):
    content = b"x" * size

    answer = client.post("/dang-nhap/", content, content_type="application/octet-stream")

    assert answer.status_code == status


def test_who_has_signed_in_may_send_a_large_body(client):
    client.force_login(build.clerk(build.unit("Xã Một")))

    answer = client.post("/mat-khau/", b"x" * 3_000_000, content_type="application/octet-stream")

    assert answer.status_code == 200
