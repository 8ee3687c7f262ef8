"""Headings that name in the same line who leads the part: "Theme 2: Streets    SRO: Ann Price"."""

import re
from dataclasses import replace

from plans.rows import Cell, Piece

LED = re.compile(
    r"(?P<heading>\S.{2,200}?)[\s,;|(\[–—-]+(?=[A-Z])"
    r"(?i:(?:(?:priority|theme|section|strategic|outcome|overall|executive|group|board|"
    r"work\s?stream|programme|joint|senior)\s){0,2}"
    r"(?:(?P<lead>leads?(?: officers?| director)?|owner|sponsor|sro|responsible (?:officer|owner))|"
    r"chair(?:ed by)?|champion))\s?:\s{0,2}(?P<name>[^\W\d_].{1,150})"
)


def without_lead(cell: Cell) -> tuple[Cell, str]:
    """A heading without who leads it, and the name of the lead or ""."""
    led = LED.fullmatch(cell.text)
    if led is None or any(piece.bullet for piece in cell.pieces):
        return cell, ""
    name = led["name"].strip(" )]") if led["lead"] else ""
    return replace(cell, pieces=(Piece(led["heading"].rstrip(" :.")),)), name
