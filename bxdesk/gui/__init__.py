"""The window. Thin, and the only room that imports PySide6."""

from bxdesk.gui.plain_import import leave_out_command_line, restore_import

restore_import()
leave_out_command_line()
