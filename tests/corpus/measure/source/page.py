"""Pages: a small markup to HTML, and HTML to PDF, office formats, scans and photographs.

Markup, a line each (paragraphs are separated by empty lines; a line that ends in `\\` breaks there):
    ^ centred    > right    < left, unjustified    ~ small and centred    . small and left    = a rule
    # a centred bold title    ! a bold line    | a | table | row |    - a list item    * an indented paragraph
Everything else is a justified paragraph. A line `%%%` begins a new page.
"""
import hashlib
import html as _html
import io
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

CACHE = pathlib.Path(os.environ.get("CORPUS_CACHE", tempfile.gettempdir())) / "corpus-measure-pages"
EPOCH = "1504000000"

SERIF, SANS = "'Liberation Serif'", "'Liberation Sans'"
STYLES = {
    "plain": dict(font=SERIF, size=12, margin="25mm 25mm"),
    "sans": dict(font="Carlito", size=11.5, margin="20mm 28mm"),
    "arial": dict(font=SANS, size=11, margin="22mm 24mm", align="left"),
    "typed": dict(font="'Liberation Mono'", size=11, margin="24mm 22mm", align="left"),
    "garamond": dict(num="font-variant-numeric:lining-nums;font-variant-ligatures:none;", font="'EB Garamond'", size=13.5, margin="28mm 30mm"),
    "tinos": dict(font="Tinos", size=12.5, margin="30mm 22mm", lead=1.5),
    "cousine": dict(font="Cousine", size=10.5, margin="20mm 20mm", align="left"),
    "pt": dict(font="'PT Serif'", size=12.5, margin="20mm 18mm 20mm 30mm"),
    "ptsans": dict(font="'PT Sans'", size=12.5, margin="20mm 18mm 20mm 30mm"),
    "freeserif": dict(font="FreeSerif", size=14, margin="20mm 15mm 20mm 30mm"),
    "dejavu": dict(font="'DejaVu Serif'", size=10.5, margin="22mm 22mm"),
    "noto": dict(font="'Noto Serif'", size=11, margin="26mm 24mm", lead=1.45),
    "naskh": dict(font="'Noto Naskh Arabic','Liberation Serif'", size=14, margin="24mm 24mm", dir="rtl"),
    "amiri": dict(font="Amiri,'Liberation Serif'", size=15, margin="24mm 22mm", dir="rtl"),
    "kacst": dict(font="KacstBook,'Liberation Serif'", size=15, margin="24mm 24mm", dir="rtl"),
    "arsans": dict(font="'Noto Sans Arabic','Liberation Sans'", size=12.5, margin="22mm 22mm", dir="rtl"),
    "song": dict(font="'Noto Serif CJK SC'", size=13, margin="28mm 28mm", lead=1.7, indent="2em"),
    "hei": dict(font="'Noto Sans CJK SC'", size=12, margin="26mm 26mm", lead=1.6, indent="2em"),
    "kai": dict(font="'AR PL UKai CN'", size=15, margin="28mm 28mm", lead=1.6, indent="2em"),
    "ming": dict(font="'AR PL UMing CN'", size=14, margin="28mm 28mm", lead=1.6, indent="2em"),
    "tw": dict(font="'Noto Serif CJK TC'", size=13, margin="28mm 28mm", lead=1.6, indent="2em"),
}


def plain(markup):
    """The words of a page, without its markup, one paragraph a line."""
    out = []
    for line in markup.strip("\n").split("\n"):
        line = re.sub(r"^(\^|>|<|~|\.|#|!|-|\*) ", "", line)
        line = "" if line in ("=", "%%%") else line
        out.append(re.sub(r"\s*\|\s*", " ", line).rstrip("\\").strip() if line.startswith("|") else line.rstrip("\\"))
    return "\n".join(out)


def body(markup, style):
    """The HTML body of a markup text."""
    s, out, para, table = STYLES[style], [], [], []
    justify = s.get("align", "justify")
    d = f' dir="{s["dir"]}"' if "dir" in s else ""
    right = "left" if d else "right"
    left = "right" if d else "left"

    def esc(t):
        t = _html.escape(t, quote=False)
        t = re.sub(r"__(.+?)__", r"<u>\1</u>", t)
        return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", t)

    def flush():
        if para:
            text = ""
            for p in para:
                text += esc(p[:-1].rstrip()) + "<br>" if p.endswith("\\") else esc(p) + ("" if s.get("indent") else " ")
            ind = f"; text-indent:{s['indent']}" if s.get("indent") else ""
            out.append(f'<p{d} style="text-align:{justify}{ind}">{text.strip()}</p>')
            para.clear()
        if table:
            rows = "".join("<tr>" + "".join(f"<td{d}>{esc(c)}</td>" for c in r) + "</tr>" for r in table)
            out.append(f'<table{d} border="1" cellspacing="0" cellpadding="4">{rows}</table>')
            table.clear()

    kinds = {"^": ("center", ""), ">": (right, ""), "<": (left, ""), "~": ("center", "font-size:72%"),
             ".": (left, "font-size:75%"), "#": ("center", "font-weight:bold;font-size:115%"), "!": (left, "font-weight:bold"),
             "-": (justify, "margin-left:9mm;margin-right:9mm;text-indent:-5mm"), "*": (justify, "margin-left:14mm;margin-right:8mm")}
    lines = []
    for line in markup.strip("\n").split("\n"):
        if lines and lines[-1].endswith("\\") and re.match(r"[\^><~.#!*-] ", lines[-1]):
            lines[-1] += "\n" + (line[2:] if line[:2] == lines[-1][:2] else line).rstrip()
        else:
            lines.append(line.rstrip())
    for line in lines:
        m = re.match(r"(\^|>|<|~|\.|#|!|-|\*) (.*)", line, re.S)
        if line.startswith("|"):
            if para:
                flush()
            table.append([c.strip() for c in line.strip("|").split("|")])
        elif not line or line in ("=", "%%%") or m:
            flush()
            if line == "=":
                out.append("<hr>")
            elif line == "%%%":
                out.append('<p style="page-break-before:always"></p>')
            elif m:
                align, more = kinds[m[1]]
                bullet = "– " if m[1] == "-" else ""
                out.append(f'<p{d} style="text-align:{align};margin-top:1mm;margin-bottom:1mm;{more}">{bullet}{"<br>".join(esc(x.rstrip(chr(92)).rstrip()) for x in m[2].split(chr(10)))}</p>')
        else:
            if table:
                flush()
            para.append(line)
    flush()
    return "\n".join(out)


def page(markup, style, title="", header="", footer=""):
    """A whole HTML document. `header` and `footer` (markup) go to the head and foot of the page."""
    s = STYLES[style]
    d = s.get("dir", "ltr")
    css = (f"@page{{size:A4;margin:{s['margin']}}} body{{{s.get('num', '')}font-family:{s['font']};font-size:{s['size']}pt;line-height:{s.get('lead', 1.3)}}}"
           " td{vertical-align:top} td,th{padding:1mm 2.2mm;border:0.5pt solid #555} table{border-collapse:collapse;margin:3mm 0} hr{border:0;border-top:0.6pt solid #333}")
    head = f'<div title="header">{body(header, style)}</div>' if header else ""
    foot = f'<div title="footer">{body(footer, style)}</div>' if footer else ""
    return (f'<!DOCTYPE html><html dir="{d}"><head><meta charset="utf-8"><title>{_html.escape(title)}</title><style>{css}</style></head>'
            f'<body dir="{d}">{head}{body(markup, style)}{foot}</body></html>')


def _cached(kind, source, suffix):
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE / (kind + "-" + hashlib.sha256(source.encode()).hexdigest()[:24] + suffix)


def weasy(source):
    """HTML -> PDF bytes by WeasyPrint."""
    path = _cached("weasy", source, ".pdf")
    if not path.exists():
        os.environ["SOURCE_DATE_EPOCH"] = EPOCH
        import logging
        logging.disable(logging.ERROR)
        import weasyprint
        data = weasyprint.HTML(string=source).write_pdf()
        path.write_bytes(data)
    return path.read_bytes()


FILTERS = {"pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}


def office(source, fmt):
    """HTML -> an office format by LibreOffice, the making time taken out."""
    path = _cached("office-" + fmt, source, "." + fmt)
    if not path.exists():
        with tempfile.TemporaryDirectory() as work:
            work = pathlib.Path(work)
            (work / "in.html").write_text(source, encoding="utf-8")
            home = CACHE / "profile"
            args = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--infilter=HTML (StarWriter)", "--convert-to",
                    FILTERS["odt"] if fmt == "odt" else FILTERS["odt"], "--outdir", str(work), str(work / "in.html")]
            env = dict(os.environ, SOURCE_DATE_EPOCH=EPOCH)
            subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, timeout=180)
            if fmt != "odt":
                args = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", FILTERS[fmt], "--outdir", str(work), str(work / "in.odt")]
                subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, timeout=180)
            shutil.copy(work / f"in.{fmt}", path)
    data = path.read_bytes()
    return _timeless(data) if fmt in ("docx", "odt") else re.sub(rb"\{\\(creatim|revtim|printim)[^}]*\}", b"", data) if fmt == "rtf" else data


def _timeless(data):
    src, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for info in src.infolist():
            d = src.read(info)
            if info.filename in ("docProps/core.xml", "meta.xml"):
                d = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?", b"2017-08-01T09:00:00", d)
            new = zipfile.ZipInfo(info.filename, (2017, 8, 1, 9, 0, 0))
            new.compress_type = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(new, d)
    return out.getvalue()


def rasters(pdf, dpi):
    """The pages of a PDF as grey images."""
    from PIL import Image
    with tempfile.TemporaryDirectory() as work:
        src = pathlib.Path(work) / "a.pdf"
        src.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), str(src), str(pathlib.Path(work) / "p")], check=True, stderr=subprocess.DEVNULL)
        return [Image.open(p).convert("L").copy() for p in sorted(pathlib.Path(work).glob("p*.pgm"))]
