"""What a portal's answers say, put together to a snapshot."""

from __future__ import annotations

from collections.abc import Sequence

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import Message, message
from bxdesk.placements.availability import missing_permission
from bxdesk.placements.codes import normalise
from bxdesk.placements.snapshot import NOT_ADMIN, AppInfo, CustomType, PortalUser, Snapshot
from bxdesk.portal.answers import read
from bxdesk.portal.errors import MethodMissingError, PortalError, RefusedError
from bxdesk.portal.rest import Answer
from bxdesk.portal.results import APP, BINDINGS, CODES, PROFILE
from bxdesk.portal.snapshot import ALWAYS_WANTED


def read_snapshot(
    answers: Sequence[Answer], types: Sequence[CustomType], portal: str, member_id: str, host: str
) -> Snapshot:
    """The snapshot that the answers to the reads of :func:`bxdesk.portal.snapshot.take_snapshot` tell.

    ``types`` are those of all pages. Raises PortalError.
    """
    app_answer, scope, profile, bindable, every_code, bindings, first_types = answers
    app = read(APP, app_answer.value(), host)
    user = read(PROFILE, profile.value() or {}, host)  # nothing is told of somebody who was dismissed
    granted = read(CODES, scope.value(), host)
    scopes = frozenset(granted)
    placements = _codes(bindable, host)
    bindings_unread = _unread(
        bindings.error, "placement", user, scopes, message("The portal does not show the app's widgets.")
    )
    types_unread = None
    if not isinstance(first_types.error, MethodMissingError):  # an old box has no custom types
        types_unread = _unread(
            first_types.error, "crm", user, scopes, message("The portal does not show its custom types.")
        )
    return Snapshot(
        portal=portal,
        member_id=member_id,
        app=app,
        user=user,
        scopes=scopes,
        placements=placements,
        hidden_placements=_codes(every_code, host) - placements,
        types=tuple({custom.entity_type_id: custom for custom in types}.values()),
        bindings=read(BINDINGS, tolerated(bindings, []), host),
        problems=_problems(app, user, scopes, bindings_unread, types_unread),
        bindings_unread=bindings_unread,
        types_unread=types_unread,
    )


def tolerated(answer: Answer, nothing: object) -> object:
    """The result, or ``nothing`` where the portal refuses: the snapshot says so."""
    return nothing if isinstance(answer.error, RefusedError | MethodMissingError) else answer.value()


def _codes(answer: Answer, host: str) -> frozenset[str]:
    codes = read(CODES, tolerated(answer, []), host)
    return frozenset(map(normalise, codes))


def _problems(app: AppInfo, user: PortalUser, scopes: frozenset[str], *unread: Problem | None) -> tuple[Problem, ...]:
    problems = [*_app_problems(app)]
    if not user.admin:
        problems.append(_not_admin(user))
    problems.extend(missing_permission(permission) for permission in ALWAYS_WANTED if permission not in scopes)
    problems.extend(problem for problem in unread if problem is not None and problem not in problems)
    return tuple(problems)


def _not_admin(user: PortalUser) -> Problem:
    return Problem(
        NOT_ADMIN,
        message("{name} is not an administrator of the portal.", name=user.name),
        message("Only administrators may see custom types, and see and change an app's widgets."),
        message("Sign in as an administrator, or ask one to do this."),
    )


def _unread(
    error: PortalError | None, permission: str, user: PortalUser, scopes: frozenset[str], title: Message
) -> Problem | None:
    """Why something was refused; None if it was not."""
    if not isinstance(error, RefusedError | MethodMissingError):
        return None
    if not user.admin:
        return _not_admin(user)
    return _unreadable(error, title) if permission in scopes else missing_permission(permission)


def _unreadable(error: PortalError, title: Message) -> Problem:
    return Problem(
        error.portal_code or "refused",
        title,
        error.problem.title,
        error.problem.remedy,
    )


def _app_problems(app: AppInfo) -> list[Problem]:
    problems: list[Problem] = []
    if not app.installed:
        problems.append(
            Problem(
                "not_installed",
                message("The application is not fully installed: widgets stay hidden."),
                message("A portal shows no widget of an app before its installation is complete, and says so nowhere."),
                remedy(RemedyKind.COMPLETE_INSTALLATION),
            )
        )
    if app.payment_expired:
        problems.append(
            Problem(
                "payment_expired",
                message("The app's paid period has ended."),
                remedy=message("Renew it on the portal."),
            )
        )
    return problems
