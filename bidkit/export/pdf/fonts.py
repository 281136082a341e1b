"""The embedded fonts: which face draws which character, and how wide its words are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property

from reportlab.pdfbase.ttfonts import TTFont

from bidkit.export.house_style import FontChoice
from bidkit.resources import resource

FACES: dict[FontChoice, tuple[str, ...]] = {
    "source": (
        "source-sans-3/SourceSans3-Regular.ttf",
        "source-sans-3/SourceSans3-Bold.ttf",
        "source-sans-3/SourceSans3-It.ttf",
        "source-sans-3/SourceSans3-BoldIt.ttf",
    ),
    "accessible": (
        "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf",
        "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf",
        "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-RegularItalic.ttf",
        "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-BoldItalic.ttf",
    ),
}
SYMBOLS = "dejavu-sans/DejaVuSans.ttf"
MISSING = "□"
_INVISIBLE = {"\u00ad", "\u200c", "\u200d", "\u2060", "\ufeff"}
_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")


class Face:
    """One static TrueType face; widths are in thousandths of the font size."""

    def __init__(self, path: str) -> None:
        self.font = TTFont(path.rpartition("/")[2], str(resource("fonts", *path.split("/"))))
        self._characters: dict[int, float] = self.font.face.charWidths
        self._known: dict[str, float] = {}
        self.space = self.width(" ")

    def covers(self, character: str) -> bool:
        """Tell whether the face has a shape for a character."""
        return ord(character) in self.font.face.charToGlyph

    def width(self, word: str) -> float:
        """Return the width of a word, remembered for the next time."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self.measure(word)
        return known

    def measure(self, text: str) -> float:
        """Return the width of any text without remembering it."""
        widths = self._characters
        return sum(widths.get(ord(each), 600.0) for each in text)


class FontLibrary:
    """The faces of one font choice, opened when first needed, with a fallback per character."""

    def __init__(self, choice: FontChoice = "source") -> None:
        self._choice = choice
        self._faces: dict[str, Face] = {}
        self._plain: dict[str, bool] = {}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return the face for a weight and slant."""
        return self._open(FACES[self._choice][bold + 2 * italic])

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return how wide a text is in points, as a chart being laid out asks."""
        pieces = self.pieces(self.clean(text), bold=bold)
        return sum(face.measure(piece) for face, piece in pieces) * size / 1000

    def pieces(
        self, words: str, *, bold: bool = False, italic: bool = False
    ) -> Iterator[tuple[Face, str]]:
        """Cut clean words into stretches, each with a face that can draw all of it."""
        first = self.face(bold=bold, italic=italic)
        if words.isascii():
            yield first, words
            return
        current, start = first, 0
        for at, character in enumerate(words):
            found = self._face_for(character, first, bold=bold)
            if found is not current:
                if at > start:
                    yield current, words[start:at]
                current, start = found, at
        yield current, words[start:]

    def clean(self, words: str) -> str:
        """Return words as they can be printed: composed, without control characters, drawable.

        A symbol that no face has becomes its name in brackets, another character a box.
        """
        if words.isascii() and words.isprintable():
            return words
        text = unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))
        return "".join(self._printable(each) for each in text)

    def unprintable(self, words: str) -> frozenset[str]:
        """Return the visible characters that no embedded face can draw."""
        text = unicodedata.normalize("NFC", words)
        visible = (each for each in text if not each.isspace() and self._printable(each))
        return frozenset(each for each in visible if self._printable(each) != each)

    def _printable(self, character: str) -> str:
        if character in {"\n", "\u200b"} or (character.isascii() and character.isprintable()):
            return character
        if character.isspace():
            return "\u00a0" if character in "\u00a0\u202f\u2007" else " "
        category = unicodedata.category(character)
        if category in _DROPPED[:3] or character in _INVISIBLE or _is_modifier(character):
            return ""
        if unicodedata.bidirectional(character) not in {"R", "AL"} and self._drawable(character):
            return character
        name = unicodedata.name(character, "") if category == "So" else ""
        return f"[{name.lower()}]" if name else MISSING

    def _drawable(self, character: str) -> bool:
        known = self._plain.get(character)
        if known is None:
            known = self.face().covers(character) or self._symbols.covers(character)
            self._plain[character] = known
        return known

    def _face_for(self, character: str, first: Face, *, bold: bool) -> Face:
        if first.covers(character):
            return first
        if self._choice == "accessible":
            second = self._open(FACES["source"][int(bold)])
            if second.covers(character):
                return second
        return self._symbols

    @cached_property
    def _symbols(self) -> Face:
        return self._open(SYMBOLS)

    def _open(self, path: str) -> Face:
        if path not in self._faces:
            self._faces[path] = Face(path)
        return self._faces[path]


def _is_modifier(character: str) -> bool:
    """Tell whether a character only changes how the one before it looks (emoji variants)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"
