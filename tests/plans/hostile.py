"""Files made to do harm, or to be no plan at all. Each is made here; none is kept."""

import io
import zipfile
import zlib
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
ENTITIES = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 9))
NESTED = f'<!DOCTYPE d [<!ENTITY e0 "ha">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY e8 SYSTEM "file:///etc/hostname">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: bytes | str, prolog: str = "") -> bytes:
    """A Word document of no more than its main part."""
    content = body if isinstance(body, bytes) else body.encode()
    document = b'%s<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (
        prolog.encode(),
        W.encode(),
        content,
    )
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def excel(sheet: bytes | str, prolog: str = "", *, sheets: str | None = None) -> bytes:
    """A workbook of one sheet."""
    content = sheet if isinstance(sheet, bytes) else sheet.encode()
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    listed = sheets or '<sheet name="Plan" sheetId="1" r:id="r1"/>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/s.xml" ContentType="{main}worksheet+xml"/>'
            "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship '
            f'Id="r1" Type="{R}/worksheet" Target="worksheets/s.xml"/></Relationships>',
            "xl/worksheets/s.xml": b'%s<worksheet xmlns="%s">%s</worksheet>'
            % (prolog.encode(), S.encode(), content),
        }
    )


def lying_about_its_size(content: bytes, name: str) -> bytes:
    """A zip file whose contents list says that a part is small."""
    changed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(name).file_size.to_bytes(4, "little")
    at = changed.rfind(name.encode()) - 46
    assert changed[at : at + 4] == b"PK\x01\x02" and changed[at + 24 : at + 28] == size
    changed[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(changed)


def ole(*names: str) -> bytes:
    """A container of the old kind with entries of these names."""
    return OLE + bytes(500) + b"".join(name.encode("utf-16-le") for name in names) + bytes(500)


def pdf(stream: bytes, extra: bytes = b"") -> bytes:
    """A PDF of one page with the drawing given, packed."""
    drawing = zlib.compress(stream, 9)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n%s"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (len(drawing), drawing, extra)
    )
