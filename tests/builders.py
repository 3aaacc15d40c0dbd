"""Small builders for the things tests are about, and the strategies for generated ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from bxdesk.listener import Listener, Progress
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts, is_title
from bxdesk.placements.snapshot import AppInfo, CustomType, PortalUser, Snapshot

HANDLER = "https://widgets.example.com/bitrix24"
OTHER_HANDLER = "https://widgets.example.com/other"
DEAL = "CRM_DEAL_DETAIL_ACTIVITY"
LEAD = "CRM_LEAD_DETAIL_ACTIVITY"
PURCHASE = "CRM_DYNAMIC_183_DETAIL_ACTIVITY"
TILE = "CONTACT_CENTER"
EVERYTHING = frozenset(("crm", "placement", "contact_center", "task"))


def binding(
    placement: str = DEAL,
    handler: str = HANDLER,
    title: str = "Send contract",
    *,
    language: str = DEFAULT_LANGUAGE,
    texts: Mapping[str, Texts] | None = None,
    options: Mapping[str, str] | None = None,
    user_id: int = 0,
) -> Binding:
    """A binding with one title, unless told otherwise."""
    return Binding(BindingKey(placement, handler, user_id), texts or {language: Texts(title)}, options or {})


def snapshot(
    *bindings: Binding,
    placements: tuple[str, ...] = (DEAL, LEAD, PURCHASE, TILE),
    hidden: tuple[str, ...] = (),
    types: tuple[CustomType, ...] = (CustomType(183, "Purchase"), CustomType(190, " Vacancy ")),
    scopes: frozenset[str] = EVERYTHING,
) -> Snapshot:
    """A portal that offers a few placements."""
    return Snapshot(
        portal="https://acme.bitrix24.com",
        member_id="a" * 32,
        app=AppInfo(installed=True, status="L"),
        user=PortalUser(1, "Helen Marsh", admin=True),
        scopes=scopes,
        placements=frozenset(placements),
        hidden_placements=frozenset(hidden),
        types=types,
        bindings=bindings,
    )


LANGUAGES = st.sampled_from(("en", "de", "ru", "es", "fr"))
TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(is_title)
MAYBE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@st.composite
def texts_by_language(draw: st.DrawFn) -> dict[str, Texts]:
    """Texts as a layout may name them: one for all, or one for each of some languages."""
    texts = st.builds(Texts, TITLES, MAYBE, MAYBE).map(Texts.trimmed)
    if draw(st.booleans()):
        return {DEFAULT_LANGUAGE: draw(texts)}
    return draw(st.dictionaries(LANGUAGES, texts, min_size=1, max_size=4))


@st.composite
def bindings(draw: st.DrawFn) -> Binding:
    """A binding at one of a few placements, with options the timeline button keeps."""
    options = draw(
        st.fixed_dictionaries(
            {}, optional={"useBuiltInInterface": st.sampled_from(("Y", "N")), "newUserNotificationTitle": MAYBE}
        )
    )
    return binding(
        draw(st.sampled_from((DEAL, LEAD, PURCHASE, TILE))),
        draw(st.sampled_from((HANDLER, OTHER_HANDLER, f"{HANDLER}/", f"{HANDLER}?a=$result[c0]"))),
        texts=draw(texts_by_language()),
        options=options,
    )


def as_the_portal_stores(wanted: Binding, language: str = "en") -> Binding:
    """The row a portal makes of a wanted binding: its own language for a text without one, every declared option."""
    texts = {(name or language): _kept(name, text.trimmed()) for name, text in wanted.texts.items()}
    declared = ("useBuiltInInterface", "newUserNotificationTitle", "newUserNotificationText")
    kept = {key: wanted.options.get(key, "") for key in declared} if wanted.placement != TILE else {}
    return Binding(wanted.key, texts, kept)


def _kept(language: str, text: Texts) -> Texts:
    """Of texts that name no language PHP drops those that are "0"."""
    zeros = () if language else ("0",)
    return Texts(text.title, *("" if part in zeros else part for part in (text.description, text.group)))


class RecordingListener(Listener):
    """Remembers what it is told, and cancels when ``cancels`` says so."""

    def __init__(self, cancels: Callable[[], bool] = lambda: False) -> None:
        self.progressed: list[Progress] = []
        self._cancels = cancels

    @property
    def texts(self) -> list[str]:
        """What was told, in English."""
        return [str(progress.text) for progress in self.progressed]

    def progress(self, progress: Progress) -> None:
        self.progressed.append(progress)

    def is_cancelled(self) -> bool:
        return self._cancels()
