"""What ``prove`` prints for people."""

from __future__ import annotations

from collections.abc import Iterator

from bxdesk.accounts.connection import Connection
from bxdesk.checks.proof import Arrival, PlaceProof, Proof, explained, remaining
from bxdesk.cli.text_output import indented, problem_lines
from bxdesk.placements.catalogue import note_of
from bxdesk.placements.portal_pages import nearest_page
from bxdesk.placements.proof_binding import TITLE


def standing_lines(connection: Connection, proof: Proof) -> Iterator[str]:
    """What is to be done, once the widget stands."""
    yield f"“{TITLE}” stands on the portal for a moment. Press it there, in a browser on this computer:"
    for place in proof.places:
        if place.placement in proof.waiting:
            yield f"  {place.placement}: {note_of(place.placement)!s}"
            yield f"    {nearest_page(place.placement, connection.user_id, connection.portal)}"
            for check in place.hidden_by:
                yield from indented(indented(problem_lines(check.problem)))
    yield "It is taken away as soon as all of it was opened; Ctrl+C takes it away now."


def proof_lines(portal: str, proof: Proof) -> Iterator[str]:
    """What a proof has shown."""
    proven = sum(place.is_proven for place in proof.places)
    yield f"{portal}: {proven} of {len(proof.places)} proven."
    for place in proof.places:
        yield from indented(_place_lines(place))
    for problem in (proof.ended, *remaining(proof), proof.left):
        if problem is not None:
            yield from problem_lines(problem)
    if proof.left is None:
        yield "Nothing of it is left on the portal."


def _place_lines(place: PlaceProof) -> Iterator[str]:
    state = "proven" if place.is_proven else "not bound" if place.problem else "not opened"
    yield f"{state:<11}{place.placement}"
    for problem in explained(place):
        yield from indented(problem_lines(problem))
    if place.arrival is not None:
        yield from indented(_call_lines(place.arrival))


def _call_lines(arrival: Arrival) -> Iterator[str]:
    yield "The call that arrived:"
    yield from indented(str(arrival).splitlines())
    if arrival.differences:
        yield "Something is otherwise than documented: please report it."
