"""Where a person is in the widget that is open: at which places, in which language, and so what is edited there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.catalogue import plain_codes
from bxdesk.placements.content import Content
from bxdesk.placements.families.crm import TIMELINE
from bxdesk.placements.portal_pages import place_page

if TYPE_CHECKING:
    from bxdesk.gui.session.workspace import Workspace


class Focus(QObject):
    """Follows what is selected in the tree and in the texts; the panels ask it what they show."""

    selection_changed = Signal()
    """Other places are selected in the tree."""
    scope_changed = Signal()
    """Other content is edited: the fields are filled anew."""
    language_changed = Signal()
    """The texts are looked at in another language."""
    place_changed = Signal()
    """Somebody is at another place."""
    left = Signal()
    """Another widget is open, in which nothing is selected yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._selected: tuple[str, ...] = ()
        self._at = ""
        self._language = DEFAULT_LANGUAGE
        self._shown: tuple[str, ...] = ()
        """The scope whose content the fields show."""

    @property
    def scope(self) -> tuple[str, ...]:
        """The places whose own content is edited: the selected ticked ones, if all of them have some; usually none."""
        places = self._workspace.widget.places
        ticked = tuple(code for code in self._selected if code in places)
        return ticked if all(places[code] is not None for code in ticked) else ()

    @property
    def selected(self) -> tuple[str, ...]:
        """The places that are selected in the tree."""
        return self._selected

    @property
    def at(self) -> str:
        """The place that somebody is at: they selected it, ticked it or came to it by key. Empty at first."""
        return self._at

    @property
    def place(self) -> str:
        """The place to speak of: the one that somebody is at, or the one ticked last, or a lead's timeline."""
        view = self._workspace.view
        ticked = view.latest_ticked if view is not None else ""
        return self._at or ticked or next(plain_codes(TIMELINE))

    @property
    def page_of_place(self) -> str | None:
        """The address in the portal from which one comes to the place that somebody is at; None without a known one."""
        snapshot = self._workspace.snapshot
        return place_page(self._at, snapshot.user.id, snapshot.portal) if snapshot is not None else None

    @property
    def content(self) -> Content:
        """The content that is edited: that of the selected place with one of its own, or else the widget's."""
        scope = self.scope
        return self._workspace.widget.content_at(scope[0]) if scope else self._workspace.widget.content

    @property
    def language(self) -> str:
        """The language that the texts are looked at in; :data:`DEFAULT_LANGUAGE` while there is one for all."""
        languages = self.content.languages
        return self._language if self._language in languages else next(iter(languages), DEFAULT_LANGUAGE)

    def look_at_language(self, language: str) -> None:
        """Takes the language that somebody is at."""
        if language != self._language:
            self._language = language
            self.language_changed.emit()

    def select(self, codes: Iterable[str]) -> None:
        """Takes what is selected in the tree: if all of it has content of its own, that is edited from now on."""
        self._selected = tuple(codes)
        self.compare()
        self.selection_changed.emit()
        if self._selected:
            self.look_at(self._selected[0])

    def look_at(self, code: str) -> None:
        """Takes where somebody is, which need not be selected; an empty code says that they are at no place."""
        if code != self._at:
            self._at = code
            self.place_changed.emit()

    def leave(self) -> None:
        """Another widget is opened: nothing is selected in it yet."""
        self._selected, self._at = (), ""
        self.left.emit()

    def take(self) -> None:
        """The fields are filled anew by whoever calls this."""
        self._shown = self.scope

    def compare(self) -> None:
        """Has the fields filled anew if other content is edited than they show."""
        if self.scope != self._shown:
            self._shown = self.scope
            self.scope_changed.emit()
