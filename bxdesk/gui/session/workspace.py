"""What a person is working on: the draft of the portal that is shown, and the widget in it that is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from bxdesk.errors import Problem
from bxdesk.gui.session.focus import Focus
from bxdesk.gui.session.layout_edits import LayoutEdits
from bxdesk.gui.session.open_portal import OpenPortal
from bxdesk.gui.session.portal_draft import PortalDraft
from bxdesk.gui.session.requests import Requests
from bxdesk.gui.session.widget_edits import WidgetEdits
from bxdesk.placements.availability import Offer, offer_of
from bxdesk.placements.bindings import Binding
from bxdesk.placements.draft import Draft
from bxdesk.placements.kept_draft import Resumed
from bxdesk.placements.plan import Plan
from bxdesk.placements.rules import Finding
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.widget_view import WidgetView
from bxdesk.placements.widgets import Layout, Widget


class Workspace(QObject):
    """Panels change the draft by its edits, and look at :attr:`view` when it says that it changed."""

    snapshot_taken = Signal()
    """Another snapshot, or another portal's: there may be other placements, types and bindings."""
    changed = Signal()
    """Ticks or content: the same placements, in another state."""
    content_replaced = Signal()
    """Another widget is open, or its address or content was set by something else than typing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoGroup(self)
        """The way back from every change to the draft."""
        self._portal: OpenPortal | None = None
        self._view: WidgetView | None = None
        self._seen: tuple[Draft, Snapshot] | None = None
        """What the plan was made of."""
        self._plan = Plan(())
        self._problems: Mapping[str, Finding] = {}
        self.offer = Offer()
        """The portal's custom types, and what it offers beyond the documented placements."""
        self.focus = Focus(self)
        """Where somebody is in the open widget."""
        self.edits = WidgetEdits(self)
        """What can be done to the open widget."""
        self.layout_edits = LayoutEdits(self)
        """What can be done beyond it."""
        self.requests = Requests(self)
        """What somebody asks to see of it."""
        self.focus.scope_changed.connect(self.content_replaced)

    @property
    def view(self) -> WidgetView | None:
        """The open widget against the snapshot; None before anything was read."""
        return self._view

    @property
    def draft(self) -> Draft:
        """What was ticked and typed so far."""
        return self._view.draft if self._view else Draft()

    @property
    def snapshot(self) -> Snapshot | None:
        """What was last read."""
        return self._portal.snapshot if self._portal is not None else None

    @property
    def locked(self) -> Problem | None:
        """Why nothing can be changed: nobody knows what stands on the portal. None where it was read."""
        return self.snapshot.bindings_unread if self.snapshot is not None else None

    @property
    def plan(self) -> Plan:
        """The steps that the changes of all widgets come to."""
        return self._plan

    @property
    def problems(self) -> Mapping[str, Finding]:
        """What must be mended before the plan can be reviewed: the first thing of each widget, by the widget's key."""
        return self._problems

    @property
    def resumed(self) -> Resumed | None:
        """What was taken up again from an earlier window, as long as nobody has gone on with it."""
        return self._open.resumed if self._view else None

    @property
    def whose(self) -> str:
        """The identity of the connection that is worked on; empty before there is one."""
        return self._portal.identity if self._portal is not None else ""

    @property
    def key(self) -> str:
        """The key of the widget that is open."""
        return self._open.key if self._view else ""

    @property
    def widget(self) -> Widget:
        """The widget that is open; an empty one while nothing was typed into a new one."""
        return self._view.widget if self._view else Widget()

    def show(self, portal: OpenPortal) -> None:
        """Turns to a portal that was read, or takes up what was read of it again."""
        draft, snapshot = portal.draft, portal.snapshot
        if draft is None or snapshot is None:
            return
        if portal is not self._portal:
            self.focus.leave()
        self._portal = portal
        if draft not in self.history.stacks():
            draft.stepped.connect(self._stepped)
            self.history.addStack(draft)
        self.history.setActiveStack(draft)
        self.offer = offer_of(snapshot)
        self._see()
        self.show_again()

    def show_again(self) -> None:
        """Has whoever looks at it look anew, if there is anything to see."""
        if self._view is not None:
            self.focus.take()
            self.content_replaced.emit()
            self.snapshot_taken.emit()

    def open_widget(self, key: str) -> None:
        """Opens a widget for editing; whatever waits stays."""
        if self._view is not None and key != self._open.key:
            self._open.key = key
            self.focus.leave()
            self._see()
            self.focus.take()
            self.content_replaced.emit()
            self.changed.emit()
            self.focus.place_changed.emit()

    def new_widget(self) -> None:
        """Opens a widget that has nothing yet. It becomes a part of the draft with the first thing that is typed."""
        if self._view is not None:
            self.open_widget(self.draft.layout.new_key())

    def open_binding(self, binding: Binding) -> None:
        """Opens the widget of a binding and selects its place."""
        key = self.draft.layout.key_of(binding.handler) or self.draft.base.key_of(binding.handler)
        if key is not None:
            self.open_widget(key)
            self.focus.select([binding.placement])

    def discard(self) -> None:
        """Puts the draft back to what was read; undo brings the changes back."""
        self.put(self.draft.base, self.tr("discarding"))
        self.focus.take()
        self.content_replaced.emit()

    def dismiss_resumed(self) -> None:
        """Whoever was told that a draft was taken up again has read it."""
        self._open.resumed = None

    @property
    def _open(self) -> PortalDraft:
        if self._portal is None or self._portal.draft is None:
            raise RuntimeError("no portal was read yet")
        return self._portal.draft

    def put_widget(self, widget: Widget, what: str, typed: str = "") -> None:
        """Puts the open widget into the draft as it is now; a new one that is emptied again leaves no trace."""
        if self._view is None or widget == self.widget:
            return
        key, layout = self._open.key, self.draft.layout
        is_gone = key not in self.draft.base.widgets and widget == Widget()
        after = layout.without_widget(key) if is_gone else layout.with_widget(key, widget)
        self.put(after, what, f"{typed} {key}" if typed else "")

    def put(self, layout: Layout, what: str, typed: str = "") -> None:
        """Goes on with a layout. ``what`` was changed, in words; changes to the same ``typed`` field are one step."""
        if self._view is not None and layout.widgets != self.draft.layout.widgets:
            self._open.put(self.draft.with_layout(layout), what, typed)
            self._see()
            self.changed.emit()
            self.focus.compare()

    def _stepped(self) -> None:
        """Somebody went to another state: the widget that it is about is opened, and the fields are filled anew."""
        before = self.draft.layout.widgets
        if self._open.is_outdated and self.snapshot is not None:
            self._open.rebase(self.snapshot)
        after = self._open.draft.layout.widgets
        differing = [key for key, widget in after.items() if widget != before.get(key)]
        if differing and self._open.key not in differing:
            self._open.key = differing[0]
            self.focus.leave()
        self._see()
        self.changed.emit()
        self.focus.take()
        self.content_replaced.emit()

    def _see(self) -> None:
        """Looks at the draft as it is now. Where the open widget is gone, another is opened, or a new one."""
        snapshot = self.snapshot
        if snapshot is None:
            return
        draft = self._open.draft
        known = draft.layout.widgets
        if self._open.key not in known and not self._open.key.startswith("new-"):
            self._open.key = next(iter(known), draft.layout.new_key())
        if self._seen is None or self._seen[0] is not draft or self._seen[1] is not snapshot:
            self._seen = draft, snapshot
            self._plan = draft.plan(snapshot)
            self._problems = dict(draft.problems())
        self._view = WidgetView(draft, snapshot, self._open.key)
