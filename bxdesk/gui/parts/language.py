"""The language of the window: the person's choice, or else the system's, as far as there is a translation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from bxdesk.support.resources import resource

SOURCE = "en"
"""The language that the program is written in; it needs no translation."""
LANGUAGES = {"en": "English", "de": "Deutsch", "ru": "Русский", "es": "Español"}
"""Each by its own name, so that whoever is lost in a language finds the way out."""
CONTEXT = "bxdesk"
"""The one context of all texts in the catalogues: the core's and the window's, whoever says them."""


class Catalogue(QTranslator):
    """The translations of one language. Qt asks by the name of the class that speaks; a text has one meaning here."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Qt's hook: the translation, or nothing for a text that is not bxdesk's."""
        del context, disambiguation
        # Nothing, and not an empty text: then Qt goes on to its own translations.
        return super().translate(CONTEXT, text, None, n) or cast("str", None)


def chosen_language(setting: str) -> str:
    """The language to speak: ``setting`` if it is one of ours, the first of the system's that is, or English."""
    wishes = [setting] if setting else QLocale().uiLanguages()
    for wish in wishes:
        language = wish.replace("_", "-").partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return SOURCE


def reader_language() -> str:
    """The language that the window speaks now, in two letters."""
    return QLocale().name().partition("_")[0]


@dataclass(frozen=True, slots=True)
class InstalledLanguage:
    """A language that is spoken: its translators, and the locale that was the usual one before it."""

    translators: tuple[QTranslator, ...]
    locale_before: QLocale


def install_language(setting: str) -> InstalledLanguage:
    """Speaks the chosen language from now on, in everything that is not built yet; Qt's own texts included.

    Times and numbers are written the system's way, unless that is another language's.
    """
    usual = QLocale()
    language = chosen_language(setting)
    spoken = QLocale(language)
    if spoken.language() != usual.language():
        QLocale.setDefault(spoken)
    return InstalledLanguage(_install(language), usual)


def _install(language: str) -> tuple[QTranslator, ...]:
    application = QCoreApplication.instance()
    if application is None or language == SOURCE:
        return ()
    qt = QTranslator(application)
    qt.load(str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"))
    own = Catalogue(application)
    own.load(str(resource("translations", f"bxdesk_{language}.qm")))
    for translator in (qt, own):
        application.installTranslator(translator)
    return qt, own


def remove_language(installed: InstalledLanguage) -> None:
    """Speaks no longer what :func:`install_language` put on."""
    QLocale.setDefault(installed.locale_before)
    for translator in installed.translators:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
