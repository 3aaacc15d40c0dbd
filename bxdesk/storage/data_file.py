"""A text file that bxdesk keeps for a person. What cannot be read is named and left alone, never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.storage.files import check_size, read_file, write_atomically

SMALL = 64 * 1024
"""Bytes, a hundred times what a file holds that keeps a few choices."""
_USUAL = 4 * 1024 * 1024
"""The same for a file that grows with the portals or with what is on them."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file. ``name`` is what people call its contents (“The settings”); ``code`` begins its problems' codes.

    One that has more bytes than ``limit`` is none of bxdesk's; nothing longer is written. One that lies where a person
    wants it is not ``in_own_folder``, and that folder is left as it is.
    """

    path: Path
    code: str
    name: Message
    limit: int = _USUAL
    in_own_folder: bool = True

    def read(self) -> str | None:
        """Its text, None when there is none yet. Raises BxdeskError."""
        try:
            return read_file(self.path, self.limit).decode()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self.unreadable(error.strerror or str(error)) from None
        except UnicodeDecodeError:
            raise self.unreadable("it is not a text in UTF-8") from None

    def load(self, parse: Callable[[str], T]) -> T | None:
        """What ``parse`` makes of its text, None when there is none yet. Raises BxdeskError.

        ``parse`` raises ValueError, with the reason, for a text that bxdesk has not written.
        """
        text = self.read()
        if text is None:
            return None
        try:
            return parse(text)
        except RecursionError:
            raise self.unreadable("it is nested too deeply") from None
        except ValueError as error:
            raise self.unreadable(str(error)) from None

    def write(self, text: str) -> None:
        """Replaces its text. Raises BxdeskError; then the old one stands."""
        try:
            check_size(text.encode(), self.limit)
            write_atomically(self.path, text, in_own_folder=self.in_own_folder)
        except OSError as error:
            raise self.unwritable(error) from None

    def remove(self) -> None:
        """Removes it, if it is there. Raises BxdeskError."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise self.unwritable(error) from None

    def unreadable(self, reason: str) -> BxdeskError:
        """The error that its text is not what bxdesk wrote."""
        return BxdeskError(
            Problem(
                f"{self.code}_unreadable",
                message("{name} cannot be read: {path}", name=self.name, path=self.path),
                verbatim(reason),
                message("Mend the file or move it away; bxdesk does not overwrite it."),
            )
        )

    def unwritable(self, error: OSError) -> BxdeskError:
        """The error that it could not be changed; the old text stands."""
        return BxdeskError(
            Problem(
                f"{self.code}_unwritable",
                message("{name} could not be saved: {path}", name=self.name, path=self.path),
                verbatim(error.strerror or str(error)),
                message("Check that the folder can be written and that the disk has room."),
            )
        )
