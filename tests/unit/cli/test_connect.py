"""What ``connect`` says before anybody is asked for a secret."""

from __future__ import annotations

import pytest

from bxdesk.accounts.guide import CardForm, card_fields
from bxdesk.cli.console import FAILED, USAGE, Wiring
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)


def test_without_keys_it_says_how_the_application_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connect", "acme.bitrix24.com", "--redirect", "http://127.0.0.1:9000/cb"], WIRING) == USAGE
    told = capsys.readouterr()
    assert told.out == ""
    places = [told.err.find(f"“{field.label.on(russian=False)}”") for field in card_fields(CardForm.TODAY, "")]
    assert places == sorted(places)
    assert -1 not in places
    assert "“Your handler path”: http://127.0.0.1:9000/cb" in told.err
    assert "“Script only (no user interface)”: Tick it." in told.err
    assert "https://acme.bitrix24.com/devops/section/standard/" in told.err
    assert "Settings > Security > Bitrix24 integrations" in told.err
    assert "Contact Center: Contact Center (contact_center)" in told.err
    assert "bxdesk connect acme.bitrix24.com --client-id ID" in told.err


def test_a_russian_portal_s_labels_are_those_on_its_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connect", "acme.bitrix24.ru"], WIRING) == USAGE
    assert "“Путь вашего обработчика” (Your handler path): http://" in capsys.readouterr().err
    assert run(["connect", "box.example.com", "--auth-server", "https://oauth.bitrix24.tech"], WIRING) == USAGE
    assert "“Настройка прав” (Assign permissions)" in capsys.readouterr().err


def test_a_webhook_is_told_apart_and_its_secret_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connect", "https://acme.bitrix24.com/rest/1/abc0123/"], WIRING) == USAGE
    told = capsys.readouterr().err
    assert told.startswith("This is a webhook's address.")
    assert "stands in this shell's history now" in told
    assert "bxdesk connect acme.bitrix24.com --client-id ID" in told
    assert "abc0123" not in told


def test_what_is_no_address_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connect", "acme!"], WIRING) == FAILED
    assert "is not the address of a portal" in capsys.readouterr().err
