"""The app's two icons, drawn when they are needed: three lines of a list, each ticked off."""

from io import BytesIO

from PIL import Image, ImageDraw

ACCENT = "#1b4965"
COLOUR, OUTLINE = 192, 32  # pixels on each side, as Teams wants them
FINER = 8  # drawn this much larger, then made smaller with smooth edges
GRID = 16  # the drawing's own units on each side
TICK = ((2.9, 0.0), (3.9, 1.0), (5.6, -1.3))  # from the middle of a row's left end
LINE = (7.2, 13.1)
ROWS = (4.2, 8.0, 11.8)


def colour() -> bytes:
    """A PNG, white on the accent colour."""
    icon = Image.new("RGB", (COLOUR, COLOUR), ACCENT)
    icon.paste("white", mask=_drawing(COLOUR, thick=0.9))
    return _png(icon)


def outline() -> bytes:
    """A PNG, white on nothing at all."""
    icon = Image.new("RGBA", (OUTLINE, OUTLINE), (255, 255, 255, 0))
    icon.putalpha(_drawing(OUTLINE, thick=1.2))
    return _png(icon)


def _drawing(size: int, thick: float) -> Image.Image:
    """How much of each pixel is drawn on."""
    unit = size * FINER / GRID
    drawing = Image.new("L", (size * FINER, size * FINER), 0)
    pen, width = ImageDraw.Draw(drawing), round(thick * unit)
    for row in ROWS:
        tick = [(x * unit, (row + y) * unit) for x, y in TICK]
        pen.line(tick, fill=255, width=width, joint="curve")
        pen.line([(x * unit, row * unit) for x in LINE], fill=255, width=width)
    return drawing.resize((size, size), Image.Resampling.LANCZOS)


def _png(icon: Image.Image) -> bytes:
    written = BytesIO()
    icon.save(written, "PNG", optimize=True)
    return written.getvalue()
