"""A copy is believed for its signature: what somebody else wrote or altered is refused."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command

from lantoa.keeping.operations.signing import known_keys, signed
from lantoa.keeping.operations.signing.keys import name_of_key
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.trail.models import Entry
from tests.keeping import installation
from tests.keeping.test_backup_refusals import change_a_row, rewrite, sum_anew

LANTOA = ("-m", "lantoa.cli")
STRANGER = Ed25519PrivateKey.generate()
SIGNATURE, MANIFEST = "signature.json", "manifest.json"


@pytest.fixture
def bare(copy, settings, tmp_path, monkeypatch) -> Path:
    """Return a copy on another machine, which knows no key."""
    settings.SIGNING_KEY = ""
    monkeypatch.delenv("LANTOA_SIGNING_KEY")
    return copy


def restored(copy: Path, **more: object) -> None:
    call_command("restore", copy, **more)


def checked(copy: Path, **more: object) -> None:
    call_command("backup", copy, check=True, **more)


def with_care(contents):
    """Change a row and every sum that tells of it."""
    change_a_row(contents)
    sum_anew(contents)


def by_another_key(contents):
    with_care(contents)
    contents[SIGNATURE] = signed(contents[MANIFEST], by=STRANGER).as_text().encode()


def under_our_name(contents):
    """Sign with another key, and write the name of ours beside it."""
    told = json.loads(contents[SIGNATURE])
    by_another_key(contents)
    contents[SIGNATURE] = json.dumps(
        json.loads(contents[SIGNATURE]) | {"key": told["key"]}
    ).encode()


def without_signature(contents):
    with_care(contents)
    del contents[SIGNATURE]


def garbled(contents):
    contents[SIGNATURE] = b"[]"


def swollen(contents):
    contents[SIGNATURE] += b" " * 5000


def one_bit(contents):
    told = json.loads(contents[SIGNATURE])
    turned = bytes.fromhex(told["signature"])[:-1] + bytes(
        [bytes.fromhex(told["signature"])[-1] ^ 1]
    )
    contents[SIGNATURE] = json.dumps(told | {"signature": turned.hex()}).encode()


FORGED = [
    (with_care, "không phải của nội dung này"),
    (by_another_key, f"ký bằng khóa khác: {name_of_key(STRANGER)}"),
    (under_our_name, "Không đọc được chữ ký"),
    (without_signature, "KHÔNG được chữ ký chứng thực(?s:.*)--unsigned"),
    (garbled, "Không đọc được chữ ký"),
    (swollen, "hỏng"),
    (one_bit, "không phải của nội dung này"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [restored, checked])
@pytest.mark.parametrize(("forge", "words"), FORGED)
def test_a_forged_copy_is_refused_though_all_its_sums_fit(copy, forge, words, asked):
    rewrite(copy, forge)

    with pytest.raises(CommandError, match=words):
        asked(copy)

    assert not any(installation.every_row().values())


@pytest.mark.django_db
@pytest.mark.parametrize("forge", [with_care, by_another_key, garbled, one_bit])
def test_no_word_makes_a_wrong_signature_right(copy, forge):
    rewrite(copy, forge)

    with pytest.raises(CommandError):
        restored(copy, unsigned=True)


@pytest.mark.django_db
def test_a_signature_of_another_copy_does_not_fit(copy, tmp_path):
    other = tmp_path / "khac.zip"
    call_command("backup", other)
    with ZipFile(other) as zipped:
        taken = zipped.read(SIGNATURE)
    rewrite(copy, lambda contents: contents.update({SIGNATURE: taken}))

    with pytest.raises(CommandError, match="không phải của nội dung này"):
        restored(copy)


@pytest.mark.django_db
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_copy_cut_short_is_refused(copy, part):
    held = copy.read_bytes()
    copy.write_bytes(held[: int(len(held) * part)])

    with pytest.raises(CommandError, match="không phải tệp sao lưu của Lan Tỏa, hoặc đã hỏng"):
        restored(copy)


@pytest.mark.django_db
def test_the_machine_that_wrote_a_copy_needs_no_typing(copy, key, capsys):
    checked(copy)
    restored(copy)

    assert capsys.readouterr().out.count(f"chữ ký của khóa {name_of_key(key)}") == 2


@pytest.mark.django_db
def test_a_bare_machine_asks_for_the_key(bare):
    for asked in (restored, checked):
        with pytest.raises(CommandError, match=r"chưa biết mã khóa(?s:.*)--key"):
            asked(bare)

    assert not any(installation.every_row().values())


@pytest.mark.django_db
def test_a_bare_machine_takes_the_key_from_paper_and_believes_it_from_then_on(bare, key, capsys):
    typed = name_of_key(key).lower().replace("-", " ")

    restored(bare, key=typed)

    own, former = known_keys()
    said = capsys.readouterr().out
    assert former == name_of_key(key)
    assert f"đã làm khóa mới.\nMã khóa ký bản sao lưu của máy này:\n\n    {own}" in said
    assert json.loads(Entry.objects.get(deed="keeping.key").after)["key"] == own
    assert verified(InDatabase()).faults == []
    checked(bare)


@pytest.mark.django_db
def test_a_bare_machine_refuses_a_copy_of_another_key_and_names_it(bare, key):
    rewrite(bare, by_another_key)

    with pytest.raises(CommandError, match=f"ký bằng khóa khác: {name_of_key(STRANGER)}"):
        restored(bare, key=name_of_key(key))


@pytest.mark.django_db
def test_a_mistake_in_the_key_is_told_with_its_group(bare, key):
    first, second, *rest = name_of_key(key).split("-")
    wrong = second[:-1] + ("A" if second[-1] != "A" else "B")

    with pytest.raises(CommandError, match=rf"Nhóm thứ 2 của mã khóa \(“{wrong}”\) gõ chưa đúng"):
        restored(bare, key="-".join([first, wrong, *rest]))


@pytest.mark.django_db
@pytest.mark.parametrize("strip", [False, True])
def test_without_proof_it_takes_a_word_is_said_loudly_and_stands_in_the_trail(bare, strip, capsys):
    if strip:
        rewrite(bare, lambda contents: contents.pop(SIGNATURE))
    with pytest.raises(CommandError, match="--unsigned"):
        restored(bare)

    restored(bare, unsigned=True)

    said = capsys.readouterr()
    assert "*** CẢNH BÁO *** Bản sao lưu này KHÔNG được chữ ký chứng thực" in said.err
    assert "KHÔNG có chữ ký nào chứng thực" in said.out
    line = Entry.objects.get(deed="keeping.restore_unproven")
    assert json.loads(line.after)["written_at"]
    assert verified(InDatabase()).faults == []
