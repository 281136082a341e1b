"""From a bid to a document tree for one named reader; writers only draw what this makes."""

from bidkit.export.compose.document import compose
from bidkit.export.compose.options import Options, parts_for

__all__ = ["Options", "compose", "parts_for"]
