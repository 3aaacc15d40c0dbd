"""A portal said yes, and stored something else than it was sent: what came of it, and how to write it instead.

A database may drop characters or end the text at them, a filter may make entities of ``&`` and ``<`` or change letters,
and some texts and options are ignored.
"""

from __future__ import annotations

from bxdesk.errors import Problem
from bxdesk.messages import Message, listed, message
from bxdesk.placements.bindings import Binding, Change, differences
from bxdesk.placements.change_words import change_words

_NAMED = 5
"""As many characters are named one by one."""


def stored_otherwise(sent: Binding, stored: Binding) -> Problem:
    """The problem that ``stored`` stood there after the portal had taken ``sent``; the two differ."""
    changes = _made_of(sent, stored)
    return Problem(
        "stored_otherwise",
        message("The portal stored something else than was sent to {placement}.", placement=sent.placement),
        message("Sent → stored: {changes}.", changes=listed(map(change_words, changes))),
        _sentences([_remedy(change) for change in changes]),
    )


def put_back_otherwise(before: Binding, stored: Binding) -> Message:
    """What to say of a row that was put back, and that the portal stored otherwise this time."""
    changes = listed(map(change_words, _made_of(before, stored)))
    return message("What stood there before was put back, but not as it was: {changes}.", changes=changes)


def _made_of(sent: Binding, stored: Binding) -> list[Change]:
    return [Change(change.name, change.after, change.before) for change in differences(stored, sent)]


def _remedy(change: Change) -> Message:
    """What to write instead; of a change, ``before`` is what was sent and ``after`` what was stored."""
    import html  # a table of two thousand names, which hardly anybody needs

    sent, stored = change.before, change.after
    lost = [sign for sign in dict.fromkeys(sent) if not sign.isascii() and sign.casefold() not in stored.casefold()]
    if sent and html.unescape(stored) == sent:
        return message("Leave out &, <, > and quotation marks: this portal stores codes in their place.")
    if sent and not stored:
        return message("Leave it out: this portal does not store it here.")
    if sent.casefold() == stored.casefold():
        return message("Write it in the letters that the portal stores.")
    if lost:
        signs = " ".join(lost[:_NAMED])
        return message("Leave out {signs}: this portal cannot store such characters.", signs=signs)
    if stored and sent.startswith(stored):
        return message("Shorten it: this portal stores {count} characters.", count=len(stored))
    return message("Write it as the portal stores it.")


def _sentences(sentences: list[Message]) -> Message:
    """Each of them once, one after the other."""
    said, *others = {str(sentence): sentence for sentence in sentences}.values()
    for other in others:
        said = message("{first} {next}", first=said, next=other)
    return said
