"""The portals of the scenes."""

from __future__ import annotations

from dataclasses import replace

from bxdesk.accounts.guide import (
    CLIENT_ID,
    CLIENT_SECRET,
    PERMISSIONS,
    CardForm,
    card_fields,
    card_menu_path,
    permission_label,
)
from bxdesk.placements.bindings import Texts
from bxdesk.placements.history import Unfinished, UnfinishedStep
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from bxdesk.placements.snapshot import CustomType, Snapshot
from bxdesk.placements.step_state import StepState
from bxdesk.portal.errors import portal_error
from bxdesk.portal.snapshot_reading import _not_admin, _problems
from tests.builders import DEAL, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding
from tests.gui.fake_desk import FakeDesk, connection, entry_of, everything, unread_snapshot

TYPES = (
    CustomType(183, "Purchase"),
    CustomType(190, "Vacancy", frozenset(("isAutomationEnabled",))),
    CustomType(201, "הזמנות רכש"),
)
CONTACT = "CRM_CONTACT_DETAIL_ACTIVITY"
COMPANY = "CRM_COMPANY_DETAIL_ACTIVITY"
VACANCY = "CRM_DYNAMIC_190_DETAIL_ACTIVITY"
GONE = "CRM_DYNAMIC_777_DETAIL_ACTIVITY"
CHAT = "IM_TEXTAREA"
TITLE = "Send contract"
RESERVED = "https://widgets.example.com/reserved-for-something-much-longer/than-any-column/index.html?from=bitrix24"


def first_start() -> FakeDesk:
    """Nothing is connected."""
    desk = FakeDesk()
    desk.accounts.known.clear()
    return desk


def empty() -> FakeDesk:
    """A portal that has no widget yet."""
    return FakeDesk(everything(types=TYPES))


def used_snapshot() -> Snapshot:
    """A portal that has been worked with: widgets of two handlers, look-alikes, a leftover, a widget for one user."""
    several = {
        "en": Texts("Send contract", "Opens the contract"),
        "de": Texts("Vertrag senden"),
        "ru": Texts("Договор"),
    }
    return everything(
        binding(DEAL, title=TITLE),
        binding(CONTACT, texts=several),
        binding(PURCHASE, title="Purchase contract"),
        binding(LEAD, OTHER_HANDLER, "Call back"),
        binding(COMPANY, f"{OTHER_HANDLER}/", "Call back"),
        binding(GONE, title=TITLE),
        binding("CRM_DYNAMIC_201_DETAIL_TAB", title="إرسال العقد"),
        binding(CHAT, RESERVED, "Contracts of this chat", options={"iconName": "fa-paper-plane"}, user_id=7),
        types=TYPES,
        unknown=("MARKETPLACE_SOMETHING_NEW",),
    )


def used() -> FakeDesk:
    """The same, on one of two portals."""
    return FakeDesk(used_snapshot(), connection(), replace(connection("beta", "b"), label="Branch office"))


def crowded() -> FakeDesk:
    """A thousand types and two thousand widgets."""
    types = tuple(CustomType(1000 + number, f"Type {number:04}") for number in range(1000))
    rows = [binding(f"CRM_DYNAMIC_{one.entity_type_id}_DETAIL_ACTIVITY", title=one.title) for one in types]
    rows += [binding(f"CRM_DYNAMIC_{one.entity_type_id}_DETAIL_TAB", OTHER_HANDLER, one.title) for one in types]
    return FakeDesk(everything(*rows, types=types))


def not_installed() -> FakeDesk:
    """An app that is not fully installed and lacks permissions."""
    here = used_snapshot()
    lacking = frozenset(code for code in here.placements if code.startswith(("TASK_", "CONTACT_CENTER")))
    app, scopes = replace(here.app, installed=False), here.scopes - {"task", "contact_center"}
    problems = _problems(app, here.user, scopes)
    return FakeDesk(replace(here, app=app, placements=here.placements - lacking, scopes=scopes, problems=problems))


def restricted() -> FakeDesk:
    """The same, for somebody who is no administrator: neither widgets nor types can be read."""
    here = not_installed().here
    user = replace(here.user, admin=False)
    unread = _not_admin(user)
    problems = _problems(here.app, user, here.scopes, unread)
    return FakeDesk(unread_snapshot(replace(here, user=user, problems=problems), unread))


def with_history() -> FakeDesk:
    """Three entries: done, failed in part, and cut off."""
    desk = used()
    refusal = portal_error("ERROR_PLACEMENT_MAX_COUNT").problem
    changed = Step(Action.REPLACE, binding(CONTACT, title="Contract"), binding(CONTACT, title=TITLE))
    desk.past = [
        entry_of(connection(), done(DEAL, PURCHASE), "1"),
        entry_of(
            connection(),
            (
                *done(LEAD),
                StepOutcome(changed, OutcomeState.DONE),
                StepOutcome(Step(Action.BIND, None, binding(TILE)), OutcomeState.FAILED, refusal),
                StepOutcome(Step(Action.UNBIND, binding(COMPANY), None), OutcomeState.SKIPPED),
            ),
            "2",
        ),
        replace(entry_of(connection(), done(DEAL), "3"), ended=False),
    ]
    return desk


def cut_off() -> FakeDesk:
    """An apply was cut off: one step done, one half done, one not begun, one changed by somebody else."""
    desk = used()
    outcomes = done(DEAL, LEAD, TILE, PURCHASE)
    states = (StepState.DONE, StepState.HALF_WAY, StepState.NOT_DONE, StepState.CHANGED)
    rows = (binding(DEAL), None, None, binding(PURCHASE, title="Somebody else's"))
    half = tuple(
        UnfinishedStep(outcome.step, how, row) for outcome, how, row in zip(outcomes, states, rows, strict=True)
    )
    desk.cut_off = Unfinished(replace(entry_of(connection(), outcomes), ended=False), desk.here, half)
    return desk


def done(*codes: str) -> tuple[StepOutcome, ...]:
    """Widgets that were bound."""
    return tuple(StepOutcome(Step(Action.BIND, None, binding(code)), OutcomeState.DONE) for code in codes)


_FIELDS = (field.label for form in CardForm for field in card_fields(form, ""))
_CARD = (CLIENT_ID, CLIENT_SECRET, PERMISSIONS, *_FIELDS)
OTHERS_WORDS = (
    *(
        "Send contract",
        "Send the contract",
        "Purchase contract",
        "Contracts of this chat",
        "Call back",
        "Contract",
        "Contracts",
    ),
    *(
        "Opens the contract",
        "Договор",
        "Vertrag senden",
        "Somebody else's",
        "Purchase",
        "Vacancy",
        "Helen Marsh",
        "Branch office",
        "Customers",
    ),
    *("הזמנות רכש", "إرسال العقد"),
    *(card_menu_path(form, russian=russian) for form in CardForm for russian in (False, True)),
    *(label.on(russian=russian) for label in _CARD for russian in (False, True)),
    str(permission_label("placement", russian=True)),
    *(
        "acme.bitrix24.com",
        "beta.bitrix24.com",
        "contracts.yaml",
        "gamma.bitrix24.com",
        "delta.bitrix24.com",
        "epsilon.bitrix24.com",
        "Secret Service",
        "Python",
        "Qt",
        "local.…",
        "fa-paper-plane",
    ),
)
"""What is said in the scenes by others than bxdesk: titles, names, addresses."""
MADE_UP = frozenset(
    (
        *(
            "The portal does not answer.",
            "The name was not found",
            "No keyring is running.",
            "There is no code in nonsense.",
            "It may be offline.",
        ),
        *("Look at it in the browser.", "Waiting for your system's keyring…", "Sending changes…"),
    )
)
"""What the core of the scenes says in place of the real one."""
