"""Whether people see widgets, as far as it is proven, and what each outcome means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bxdesk import __version__
from bxdesk.checks.address_space import ASKED_FIRST
from bxdesk.checks.check import Check
from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.call_fields import CallField, Travels
from bxdesk.placements.portal_pages import nearest_page

_NOT_SEEN = Problem(
    "proof_not_seen",
    message("If it is not to be seen on the portal:"),
    message(
        "Who is looking may be somebody the app is closed to, or the portal has the place switched off, or the page was"
        " open from before."
    ),
    message("Load the portal's page anew, as the person who is signed in here; look in the place's own settings."),
)
_ASKED = Problem(
    "proof_asked",
    message("If it is seen, and the browser asks for permission or shows an empty frame:"),
    message("{asked} Safari shows no page of this computer inside an https portal.", asked=ASKED_FIRST),
    message("Allow it, in Chrome, Edge or Firefox on this computer. Of pages on the internet nobody is asked."),
)
_ANOTHER_PORTAL = Problem(
    "proof_of_another_portal",
    message("A call came, but from another portal than the one that is signed in to."),
    remedy=message("Open the widget on the portal that is named here."),
)
_WORKS = Problem(
    "proof_works",
    message("Everything up to the handler works: the portal shows widgets there, and its call arrives."),
    message("If a widget of yours is not seen there all the same, its own page is the reason."),
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A call that came to a handler; nothing in it is secret.

    Values of ``fields`` are masked unless they are harmless, and a field that nobody knows has no meaning.
    ``differences`` say what is otherwise than documented. ``is_ours`` says whether its ``member_id`` is the portal's.
    """

    fields: tuple[CallField, ...]
    differences: tuple[Message, ...]
    is_ours: bool

    def __str__(self) -> str:
        """For a report: where each field travelled, its value, and what is otherwise than documented."""
        lines = [f"{field.travels.value:<6} {field.name} = {field.value}" for field in self.fields]
        return "\n".join([*lines, *(f"otherwise: {difference}" for difference in self.differences)])

    @property
    def sent(self) -> dict[str, str]:
        """The fields of query and body by their names."""
        return {field.name: field.value for field in self.fields if field.travels is not Travels.INSIDE}


@dataclass(frozen=True, slots=True)
class PlaceProof:
    """How far the proof at one place is.

    ``problem`` says why nothing stands there; ``arrival`` is the call that came, None as long as it was not opened;
    ``hidden_by`` are the checks of the portal that found something that keeps widgets from being seen there.
    """

    placement: str
    problem: Problem | None = None
    arrival: Arrival | None = None
    hidden_by: tuple[Check, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether the portal's own call came."""
        return self.arrival is not None and self.arrival.is_ours


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a proof is. ``ended`` says why it is over before everything was opened, ``left`` what still stands."""

    places: tuple[PlaceProof, ...]
    ended: Problem | None = None
    left: Problem | None = None

    @property
    def is_proven(self) -> bool:
        """Whether everything was opened, and nothing of it is left."""
        return self.left is None and all(place.is_proven for place in self.places)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The places where the widget stands and is not proven yet."""
        return tuple(one.placement for one in self.places if one.problem is None and not one.is_proven)

    def next_page(self, user_id: int, origin: str) -> str | None:
        """The portal's page for the first of the places that wait; None where none does."""
        return nearest_page(self.waiting[0], user_id, origin) if self.waiting else None

    def with_arrival(self, placement: str, arrival: Arrival) -> Proof:
        """The same, once a call came from a place that is waited for."""
        places = (replace(one, arrival=arrival) if one.placement == placement else one for one in self.places)
        return replace(self, places=tuple(places))


def explained(place: PlaceProof) -> Iterator[Problem]:
    """What the outcome at one place means. Of a place that was not opened, what is known to hide widgets there."""
    if place.problem is not None:
        yield place.problem
    elif place.is_proven:
        yield _WORKS
    elif place.arrival is not None:
        yield _ANOTHER_PORTAL
    else:
        yield from (check.problem for check in place.hidden_by)


def report(proof: Proof) -> str:
    """All that a proof has shown, for a report about a fault: in English, with nothing secret in it."""
    lines = [f"bxdesk {__version__}"]
    for place in proof.places:
        state = "proven" if place.is_proven else "not opened" if place.problem is None else str(place.problem)
        lines += ["", f"{place.placement}: {state}"]
        lines += [f"hidden by {check.code}: {check.title}" for check in place.hidden_by]
        lines += [] if place.arrival is None else str(place.arrival).splitlines()
    problems = (problem for problem in (proof.ended, proof.left) if problem is not None)
    return "\n".join([*lines, *(f"{problem.code}: {problem}" for problem in problems)]) + "\n"


def remaining(proof: Proof) -> tuple[Problem, ...]:
    """What can be the reason, wherever a widget stands that was not opened; nothing where there is none."""
    return (_NOT_SEEN, _ASKED) if proof.waiting else ()
