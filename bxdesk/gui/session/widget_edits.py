"""What a person does to the widget that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bxdesk.errors import Problem
from bxdesk.placements.availability import missing_permission, unknown_type
from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.content import Content

if TYPE_CHECKING:
    from bxdesk.gui.session.workspace import Workspace


class WidgetEdits(QObject):
    """Each method makes one step that can be taken back; typing in one field is one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def retype(self, address: str) -> None:
        """Takes another page address; blanks around it are a slip of pasting."""
        self._workspace.put_widget(
            replace(self._workspace.widget, handler=address.strip()), self.tr("page address"), "handler"
        )

    def rewrite(
        self,
        *,
        title: str | None = None,
        description: str | None = None,
        group: str | None = None,
        language: str = DEFAULT_LANGUAGE,
    ) -> None:
        """Takes what was typed in a language; None leaves a text as it is."""
        texts = {"title": title, "description": description, "group": group}
        given = {name: text for name, text in texts.items() if text is not None}
        self._edit(
            lambda content: content.with_text(language, replace(content.text(language), **given)),
            self.tr("texts"),
            f"{' '.join(given)} {language}",
        )

    def choose_option(self, key: str, value: str) -> None:
        """Chooses one option, or takes it away with an empty value."""
        self._edit(lambda content: content.with_option(key, value), self.tr("options"), key)

    def choose_user(self, user_id: int) -> None:
        """Shows it to one user, or to everybody."""
        self._edit(lambda content: content.for_user(user_id), self.tr("options"), "user_id")

    def set_languages(self, languages: tuple[str, ...]) -> None:
        """Says it in these languages; none of them means one text for all."""
        self._edit(lambda content: content.in_languages(languages), self.tr("languages"))

    def copy_language(self, source: str, target: str) -> None:
        """Takes the texts of one language for another."""
        self._edit(lambda content: content.with_text(target, content.text(source)), self.tr("languages"))

    def _edit(self, change: Callable[[Content], Content], what: str, typed: str = "") -> None:
        """Changes the content where :attr:`Focus.scope` says: at places with their own, or of the widget."""
        widget, scope = self._workspace.widget, self._workspace.focus.scope
        if scope:
            after = widget.with_places({code: change(widget.content_at(code)) for code in scope})
        else:
            after = replace(widget, content=change(widget.content))
        self._workspace.put_widget(after, what, f"{typed}@{scope}" if typed else "")

    def give_own(self, codes: Iterable[str]) -> None:
        """Gives places content of their own, to begin with the widget's. They are ticked by that."""
        widget = self._workspace.widget
        places = {code: widget.content_at(code) for code in codes}
        self._workspace.put_widget(widget.with_places(places), self.tr("different text here"))

    def take_own_back(self, codes: Iterable[str]) -> None:
        """Gives places the widget's content again."""
        places = {code: None for code in codes if code in self._workspace.widget.places}
        self._workspace.put_widget(self._workspace.widget.with_places(places), self.tr("different text here"))

    def tick(self, codes: Iterable[str], ticked: bool) -> None:
        """Ticks or unticks places of the open widget."""
        if self._workspace.view is not None:
            self._workspace.put_widget(self._workspace.view.ticked(codes, ticked), self.tr("ticks"))

    def add_type(self, number: int) -> Problem | None:
        """Ticks the timeline button of the type with this number; says why if the portal would refuse it."""
        problem = self._type_obstacle(number)
        if problem is None:
            self.tick([timeline_code(number)], True)
        return problem

    def _type_obstacle(self, number: int) -> Problem | None:
        view, snapshot = self._workspace.view, self._workspace.snapshot
        if view is None or snapshot is None:
            return unknown_type(number)
        if (unread := snapshot.bindings_unread or snapshot.types_unread) is not None:
            return unread
        if "crm" not in snapshot.scopes:
            return missing_permission("crm")
        if number not in {custom.entity_type_id for custom in self._workspace.offer.types}:
            return unknown_type(number)
        state = view.state(timeline_code(number))
        return None if state.can_be_ticked else state.obstacle
