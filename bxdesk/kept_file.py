"""A text file that bxdesk keeps for a person. What cannot be read is named and left alone, never guessed at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bxdesk.errors import BxdeskError, Problem
from bxdesk.files import write_atomically
from bxdesk.words import Words, verbatim, words


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file, and what people call its contents (``words("The settings")``); ``code`` begins its problems' codes."""

    path: Path
    code: str
    name: Words

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
                words("{name} cannot be read: {path}", name=self.name, path=self.path),
                verbatim(reason),
                words("Mend the file or move it away; bxdesk does not overwrite it."),
            )
        )

    def _unwritable(self, error: OSError) -> BxdeskError:
        return BxdeskError(
            Problem(
                f"{self.code}_unwritable",
                words("{name} could not be saved: {path}", name=self.name, path=self.path),
                verbatim(error.strerror or str(error)),
                words("Check that the folder can be written and that the disk has room."),
            )
        )
