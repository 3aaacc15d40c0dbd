"""A text file that bxdesk keeps for a person. What cannot be read is named and left alone, never guessed at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.storage.files import write_atomically


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file. ``name`` is what people call its contents (“The settings”); ``code`` begins its problems' codes."""

    path: Path
    code: str
    name: Message

    def read(self) -> str | None:
        """Its text, None when there is none yet. Raises BxdeskError."""
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self.unreadable(error.strerror or str(error)) from None
        except UnicodeDecodeError:
            raise self.unreadable("it is not a text in UTF-8") from None

    def write(self, text: str) -> None:
        """Replaces its text. Raises BxdeskError; then the old one stands."""
        try:
            write_atomically(self.path, text)
        except OSError as error:
            raise self._unwritable(error) from None

    def remove(self) -> None:
        """Removes it, if it is there. Raises BxdeskError."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritable(error) from None

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

    def _unwritable(self, error: OSError) -> BxdeskError:
        return BxdeskError(
            Problem(
                f"{self.code}_unwritable",
                message("{name} could not be saved: {path}", name=self.name, path=self.path),
                verbatim(error.strerror or str(error)),
                message("Check that the folder can be written and that the disk has room."),
            )
        )
