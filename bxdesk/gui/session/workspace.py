"""What a person is working on: the draft of each portal, and the widget in it that is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from bxdesk.errors import Problem
from bxdesk.gui.session.draft_history import DraftHistory
from bxdesk.placements.availability import bindable, missing_permission, unknown_type
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding
from bxdesk.placements.catalogue import plain_codes
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft, rebase
from bxdesk.placements.families.crm import TIMELINE
from bxdesk.placements.kept_draft import KeptDraft, Resumed, resume
from bxdesk.placements.offer import Offer, offer_of
from bxdesk.placements.plan import Plan
from bxdesk.placements.portal_pages import place_page
from bxdesk.placements.rules import Finding
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.widget_view import WidgetView
from bxdesk.placements.widgets import Layout, Widget


@dataclass(slots=True)
class OpenDraft:
    """The draft of one portal, and the key of the widget that is open.

    ``resumed`` tells of a draft that was taken up again, until somebody goes on with it.
    """

    draft: Draft
    key: str = ""
    resumed: Resumed | None = None


class Workspace(QObject):
    """Holds the drafts. Pages change them by its methods and look at :attr:`view` when it says that it changed."""

    snapshot_taken = Signal()
    """Another snapshot: there may be other placements, types and bindings."""
    changed = Signal()
    """Ticks or content: the same placements, in another state."""
    content_replaced = Signal()
    """Another widget is open, or its address or content was set by something else than typing."""
    selection_changed = Signal()
    """Other places are selected in the tree."""
    language_changed = Signal()
    """The texts are looked at in another language."""
    place_changed = Signal()
    """Somebody is at another place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, OpenDraft] = {}
        self._histories: dict[str, DraftHistory] = {}
        self.history = QUndoGroup(self)
        """The way back from every change to the draft of the portal that is open."""
        self._portal = ""
        self._snapshot: Snapshot | None = None
        self._view: WidgetView | None = None
        self._base = Layout()
        """What was read last, as a layout: a state that somebody goes back to may have another."""
        self._seen: tuple[Draft, Snapshot] | None = None
        """What the plan was made of."""
        self._plan = Plan(())
        self._problems: Mapping[str, Finding] = {}
        self.offer = Offer()
        """The portal's custom types, and what it offers beyond the documented placements."""
        self._selected: tuple[str, ...] = ()
        self._at = ""
        self._language = DEFAULT_LANGUAGE
        self._announced: tuple[str, ...] = ()

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
        return self._snapshot

    @property
    def plan(self) -> Plan:
        """The steps that the changes of all widgets come to."""
        return self._plan

    @property
    def problems(self) -> Mapping[str, Finding]:
        """What must be mended before the plan can be reviewed: the first thing of each widget, by the widget's key."""
        return self._problems

    @property
    def finding(self) -> Finding | None:
        """What must be mended first in the open widget."""
        return self._problems.get(self.key)

    @property
    def resumed(self) -> Resumed | None:
        """What was taken up again from an earlier window, as long as nobody has gone on with it."""
        return self._open.resumed if self._view else None

    @property
    def worth_keeping(self) -> tuple[str, Draft | None]:
        """Whose draft this is, and the draft if somebody would miss it."""
        return self._portal, self.draft if self.draft.is_changed else None

    @property
    def key(self) -> str:
        """The key of the widget that is open."""
        return self._open.key if self._view else ""

    @property
    def widget(self) -> Widget:
        """The widget that is open; an empty one while nothing was typed into a new one."""
        return self._view.widget if self._view else Widget()

    def knows(self, whose: str) -> bool:
        """Whether there is a draft for this connection."""
        return whose in self._drafts

    def take(self, snapshot: Snapshot, whose: str, kept: KeptDraft | None = None) -> None:
        """Holds the draft against a new snapshot. ``whose`` names the connection: each has a draft of its own.

        ``kept`` is taken up if there is none yet.
        """
        self._portal, self._snapshot = whose, snapshot
        if whose in self._drafts:
            self._rebase()
        else:
            resumed = resume(kept, snapshot) if kept is not None else None
            opened = OpenDraft(resumed.draft if resumed else Draft.of(snapshot), "", resumed)
            self._drafts[whose], self._base = opened, opened.draft.base
            history = self._histories[whose] = DraftHistory(self._drafts[whose], self)
            history.stepped.connect(self._stepped)
            self.history.addStack(history)
        self.history.setActiveStack(self._histories[whose])
        self.offer = offer_of(snapshot)
        self._see()
        self.show_again()

    def show_again(self) -> None:
        """Has whoever looks at it look anew, if there is anything to see."""
        if self._view is not None:
            self._announced = self.scope
            self.content_replaced.emit()
            self.snapshot_taken.emit()

    def settle(self, snapshot: Snapshot) -> None:
        """Takes what came of changes: those that were carried out are none any more, the others stay."""
        self._open.resumed = None
        self.take(snapshot, self._portal)
        self._histories[self._portal].clear()  # what was applied is taken back by an undo of its own

    def open_widget(self, key: str) -> None:
        """Opens a widget for editing; whatever waits stays."""
        if self._view is not None and key != self._open.key:
            self._open.key = key
            self._selected, self._at = (), ""
            self._see()
            self._announced = self.scope
            self.content_replaced.emit()
            self.changed.emit()
            self.place_changed.emit()

    def new_widget(self) -> None:
        """Opens a widget that has nothing yet. It becomes a part of the draft with the first thing that is typed."""
        if self._view is not None:
            self.open_widget(self.draft.layout.new_key())

    def open_binding(self, binding: Binding) -> None:
        """Opens the widget of a binding and selects its place."""
        key = self.draft.layout.key_of(binding.handler) or self.draft.base.key_of(binding.handler)
        if key is not None:
            self.open_widget(key)
            self.select([binding.placement])

    def retype(self, address: str) -> None:
        """Takes another page address; blanks around it are a slip of pasting."""
        self._edit_widget(replace(self.widget, handler=address.strip()), self.tr("page address"), "handler")

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

    def speak(self, languages: tuple[str, ...]) -> None:
        """Says it in these languages; none of them means one text for all."""
        self._edit(lambda content: content.in_languages(languages), self.tr("languages"))

    def copy_language(self, source: str, target: str) -> None:
        """Takes the texts of one language for another."""
        self._edit(lambda content: content.with_text(target, content.text(source)), self.tr("languages"))

    def _edit(self, change: Callable[[Content], Content], what: str, typed: str = "") -> None:
        """Changes the content where :attr:`scope` says: at places with their own, or of the widget."""
        widget, scope = self.widget, self.scope
        if scope:
            after = widget.with_places({code: change(widget.content_at(code)) for code in scope})
        else:
            after = replace(widget, content=change(widget.content))
        self._edit_widget(after, what, f"{typed}@{scope}" if typed else "")

    @property
    def scope(self) -> tuple[str, ...]:
        """The places whose own content is edited: the selected ticked ones, if all of them have some; usually none."""
        places = self.widget.places
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
        ticked = self._view.latest_ticked if self._view is not None else ""
        return self._at or ticked or next(plain_codes(TIMELINE))

    @property
    def page_of_place(self) -> str | None:
        """The address in the portal from which one comes to the place that somebody is at; None without a known one."""
        snapshot = self._snapshot
        return place_page(self._at, snapshot.user.id, snapshot.portal) if snapshot is not None else None

    @property
    def content(self) -> Content:
        """What is edited."""
        scope = self.scope
        return self.widget.content_at(scope[0]) if scope else self.widget.content

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
        self._rescope()
        self.selection_changed.emit()
        if self._selected:
            self.look_at(self._selected[0])

    def look_at(self, code: str) -> None:
        """Takes where somebody is, which need not be selected; an empty code says that they are at no place."""
        if code != self._at:
            self._at = code
            self.place_changed.emit()

    def give_own(self, codes: Iterable[str]) -> None:
        """Gives places content of their own, to begin with the widget's. They are ticked by that."""
        widget = self.widget
        places = {code: widget.content_at(code) for code in codes}
        self._edit_widget(widget.with_places(places), self.tr("different text here"))

    def take_own_back(self, codes: Iterable[str]) -> None:
        """Gives places the widget's content again."""
        places = {code: None for code in codes if code in self.widget.places}
        self._edit_widget(self.widget.with_places(places), self.tr("different text here"))

    def _rescope(self) -> None:
        if self.scope != self._announced:
            self._announced = self.scope
            self.content_replaced.emit()

    def tick(self, codes: Iterable[str], ticked: bool) -> None:
        """Ticks or unticks places of the open widget."""
        if self._view is not None:
            self._edit_widget(self._view.ticked(codes, ticked), self.tr("ticks"))

    def move_here(self, bindings: Iterable[Binding]) -> int:
        """Moves bindings of other widgets to the open one, with their texts; returns how many cannot be moved now."""
        address = self.widget.handler
        going = [row for row in self.draft.as_wanted(bindings) if row.handler != address]
        able = bindable(self._snapshot) if self._snapshot is not None else frozenset()
        self.move((row, address) for row in going if row.placement in able)
        return sum(row.placement not in able for row in going)

    def move(self, moves: Iterable[tuple[Binding, str]]) -> None:
        """Gives bindings other addresses."""
        by_address: dict[str, list[Binding]] = {}
        for row, address in moves:
            by_address.setdefault(address, []).append(row)
        layout = self.draft.layout
        for address, rows in by_address.items():
            layout = layout.moved(self.draft.as_wanted(rows), address)
        self._put(layout, self.tr("the selected bindings"))
        self.content_replaced.emit()

    def remove(self, bindings: Collection[Binding]) -> None:
        """Takes bindings away, of whichever widgets they are."""
        self._put(self.draft.layout.without(self.draft.as_wanted(bindings)), self.tr("the selected bindings"))

    def leave(self, bindings: Collection[Binding]) -> None:
        """Forgets what is to become of bindings."""
        self._put(self.draft.left_as_read(bindings), self.tr("the selected bindings"))
        self.content_replaced.emit()

    def remove_widget(self, key: str) -> None:
        """Takes a widget away from all its places; of one that stands nowhere yet nothing is left."""
        layout = self.draft.layout
        if key in self.draft.base.widgets and key in layout.widgets:
            layout = layout.with_widget(key, layout.widgets[key].without_places([*layout.widgets[key].places]))
        else:
            layout = layout.without_widget(key)
            self.open_widget(next(iter(layout.widgets), layout.new_key()))
        self._put(layout, self.tr("the widget"))
        self.content_replaced.emit()

    def add_layout(self, bindings: Iterable[Binding]) -> None:
        """Takes the bindings of a layout file as changes that wait; nothing else goes."""
        before = self.draft.layout
        self._put(before.with_bindings(bindings), self.tr("layout file"))
        changed = {change.widget for change in self.draft.changes}
        self.open_widget(next((key for key in self.draft.layout.widgets if key in changed), self.key))
        self.content_replaced.emit()

    def discard(self) -> None:
        """Forgets every change."""
        self._put(self.draft.base, self.tr("discarding"))
        self._announced = self.scope
        self.content_replaced.emit()

    @property
    def can_discard(self) -> bool:
        """Whether a discard would change anything."""
        return self.draft.is_changed

    def overlook_resumed(self) -> None:
        """Whoever was told that a draft was taken up again has read it."""
        self._open.resumed = None

    def add_type(self, number: int) -> Problem | None:
        """Ticks the timeline button of the type with this number; says why if the portal would refuse it."""
        problem = self._type_obstacle(number)
        if problem is None:
            self.tick([timeline_code(number)], True)
        return problem

    def _type_obstacle(self, number: int) -> Problem | None:
        if self._view is None or self._snapshot is None:
            return unknown_type(number)
        if (unread := self._snapshot.bindings_unread or self._snapshot.types_unread) is not None:
            return unread
        if "crm" not in self._snapshot.scopes:
            return missing_permission("crm")
        if number not in {custom.entity_type_id for custom in self.offer.types}:
            return unknown_type(number)
        state = self._view.state(timeline_code(number))
        return None if state.can_be_ticked else state.obstacle

    @property
    def _open(self) -> OpenDraft:
        return self._drafts[self._portal]

    def _edit_widget(self, widget: Widget, what: str, typed: str = "") -> None:
        """Puts the open widget into the draft as it is now; a new one that is emptied again leaves no trace."""
        if self._view is None or widget == self.widget:
            return
        key, layout = self._open.key, self.draft.layout
        is_gone = key not in self.draft.base.widgets and widget == Widget()
        after = layout.without_widget(key) if is_gone else layout.with_widget(key, widget)
        self._put(after, what, f"{typed} {key}" if typed else "")

    def _put(self, layout: Layout, what: str, typed: str = "") -> None:
        if self._view is not None and layout.widgets != self.draft.layout.widgets:
            self._histories[self._portal].put(self.draft.with_layout(layout), what, typed)
            self._see()
            self.changed.emit()
            self._rescope()

    def _stepped(self) -> None:
        """Somebody went to another state: the widget that it is about is opened, and the fields are filled anew."""
        before = self.draft.layout.widgets
        if self._open.draft.base is not self._base:
            self._rebase()
        after = self._open.draft.layout.widgets
        differing = [key for key in (*after, *before) if after.get(key) != before.get(key)]
        if differing and self._open.key not in differing:
            self._open.key = differing[0]
        self._see()
        self.changed.emit()
        self._announced = self.scope
        self.content_replaced.emit()

    def _rebase(self) -> None:
        """Holds the draft against what was read last: a state that somebody goes back to may be older."""
        if self._snapshot is not None:
            rebased = rebase(self._open.draft, self._snapshot)
            self._open.draft = rebased.draft
            self._base = rebased.draft.base
            self._open.key = rebased.keys.get(self._open.key, self._open.key)

    def _see(self) -> None:
        """Looks at the draft as it is now. Where the open widget is gone, another is opened, or a new one."""
        if self._snapshot is None:
            return
        draft = self._open.draft
        known = draft.layout.widgets
        if self._open.key not in known and not self._open.key.startswith("new-"):
            self._open.key = next(iter(known), draft.layout.new_key())
        if self._seen is None or self._seen[0] is not draft or self._seen[1] is not self._snapshot:
            self._seen = draft, self._snapshot
            self._plan = draft.plan(self._snapshot)
            self._problems = dict(draft.problems())
        self._view = WidgetView(draft, self._snapshot, self._open.key)
