"""Fetching and writing files that were named on the command line, within a stated limit."""

from hashlib import sha256
from pathlib import Path

from domain.problems import Unreadable
from handlers.intake import File

LARGEST = 20_000_000  # bytes; the longest plan seen has a twentieth of that


def fetch(path: str) -> tuple[File, bytes]:
    """Return a file and its bytes. Raise Unreadable where it is not there, or over the limit."""
    place = Path(path)
    try:
        if place.is_dir():
            raise Unreadable(f"{path} is a folder.", "Name one file in it.")
        with place.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}.", "Check the name and the folder.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be opened ({error.strerror}).") from error
    if len(content) > LARGEST:
        limit = LARGEST // 1_000_000
        raise Unreadable(
            f"{path} is larger than {limit} MB, the most that is read.", "Split it, please."
        )
    return File(name=place.name, digest=sha256(content).hexdigest()), content


def fetch_text(path: str) -> str:
    """Return a file as text. Raise Unreadable where it is not there or not UTF-8."""
    _, content = fetch(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = content[: error.start].count(b"\n") + 1
        raise Unreadable(
            f"{path}, line {where}, is not UTF-8 text.", "Save it as UTF-8."
        ) from error


def write(content: bytes, place: Path, *, force: bool) -> None:
    """Write a file that is not there yet: it might be the plan that was read.

    Raise Unreadable where there is one, unless ``force``, or it cannot be written.
    """
    try:
        with place.open("wb" if force else "xb") as opened:
            opened.write(content)
    except FileExistsError:
        raise Unreadable(f"{place} is there already.", "Name another, or add --force.") from None
    except OSError as error:
        what = f"{place} cannot be written ({error.strerror})."
        raise Unreadable(what, "Check its folder, or name another file.") from error
