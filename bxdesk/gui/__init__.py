"""The window. Thin, and the only room that imports PySide6."""

from bxdesk.gui.plain_import import restore_import

restore_import()
