"""The colour of a cell, from numbers to the name that people have for it."""

from colorsys import rgb_to_hsv

PALE = 0.16  # below this a colour is a tint for reading along, not a rating
DARK = 0.25
HUES = ((0.055, "red"), (0.145, "amber"), (0.19, "yellow"), (0.47, "green"), (0.72, "blue"))
RED_AGAIN = 0.94
NAMES = frozenset({"red", "amber", "orange", "yellow", "green", "blue"})
SAME = {"lime": "green", "darkgreen": "green", "lightgreen": "green", "darkred": "red"} | {
    "gold": "amber", "darkorange": "amber", "darkyellow": "amber", "darkblue": "blue"
}  # fmt: skip


def colour_name(colour: str) -> str:
    """ "green" for "00B050", "#0f0" or "green"; "" for white, black, greys and pale tints."""
    colour = colour.strip().lower().lstrip("#")
    if (name := SAME.get(colour, colour)) in NAMES:
        return name
    if len(colour) == 3:
        colour = "".join(2 * digit for digit in colour)
    try:
        red, green, blue = bytes.fromhex(colour[-6:])
    except ValueError:
        return ""
    return of_rgb(red, green, blue)


def of_rgb(red: int, green: int, blue: int) -> str:
    hue, saturation, value = rgb_to_hsv(red / 255, green / 255, blue / 255)
    if saturation < PALE or value < DARK:
        return ""
    if hue >= RED_AGAIN:
        return "red"
    return next((name for end, name in HUES if hue < end), "")


def tinted(colour: str, tint: float) -> str:
    """A colour made lighter (tint above 0, at most 1) or darker, as spreadsheets do."""
    try:
        parts = bytes.fromhex(colour[-6:])
    except ValueError:
        return ""
    goal = 255 if tint > 0 else 0
    share = min(abs(tint), 1)
    return bytes(round(part + (goal - part) * share) for part in parts).hex()
