"""What Windows shows under Properties → Details. Imports on Windows alone."""

from __future__ import annotations

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)


def version_info(name: str, version: str) -> VSVersionInfo:
    """The version resource of one of the executables."""
    numbers = tuple(int(part) for part in (version.split(".") + ["0"] * 4)[:4])
    texts = {
        "CompanyName": "The bxdesk authors",
        "FileDescription": "bxdesk: widgets in Bitrix24",
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "MIT licence. Qt is used under the LGPL.",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "bxdesk",
        "ProductVersion": version,
    }
    table = StringTable("040904B0", [StringStruct(key, value) for key, value in texts.items()])
    translation = VarFileInfo([VarStruct("Translation", [0x0409, 1200])])
    return VSVersionInfo(FixedFileInfo(numbers, numbers), [StringFileInfo([table]), translation])
