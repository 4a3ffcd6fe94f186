"""Makes Word documents: real ones as Teams exports them, and those that somebody made to do harm."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def document(paragraphs: Iterable[str], before: str = "") -> str:
    """The XML of a document; a newline in a paragraph is a break in it, *before* stands before the first element."""
    body = "".join(f"<w:p><w:pPr/>{_runs(paragraph)}</w:p>" for paragraph in paragraphs)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{before}' + (
        f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    )


def _runs(paragraph: str) -> str:
    parts = [f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
             for part in paragraph.split("\n")]  # fmt: skip
    return "<w:r><w:br/></w:r>".join(parts)


def packed(xml: str | bytes, name: str = "word/document.xml", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a .docx with *xml* as its document; the same every time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for path, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), (name, xml)):
            archive.writestr(zipfile.ZipInfo(path, (2026, 11, 20, 10, 0, 0)), text, method)
    return content.getvalue()


def docx(paragraphs: Iterable[str]) -> bytes:
    """A .docx of *paragraphs*."""
    return packed(document(paragraphs))
