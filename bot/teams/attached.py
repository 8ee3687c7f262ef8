"""The files that came with a message, as Teams tells of them. Pure."""

from hashlib import sha256

from bot.teams.shapes import Activity, Attachment, Download
from domain.documents import Attached

SENT = "application/vnd.microsoft.teams.file.download.info"


def sent_files(activity: Activity) -> list[Attachment]:
    return [each for each in activity.attachments if each.content_type == SENT and address(each)]


def named(sent: Attachment) -> Attached:
    """The file under a name of our own: its address is nothing to be shown or said."""
    return Attached(id=sha256(address(sent).encode()).hexdigest()[:32], name=sent.name)


def address(sent: Attachment) -> str:
    return sent.content.download_url if isinstance(sent.content, Download) else ""
