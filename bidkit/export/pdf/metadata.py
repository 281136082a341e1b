"""What the file says about itself: XMP, with the marks of PDF/UA-1 and PDF/A-2a, and sRGB."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from PIL import ImageCms

import bidkit
from bidkit.export.tree import Document

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def moment_of(document: Document) -> datetime:
    """Return when the document was made: as told, or else now, in whole seconds with a zone."""
    moment = document.about.created or datetime.now(tz=UTC)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.replace(microsecond=0)


def information(document: Document, moment: datetime) -> dict[str, str]:
    """Return the entries of the information dictionary; they say the same as the XMP."""
    about = document.about
    stamp = moment.strftime("D:%Y%m%d%H%M%S") + _zone(moment, "'")
    entries = {
        "/Title": _plain(document.title),
        "/Author": _plain(about.author),
        "/Subject": _plain(about.subject),
        "/Keywords": _plain(", ".join(about.keywords)),
        "/Creator": f"BidKit {bidkit.__version__}",
        "/Producer": f"BidKit {bidkit.__version__}",
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    return {name: value for name, value in entries.items() if value}


def xmp_packet(document: Document, moment: datetime) -> bytes:
    """Return the XMP packet of a document."""
    about = document.about
    made = moment.strftime("%Y-%m-%dT%H:%M:%S") + _zone(moment, ":")
    keywords = _plain(", ".join(about.keywords))
    properties = [
        _alternative("dc:title", document.title),
        f"<dc:creator><rdf:Seq><rdf:li>{_safe(about.author)}</rdf:li></rdf:Seq></dc:creator>"
        if about.author
        else "",
        _alternative("dc:description", about.subject),
        f"<dc:language><rdf:Bag><rdf:li>{_safe(document.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<pdf:Keywords>{escape(keywords)}</pdf:Keywords>" if keywords else "",
        f"<pdf:Producer>BidKit {bidkit.__version__}</pdf:Producer>",
        f"<xmp:CreatorTool>BidKit {bidkit.__version__}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{made}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{made}</xmp:ModifyDate>",
        f"<xmp:MetadataDate>{made}</xmp:MetadataDate>",
    ]
    lines = "\n".join(line for line in properties if line)
    return _PACKET.format(properties=lines).encode("utf-8")


def colour_profile() -> bytes:
    """Return an sRGB profile, always the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"\x07\xe8\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00"
    return bytes(profile)


def _alternative(name: str, words: str) -> str:
    if not words:
        return ""
    inner = f'<rdf:li xml:lang="x-default">{_safe(words)}</rdf:li>'
    return f"<{name}><rdf:Alt>{inner}</rdf:Alt></{name}>"


def _safe(words: str) -> str:
    return escape(_plain(words))


def _plain(words: str) -> str:
    """Return words on one line without characters that XML refuses."""
    return " ".join("".join(each if each.isprintable() else " " for each in words).split())


def _zone(moment: datetime, between: str) -> str:
    """Return the distance from UTC as +hh:mm, written with the sign that stands between."""
    text = moment.strftime("%z")
    return f"{text[:3]}{between}{text[3:5]}"
