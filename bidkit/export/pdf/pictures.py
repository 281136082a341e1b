"""Pictures from files, made small enough and safe to embed."""

from __future__ import annotations

import warnings
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from bidkit.export.pdf.boxes import PictureBox
from bidkit.export.pdf.flow import Piece
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.tree import Callout, Figure, paragraph
from bidkit.words import tr

MOST_PIXELS = 60_000_000
EMBEDDED_PIXELS = 4_000_000
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def readable_picture(data: bytes) -> Image.Image | None:
    """Return a picture upright, in grey or colours, of few enough pixels; None if unreadable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.draft("RGB", (2400, 2400))
                picture = _plain(ImageOps.exif_transpose(opened))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    pixels = picture.width * picture.height
    if pixels > EMBEDDED_PIXELS:
        factor = (EMBEDDED_PIXELS / pixels) ** 0.5
        size = (max(int(picture.width * factor), 1), max(int(picture.height * factor), 1))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    return picture


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture as grey, RGB or RGB with transparency."""
    if picture.mode in {"L", "RGB", "RGBA"}:
        return picture.copy()
    clear = picture.mode in {"LA", "PA"} or "transparency" in picture.info
    return picture.convert("RGBA" if clear else "RGB")


def embedded(picture: Image.Image) -> ImageReader:
    """Return a picture as it goes into the file: photographs as JPEG, the rest lossless."""
    buffer = BytesIO()
    if picture.mode == "RGB" and _is_photograph(picture):
        picture.save(buffer, "JPEG", quality=88)
    else:
        picture.save(buffer, "PNG")
    buffer.seek(0)
    return ImageReader(buffer)


def _is_photograph(picture: Image.Image) -> bool:
    small = picture.resize((min(picture.width, 64), min(picture.height, 64)))
    return small.getcolors(1500) is None


def figure(composer: Composer, block: Figure, place: Place) -> list[Piece]:
    """Return a picture with its caption; what cannot be read is said in a boxed note."""
    picture = readable_picture(block.picture)
    if picture is None:
        words = tr("A picture stands here that could not be read.")
        note = Callout((paragraph(" ".join((words, block.alt)).strip()),), kind="warning")
        return composer.pieces((note,), place)
    share = min(max(block.share, 0.1), 1.0)
    width = min(place.width * share, picture.width * 0.75)
    height = width * picture.height / picture.width
    most = composer.setter.look.page.room * 0.6
    if height > most:
        width, height = width * most / height, most
    node = place.node.child("Figure", alt=block.alt or block.caption or tr("Picture"))
    box = PictureBox(embedded(picture), width, height, node)
    pieces = [Piece(box, before=14.0, after=6.0, keep=bool(block.caption))]
    return [*pieces, *caption(composer, block.caption, place)]


def caption(composer: Composer, words: str, place: Place) -> list[Piece]:
    """Return the caption below a picture or chart; nothing for an empty one."""
    if not words:
        return []
    style = replace(composer.setter.look.small, even=False)
    box = composer.setter.text(words, style, place.width, place.node.child("Caption"))
    return [Piece(box, after=16.0)]
