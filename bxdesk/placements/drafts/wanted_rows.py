"""The rows that a draft wants: what was typed, and of a row that stands there whatever was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey, Texts
from bxdesk.placements.catalogue import options_of
from bxdesk.placements.codes import takes_user
from bxdesk.placements.drafts.draft import Draft
from bxdesk.placements.saying import Saying


class WantedRows:
    """Makes the rows of a draft's handler."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._trimmed: list[tuple[Saying, Mapping[str, Texts]]] = []

    def row(self, code: str, held: Binding | None) -> Binding:
        """What the handler's row at a placement is to become; the very row that is held where nothing changes."""
        saying = self._draft.saying(code)
        texts = self._texts(saying)
        if held is None:
            key = BindingKey(
                code, self._draft.handler, (saying.user_id or EVERYBODY) if takes_user(code) else EVERYBODY
            )
            return Binding(key, texts, _options(saying, code, {}))
        if not saying.has_title:
            texts = held.texts
        elif code not in self._draft.own and len(held.texts) == 1 and len(texts) == 1:
            (text,), (old,) = texts.values(), held.texts.values()
            if old.group and not text.group:
                texts = {next(iter(texts)): replace(text, group=old.group)}
        key = held.key
        if saying.user_id is not None and saying.user_id != key.user_id and takes_user(code):
            key = replace(key, user_id=saying.user_id)
        options = _options(saying, code, held.options)
        if texts is held.texts and options is held.options and key is held.key:
            return held
        return Binding(key, texts, options)

    def _texts(self, saying: Saying) -> Mapping[str, Texts]:
        """The same mapping for every placement that says the same: comparing a thousand rows is quick then."""
        for known, texts in self._trimmed:
            if known is saying:
                return texts
        trimmed = {language: text.trimmed() for language, text in saying.texts.items()}
        self._trimmed.append((saying, trimmed))
        return trimmed


def _options(saying: Saying, code: str, held: Mapping[str, str]) -> Mapping[str, str]:
    if not saying.options:
        return held
    chosen = {key: saying.options[key].strip() for key in options_of(code) if key in saying.options}
    changed = {key: value for key, value in chosen.items() if held.get(key, "") != value}
    return {**held, **changed} if changed else held
