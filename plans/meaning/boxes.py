"""Boxes to tick: "☐ Complete ☒ On track" says that it is on track."""

import re

BOX = re.compile(r"(?P<on>[☒☑🗹]|\[[xX✓✔]\])|(?P<off>[☐□❏❑]|\[\s?\])")
TICKED = "☒"


def ticked(text: str) -> str:
    """What a text says by the boxes in it: the words beside those that are ticked, the tick alone
    where no words stand beside it, or the text as it is where it has no boxes."""
    boxes = list(BOX.finditer(text))
    if not boxes:
        return text
    begins = [0, *(box.end() for box in boxes)]
    ends = [*(box.start() for box in boxes), len(text)]
    words = [text[begin:end].strip(" \t\n,;/|") for begin, end in zip(begins, ends, strict=True)]
    beside = words[:-1] if words[0] and not words[-1] else words[1:]
    chosen = [said for box, said in zip(boxes, beside, strict=True) if box["on"]]
    return "; ".join(filter(None, chosen)) or (TICKED if chosen else "")
