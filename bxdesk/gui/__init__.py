"""The window. Thin, and the only room that imports PySide6."""
