"""Pages: a note in a small markup, set as HTML, PDF, scan, photograph, DOCX, DOC, ODT, RTF or plain text.

A line's first characters say what it is; other lines are joined to paragraphs, which blank lines part:
  ^  letterhead, centred bold      ^^ a ## b  two columns of letterhead     =  centred       *  title, centred bold
  >  right                         <  left, a line of its own               |  a | table row |
  -  list item                     ~  small print, centred                  ---  a rule      ===  a new page
Within a line: **bold**, __underlined__.
"""

import html
import io
import math
import os
import random
import re
import subprocess
import tempfile
import zipfile

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

LINE = re.compile(r"^(\^\^|\^|=|\*|>|<|\||-|~)\s(.*)$")


def blocks(text):
    """[(kind, content)]: content is a string, or a list of cells or of two columns."""
    out, para = [], []

    def flush():
        if para:
            out.append(("p", " ".join(para)))
            para.clear()

    for line in text.strip("\n").split("\n"):
        s = line.strip()
        m = LINE.match(s)
        if not s:
            flush()
        elif s == "---":
            flush()
            out.append(("rule", ""))
        elif s == "===":
            flush()
            out.append(("page", ""))
        elif m:
            flush()
            kind, rest = m.group(1), m.group(2)
            if kind == "|":
                out.append(("|", [c.strip() for c in rest.strip("|").split("|")]))
            elif kind == "^^":
                out.append(("^^", [c.strip() for c in rest.split("##")]))
            else:
                out.append((kind, rest))
        else:
            para.append(s)
    flush()
    return out


def inline(s):
    s = html.escape(s, quote=False)
    s = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", s)
    return re.sub(r"__(.+?)__", r"<u>\1</u>", s).replace(" / / ", "<br>")


def bare(s):
    return re.sub(r"\*\*(.+?)\*\*|__(.+?)__", lambda m: m.group(1) or m.group(2), s).replace(" / / ", "\n")


def to_html(text, lang="en", css="", table_border=1):
    out, table = [], False
    for kind, c in blocks(text):
        if table and kind != "|":
            out.append("</table>")
            table = False
        if kind == "|":
            if not table:
                out.append(f'<table border="{table_border}" cellspacing="0" cellpadding="4">')
                table = True
            out.append("<tr>" + "".join(f"<td>{inline(x)}</td>" for x in c) + "</tr>")
        elif kind == "^^":
            out.append('<table class="two"><tr>' + "".join(f"<td>{inline(x)}</td>" for x in c) + "</tr></table>")
        elif kind == "rule":
            out.append("<hr>")
        elif kind == "page":
            out.append('<div style="page-break-before:always"></div>')
        else:
            cls = {"^": "lh", "=": "c", "*": "t", ">": "r", "<": "l", "-": "li", "~": "s", "p": "p"}[kind]
            out.append(f'<p class="{cls}">{inline(c)}</p>' if cls != "li" else f'<p class="li">– {inline(c)}</p>')
    if table:
        out.append("</table>")
    rtl = ' dir="rtl"' if lang == "ar" else ""
    return f'<html lang="{lang}"{rtl}><head><meta charset="utf-8"><style>{css}</style></head><body>{"".join(out)}</body></html>'


FONTS = {"times": "'Liberation Serif'", "calibri": "Carlito", "cambria": "Caladea", "arial": "'Liberation Sans'",
         "courier": "'Liberation Mono'", "dejavu": "'DejaVu Serif'", "free": "FreeSerif", "amiri": "Amiri",
         "naskh": "'Noto Naskh Arabic'", "kufi": "'Noto Kufi Arabic'", "song": "'Noto Serif CJK SC'", "hei": "'Noto Sans CJK SC'",
         "ming": "'AR PL UMing CN'", "verdana": "'DejaVu Sans'", "noto": "'Noto Serif'"}


def style(font="times", size=12, margin="25mm 25mm 20mm 25mm", indent=0, lead=1.35, extra="", paper="A4", after=9):
    return (f"@page{{size:{paper};margin:{margin}}} body{{font-family:{FONTS[font]},'Liberation Serif','Noto Naskh Arabic',"
            f"'Noto Serif CJK SC';font-size:{size}pt;line-height:{lead}}} p{{margin:0 0 {after}pt 0}} "
            f".p{{text-align:justify;text-indent:{indent}mm}} .lh{{text-align:center;font-weight:bold;margin:0}} "
            f".c{{text-align:center;margin:0 0 3pt 0}} .t{{text-align:center;font-weight:bold;margin:10pt 0}} "
            f".l+.p,.r+.p{{margin-top:10pt}} .r{{text-align:end;margin:0 0 4pt 0}} .l{{margin:0 0 2pt 0}} .li{{margin:0 0 4pt 10mm}} "
            f".s{{text-align:center;font-size:8pt;margin:0}} table{{border-collapse:collapse;margin:6pt 0 10pt 0}} "
            f".two{{width:100%;border:0}} .two td{{width:50%;vertical-align:top;text-align:center;font-weight:bold;"
            f"border:0;padding:0}} hr{{border:0;border-top:1px solid #333}} {extra}")


def pdf(text, lang="en", title=None, **look):
    """A PDF with text, by way of HTML."""
    import weasyprint
    page = to_html(text, lang, style(**look))
    return weasyprint.HTML(string=page).write_pdf(pdf_identifier=b"tune")


def raster(data, dpi):
    """The pages of a PDF as grey images."""
    with tempfile.TemporaryDirectory() as d:
        with open(f"{d}/a.pdf", "wb") as f:
            f.write(data)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", f"{d}/a.pdf", f"{d}/p"], check=True)
        return [Image.open(io.BytesIO(open(f"{d}/{n}", "rb").read())).convert("L") for n in sorted(os.listdir(d)) if n.endswith(".pgm")]


def seal(words, size, seed, rtl=False):
    """A round stamp: two rings, words on a circle, an emblem of lines; grey on transparent (an L mask)."""
    rng = random.Random(seed)
    im = Image.new("L", (size, size), 0)
    d = ImageDraw.Draw(im)
    w = max(2, size // 90)
    d.ellipse((4, 4, size - 4, size - 4), outline=190, width=w)
    d.ellipse((size * .24, size * .24, size * .76, size * .76), outline=170, width=w)
    path = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
    font = ImageFont.truetype(path, int(size * .085))
    if rtl or any(ord(c) > 0x2e80 for c in words):
        path = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc" if not rtl else
                "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Bold.ttf")
        font = ImageFont.truetype(path, int(size * .1))
        d.text((size / 2, size * .16), words, 180, font, anchor="mm", direction="rtl" if rtl else None)
    else:
        step = 2 * math.pi / max(len(words) + 3, 20)
        for i, ch in enumerate(words):
            a = -math.pi / 2 + step * (i - len(words) / 2)
            tile = Image.new("L", (size // 5, size // 5), 0)
            ImageDraw.Draw(tile).text((size // 10, size // 10), ch, 185, font, anchor="mm")
            tile = tile.rotate(-math.degrees(a) - 90, resample=Image.BICUBIC)
            r = size * .38
            im.paste(180, (int(size / 2 + r * math.cos(a)) - size // 10, int(size / 2 + r * math.sin(a)) - size // 10), tile)
    c = size / 2
    for i in range(5):
        a, b = (math.pi * (.5 + .8 * i * k) for k in (1, 1))
        d.line((c + size * .17 * math.cos(a), c - size * .17 * math.sin(a),
                c + size * .17 * math.cos(a + 2 * math.pi * .4), c - size * .17 * math.sin(a + 2 * math.pi * .4)), fill=160, width=w)
    im = im.rotate(rng.uniform(-25, 25), resample=Image.BICUBIC)
    grain = np.random.default_rng(seed).random((size, size))
    return Image.fromarray((np.asarray(im) * (grain > .18)).astype("uint8"))


def squiggle(d, x, y, s, seed):
    """Initials by pen."""
    rng = random.Random(seed)
    pts, px, py = [], x, y
    for i in range(26):
        px += s * rng.uniform(.01, .16)
        py = y + s * rng.uniform(-.6, .55) * (1 if i % 2 else -1)
        pts.append((px, py))
    curve = []
    for a, b, c in zip(pts, pts[1:], pts[2:]):
        for t in (i / 8 for i in range(8)):
            m, n = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), ((b[0] + c[0]) / 2, (b[1] + c[1]) / 2)
            curve.append(((1 - t) ** 2 * m[0] + 2 * t * (1 - t) * b[0] + t * t * n[0],
                          (1 - t) ** 2 * m[1] + 2 * t * (1 - t) * b[1] + t * t * n[1]))
    d.line(curve, fill=45, width=max(2, int(s / 40)), joint="curve")


def worn(im, seed, skew=None, stamp=None, at=(None, None), blur=None, noise=5, ground=242, holes=False, initials=True, rtl=False,
         received=None, fold=False, edge=True):
    """A clean page made to look scanned. `at`: place of the stamp as a share of width and height; where
    it is not given the seed chooses one on or below the last lines."""
    rng = np.random.default_rng(seed)
    w, h = im.size
    im = im.copy()
    d = ImageDraw.Draw(im)
    rows = np.flatnonzero((np.asarray(im) < 128).any(axis=1))
    last = (rows[-1] if len(rows) else h / 2) / h
    x = at[0] if at[0] is not None else (.62, .4, .14, .58, .64)[seed % 5]
    y = at[1] if at[1] is not None else min(.84, last + (-.06, .005, -.035, -.085)[seed // 5 % 4])
    at = (x, y)
    blur = (.4, .6, .8, .5)[seed % 4] if blur is None else blur
    if stamp:
        s = int(w * .2)
        mask = seal(stamp, s, seed, rtl)
        im.paste((70, 95, 60, 110)[seed // 3 % 4], (int(w * at[0]), int(h * at[1])), mask)
    if initials:
        squiggle(d, w * (at[0] - .08), h * max(at[1] + .1, last + .035), w * .09, seed)
    if received:
        box = Image.new("L", (int(w * .3), int(w * .075)), 0)
        b = ImageDraw.Draw(box)
        f = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", int(w * .016))
        b.rectangle((2, 2, box.width - 3, box.height - 3), outline=200, width=3)
        for i, line in enumerate(received.split("\n")):
            b.text((box.width / 2, box.height * (.28 + .4 * i)), line, 200, f, anchor="mm")
        box = box.rotate(float(rng.uniform(-5, 5)), expand=True, resample=Image.BICUBIC)
        im.paste(90, (int(w * .05), int(h * .015)), box)
    skew = float(rng.uniform(-1.6, 1.6)) if skew is None else skew
    im = im.rotate(skew, resample=Image.BICUBIC, fillcolor=255)
    if blur:
        im = im.filter(ImageFilter.GaussianBlur(blur))
    a = np.asarray(im).astype("float32")
    a = a * (ground - 25) / 255 + 25
    y, x = np.mgrid[0:h, 0:w]
    if edge:
        a -= 40 * np.exp(-x / (w * .012)) + 14 * np.exp(-(h - y) / (h * .01))
    if fold:
        a -= 16 * np.exp(-((y - h * .5) / 3) ** 2)
    if noise:
        a += rng.normal(0, noise, (h // 2 + 1, w // 2 + 1)).repeat(2, 0).repeat(2, 1)[:h, :w] * .5 + rng.normal(0, noise * .4, a.shape)
    im = Image.fromarray(a.clip(0, 255).astype("uint8"))
    d = ImageDraw.Draw(im)
    if holes:
        for cy in (.36, .64):
            d.ellipse((w * .025, h * cy, w * .05, h * cy + w * .025), fill=40)
    for _ in range(14):
        px, py = rng.integers(0, w), rng.integers(0, h)
        d.ellipse((px, py, px + 2, py + 2), fill=110)
    return im


def image_pdf(images, ink="jpeg", quality=32, producer="KONICA MINOLTA bizhub C364e", dpi=150, hidden=None):
    """A PDF of images, as scanners write it; `hidden`: a text layer (Latin only), one string a page."""
    objs = [None, None, None]
    kids = []

    def add(raw):
        objs.append(raw)
        return len(objs)

    for n, im in enumerate(images):
        w, h = im.size
        if ink == "g4":
            buf = io.BytesIO()
            im.point(lambda v: 255 if v > 150 else 0).convert("1", dither=Image.NONE).save(buf, "TIFF", compression="group4", strip_size=10 ** 9)
            tif = Image.open(io.BytesIO(buf.getvalue()))
            off, size = tif.tag_v2[273][0], tif.tag_v2[279][0]
            photometric = tif.tag_v2[262]
            data = buf.getvalue()[off:off + size]
            d = (f"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {w} /Rows {h} /BlackIs1 "
                 f"{'true' if photometric == 1 else 'false'} >> /ColorSpace /DeviceGray /BitsPerComponent 1")
        elif ink == "jpx":
            buf = io.BytesIO()
            im.save(buf, "JPEG2000", quality_mode="rates", quality_layers=[26])
            data, d = buf.getvalue(), "/Filter /JPXDecode /ColorSpace /DeviceGray /BitsPerComponent 8"
        else:
            buf = io.BytesIO()
            im.save(buf, "JPEG", quality=quality, optimize=True)
            data = buf.getvalue()
            d = f"/Filter /DCTDecode /ColorSpace {'/DeviceGray' if im.mode == 'L' else '/DeviceRGB'} /BitsPerComponent 8"
        img = add(f"<< /Type /XObject /Subtype /Image /Width {w} /Height {h} {d} /Length {len(data)} >>\nstream\n".encode()
                  + data + b"\nendstream")
        pw, ph = w * 72 / dpi, h * 72 / dpi
        ops = f"q {pw:.2f} 0 0 {ph:.2f} 0 0 cm /Im0 Do Q\n"
        fonts = ""
        if hidden:
            lines = hidden[n].split("\n")
            esc = [l.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for l in lines]
            ops += f"BT 3 Tr /F0 9 Tf 12 TL 50 {ph - 60:.0f} Td " + " ".join(f"({l}) Tj T*" for l in esc) + " ET\n"
            fonts = "/Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
        raw = ops.encode("cp1252", "replace")
        content = add(f"<< /Length {len(raw)} >>\nstream\n".encode() + raw + b"\nendstream")
        kids.append(add(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {pw:.2f} {ph:.2f}] /Contents {content} 0 R "
                        f"/Resources << /XObject << /Im0 {img} 0 R >> {fonts} >> >>".encode()))
    objs[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objs[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    objs[2] = f"<< /Producer ({producer}) /Creator ({producer}) >>".encode()
    out, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, o in enumerate(objs, 1):
        at.append(len(out))
        out += f"{i} 0 obj\n".encode() + o + b"\nendobj\n"
    x = len(out)
    out += f"xref\n0 {len(objs) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{a:010d} 00000 n \n".encode() for a in at)
    return out + f"trailer\n<< /Size {len(objs) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{x}\n%%EOF\n".encode()


def scan(text, seed, lang="en", dpi=150, ink="jpeg", quality=32, producer="KONICA MINOLTA bizhub C364e", hidden=None, wear=None, **look):
    """A page, printed, stamped and scanned. `wear`: the words of `worn`."""
    wear = dict(wear or {})
    pages = raster(pdf(text, lang, **look), dpi)
    out = []
    for n, p in enumerate(pages):
        last = n == len(pages) - 1
        k = dict(wear) if last else {**wear, "stamp": None, "initials": False}
        out.append(worn(p, seed + n, rtl=lang == "ar", **k))
    return image_pdf(out, ink, quality, producer, dpi, hidden)


def photo(text, seed, lang="en", fmt="JPEG", quality=38, dpi=140, wear=None, **look):
    """The first page, photographed with a telephone: perspective, shadow, a desk around it."""
    rng = random.Random(seed)
    im = worn(raster(pdf(text, lang, **look), dpi)[0], seed, rtl=lang == "ar", **{"noise": 2, "edge": False, **(wear or {})})
    w, h = im.size
    big = Image.new("L", (int(w * 1.1), int(h * 1.08)), 96)
    big.paste(im, (int(w * .05), int(h * .04)))
    W, H = big.size
    j = lambda s: rng.uniform(0, s)
    quad = (j(.03) * W, j(.025) * H, j(.03) * W, H - j(.025) * H, W - j(.03) * W, H - j(.025) * H, W - j(.03) * W, j(.025) * H)
    big = big.transform((W, H), Image.QUAD, quad, Image.BICUBIC)
    y, x = np.mgrid[0:H, 0:W]
    a = np.asarray(big).astype("float32") * (1.02 - .28 * (x / W) * (y / H) - .1 * (1 - x / W))
    grey = Image.fromarray(a.clip(0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(.4))
    out = io.BytesIO()
    if fmt == "PNG":
        grey.point(lambda v: v // 16 * 17).quantize(16).save(out, "PNG", optimize=True)
    else:
        warm = Image.merge("RGB", (grey, grey.point(lambda v: int(v * .97)), grey.point(lambda v: int(v * .9))))
        warm.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def fixed_zip(files):
    """A zip with fixed dates; files: [(name, bytes, stored?)]."""
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w") as z:
        for name, data, *stored in files:
            info = zipfile.ZipInfo(name, (2017, 8, 1, 12, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            z.writestr(info, data)
    return buf.getvalue()


def rezip(data):
    """The same zip with fixed dates and order kept."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return fixed_zip([(i.filename, z.read(i)) for i in z.infolist()])


WORD_FONTS = {"times": "Times New Roman", "calibri": "Calibri", "arial": "Arial", "cambria": "Cambria", "amiri": "Traditional Arabic",
              "naskh": "Simplified Arabic", "song": "SimSun", "hei": "SimHei", "ming": "FangSong", "courier": "Courier New",
              "dejavu": "Georgia", "free": "Garamond", "verdana": "Verdana", "noto": "Times New Roman"}


def docx(text, lang="en", font="times", size=12, head=None, foot=None, textbox=None):
    """A Word file; `head`, `foot`: lines of the page's header and footer."""
    import docx as D
    from docx.enum.text import WD_ALIGN_PARAGRAPH as A
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt
    doc = D.Document()
    st = doc.styles["Normal"]
    st.font.name, st.font.size = WORD_FONTS[font], Pt(size)
    st.element.rPr.rFonts.set(qn("w:eastAsia"), WORD_FONTS[font])
    st.element.rPr.rFonts.set(qn("w:cs"), WORD_FONTS[font])

    def runs(p, s):
        for piece in re.split(r"(\*\*.+?\*\*|__.+?__)", s.replace(" / / ", "\n")):
            if not piece:
                continue
            r = p.add_run(bare(piece))
            r.bold = piece.startswith("**") or None
            r.underline = piece.startswith("__") or None
            if lang == "ar":
                r._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
        if lang == "ar":
            p._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return p

    table = None
    for kind, c in blocks(text):
        if kind == "|":
            if table is None:
                table = doc.add_table(0, len(c))
                table.style = "Table Grid"
            for cell, s in zip(table.add_row().cells, c):
                runs(cell.paragraphs[0], s)
            continue
        table = None
        if kind == "^^":
            t = doc.add_table(1, len(c))
            for cell, s in zip(t.rows[0].cells, c):
                runs(cell.paragraphs[0], s).alignment = A.CENTER
        elif kind == "page":
            doc.add_page_break()
        elif kind == "rule":
            doc.add_paragraph("_" * 60)
        else:
            p = runs(doc.add_paragraph(style="List Bullet" if kind == "-" else None), c)
            if kind in "^=*~":
                p.alignment = A.CENTER
            elif kind == ">":
                p.alignment = A.LEFT if lang == "ar" else A.RIGHT
            elif kind == "p":
                p.alignment = A.JUSTIFY
            if kind in "^*":
                for r in p.runs:
                    r.bold = True
    for place, lines in ((doc.sections[0].header, head), (doc.sections[0].footer, foot)):
        if lines:
            place.paragraphs[0].text = lines
            place.paragraphs[0].alignment = A.CENTER
    from datetime import datetime
    doc.core_properties.author = ""
    doc.core_properties.created = doc.core_properties.modified = datetime(2017, 8, 1, 12)
    buf = io.BytesIO()
    doc.save(buf)
    return rezip(buf.getvalue())


def office(data, source, target, keep):
    """By LibreOffice from one format to another. Its DOC and PDF files carry the moment of conversion, so the result is kept
    in `source/kept/` and made only where it is not there."""
    here = os.path.join(os.path.dirname(__file__), "kept")
    path = os.path.join(here, keep)
    if not os.path.exists(path):
        os.makedirs(here, exist_ok=True)
        with tempfile.TemporaryDirectory() as d:
            with open(f"{d}/a.{source}", "wb") as f:
                f.write(data)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{d}/u", "--headless", "--convert-to", target, "--outdir", d, f"{d}/a.{source}"],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
            os.replace(f"{d}/a.{target.split(':')[0]}", path) if os.stat(d).st_dev == os.stat(here).st_dev else open(path, "wb").write(open(f"{d}/a.{target.split(':')[0]}", "rb").read())
    return open(path, "rb").read()


def odt(text, lang="en", font="times", size=12):
    """An OpenDocument text, written by hand."""
    x = lambda s: html.escape(bare(s), quote=False).replace("\n", "<text:line-break/>")
    body, table = [], []

    def flush():
        if table:
            body.append('<table:table table:name="T"><table:table-column table:number-columns-repeated="%d"/>' % len(table[0]) + "".join(
                "<table:table-row>" + "".join(f'<table:table-cell office:value-type="string"><text:p text:style-name="L">{x(c)}</text:p></table:table-cell>' for c in row)
                + "</table:table-row>" for row in table) + "</table:table>")
            table.clear()

    for kind, c in blocks(text):
        if kind == "|":
            table.append(c)
            continue
        flush()
        if kind == "^^":
            body.append("".join(f'<text:p text:style-name="C">{x(s)}</text:p>' for s in c))
        elif kind in ("rule", "page"):
            body.append('<text:p text:style-name="L"/>')
        elif kind == "-":
            body.append(f'<text:list><text:list-item><text:p text:style-name="L">{x(c)}</text:p></text:list-item></text:list>')
        else:
            name = {"^": "H", "*": "H", "=": "C", "~": "C", ">": "R", "<": "L", "p": "P"}[kind]
            body.append(f'<text:p text:style-name="{name}">{x(c)}</text:p>')
    flush()
    ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
          'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"')
    one = lambda n, al, b="": (f'<style:style style:name="{n}" style:family="paragraph"><style:paragraph-properties fo:text-align="{al}" fo:margin-bottom="0.3cm"/>'
                               f'<style:text-properties fo:font-size="{size}pt" fo:font-family="{WORD_FONTS[font]}"{b}/></style:style>')
    styles = one("P", "justify") + one("L", "start") + one("R", "end") + one("C", "center") + one("H", "center", ' fo:font-weight="bold"')
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>'
    manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    return fixed_zip([("mimetype", "application/vnd.oasis.opendocument.text", True), ("content.xml", content), ("META-INF/manifest.xml", manifest)])


def rtf(text, font="times", size=12, codepage=1252, fcharset=0):
    """Rich text: letters of the code page as \\'xx, others as \\uN?."""
    def x(s):
        out = []
        for c in bare(s):
            if c in "\\{}":
                out.append("\\" + c)
            elif c == "\n":
                out.append("\\line ")
            elif c.isascii():
                out.append(c)
            else:
                raw = c.encode(f"cp{codepage}", "ignore")
                out.append(f"\\'{raw[0]:02x}" if len(raw) == 1 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?")
        return "".join(out)
    body = []
    for kind, c in blocks(text):
        if kind == "|":
            cells = "".join(f"\\cellx{(i + 1) * 9000 // len(c)}" for i in range(len(c)))
            body.append("\\trowd" + cells + "\n" + "".join(f"\\pard\\intbl {x(s)}\\cell\n" for s in c) + "\\row\n")
            continue
        if kind == "^^":
            body += [f"\\pard\\qc\\b {x(s)}\\b0\\par\n" for s in c]
            continue
        if kind in ("rule", "page"):
            body.append("\\page\n" if kind == "page" else "\\pard\\par\n")
            continue
        align = {"^": "\\qc\\b", "*": "\\qc\\b", "=": "\\qc", "~": "\\qc\\fs16", ">": "\\qr", "<": "\\ql", "-": "\\ql\\li400", "p": "\\qj"}[kind]
        body.append(f"\\pard{align} {x(c)}\\b0\\fs{size * 2}\\par\n" + ("\\par\n" if kind == "p" else ""))
    return (f"{{\\rtf1\\ansi\\ansicpg{codepage}\\deff0\\deflang1033{{\\fonttbl{{\\f0\\froman\\fcharset{fcharset} {WORD_FONTS[font]};}}}}\n"
            f"{{\\*\\generator Msftedit 5.41.21.2510;}}\\viewkind4\\uc1\\f0\\fs{size * 2}\n" + "".join(body) + "}\n").encode("ascii")


def plain(text, width=74):
    """The page as plain text, centred and right-set lines included."""
    import textwrap
    out = []
    for kind, c in blocks(text):
        if kind == "|":
            out.append("   ".join(bare(x) for x in c))
        elif kind == "^^":
            out += [bare(x).center(width).rstrip() for x in c]
        elif kind in "^=*~":
            out.append(bare(c).center(width).rstrip() + ("\n" if kind == "*" else ""))
        elif kind == ">":
            out.append(bare(c).rjust(width))
        elif kind == "rule":
            out.append("-" * width)
        elif kind == "page":
            out.append("\f")
        elif kind == "p":
            out.append("\n" + textwrap.fill(bare(c), width, break_on_hyphens=False) + "\n")
        else:
            out.append(("- " if kind == "-" else "") + bare(c))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n")


def logo(seed, w=160, h=60):
    """A small emblem for a signature (PNG)."""
    rng = random.Random(seed)
    im = Image.new("RGB", (w, h), (255, 255, 255))
    d = ImageDraw.Draw(im)
    for i in range(3):
        d.rectangle((0, h * i // 3, h, h * (i + 1) // 3), fill=tuple(rng.randrange(256) for _ in range(3)))
    d.ellipse((h * .3, h * .3, h * .7, h * .7), fill=(240, 220, 80))
    d.line((h + 8, h // 2, w - 8, h // 2), fill=(20, 40, 120), width=4)
    out = io.BytesIO()
    im.save(out, "PNG", optimize=True)
    return out.getvalue()
