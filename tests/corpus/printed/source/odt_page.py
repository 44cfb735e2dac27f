"""A page as flat ODT, printed by LibreOffice Writer."""

import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

FONTS = {"times": "Liberation Serif", "calibri": "Carlito", "cambria": "Caladea", "arial": "Liberation Sans", "narrow": "Liberation Sans Narrow",
         "dejavu": "DejaVu Serif", "free": "FreeSerif", "amiri": "Amiri", "naskh": "Noto Naskh Arabic", "noto": "Noto Sans Arabic",
         "song": "Noto Serif CJK SC", "hei": "Noto Sans CJK SC"}
SPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
          'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
          'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')
LINE = "0.5pt solid #222222"


def e(text):
    return escape(text)


def p(style, text, note=None):
    tail = ""
    if note:
        tail = (f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                f'<text:p text:style-name="small">{e(note)}</text:p></text:note-body></text:note>')
    return f'<text:p text:style-name="{style}">{e(text)}{tail}</text:p>'


def table(name, rows, cell, widths, style="cell", head=False):
    columns = "".join(f'<table:table-column table:style-name="{w}"/>' for w in widths)
    out = []
    for row in rows:
        text, k = "", 0
        while k < len(row):
            span = 1
            while k + span < len(row) and row[k + span] is None:
                span += 1
            wide = f' table:number-columns-spanned="{span}"' if span > 1 else ""
            text += (f'<table:table-cell table:style-name="{cell}"{wide} office:value-type="string">'
                     + "".join(p(style, line) for line in row[k].split("\n")) + "</table:table-cell>" + "<table:covered-table-cell/>" * (span - 1))
            k += span
        out.append(f"<table:table-row>{text}</table:table-row>")
    if head:
        out[0] = f"<table:table-header-rows>{out[0]}</table:table-header-rows>"
    return f'<table:table table:name="{name}" table:style-name="whole">{columns}{"".join(out)}</table:table>'


def body(page):
    out = []
    for n, (kind, *rest) in enumerate(page["flow"]):
        if kind == "c":
            out.append(p({"b": "cb", "sc": "csc", "ls": "cls", "u": "cu", "": "c"}[rest[1]], rest[0]))
        elif kind in ("two", "crest"):
            some = [["\n".join(rest[0]), "✠", "\n".join(rest[1])]] if kind == "crest" else [["\n".join(rest[0]), "\n".join(rest[1])]]
            out.append(table(f"t{n}", some, "plain", ["w45", "w10", "w45"] if kind == "crest" else ["w50", "w50"], "cb"))
        elif kind == "pair":
            out.append(f'<text:p text:style-name="pair">{e(rest[0])}<text:tab/>{e(rest[1])}</text:p>')
        elif kind == "box":
            out.append(table(f"t{n}", [["", "\n".join(rest[0])]], "lined2", ["w60", "w40"]))
        elif kind in ("r", "l"):
            out.append(p(kind, rest[0]))
        elif kind == "p":
            out.append(p("p", rest[0], rest[1] if len(rest) > 1 else None))
        elif kind == "li":
            out.append(f'<text:p text:style-name="li">{e(rest[0])}<text:tab/>{e(rest[1])}</text:p>')
        elif kind in ("table", "form", "grid"):
            rows, look = rest[0], rest[1] if len(rest) > 1 else {}
            if look.get("tabs"):
                # Columns without a table: tabulators.
                out += [f'<text:p text:style-name="tabs">{"<text:tab/>".join(e(c or "") for c in row)}</text:p>' for row in rows]
                continue
            many = len(rows[0])
            widths = {2: ["w35", "w65"], 3: ["w10", "w45", "w45"] if len(rows[-1][0] or "") < 4 else ["w30", "w35", "w35"]}.get(many, ["w10"] + ["wn"] * (many - 1))
            out.append(table(f"t{n}", rows, "lined" if look.get("lines", True) else "plain", widths, "cell", look.get("head", False)))
        elif kind == "page":
            out.append('<text:p text:style-name="break"/>')
        elif kind == "gap":
            out.append('<text:p text:style-name="l"/>')
    if page.get("stamp"):
        first = out.pop(0)
        frame = ('<draw:frame draw:style-name="stamp" text:anchor-type="page" text:anchor-page-number="1" svg:x="13cm" svg:y="23.5cm" svg:width="5cm" svg:height="1.6cm" draw:z-index="1">'
                 f'<draw:text-box>{"".join(p("c", line) for line in page["stamp"])}</draw:text-box></draw:frame>')
        out[:0] = [frame, first]
    return "".join(out)


def field(text):
    return e(text).replace("##", "\1").replace("#", "<text:page-number/>").replace("\1", "<text:page-count/>")


def fodt(page):
    lang = {"en": "en-US", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-EG", "zh": "zh-CN"}[page["lang"]]
    tag, land = lang.split("-")
    font = FONTS[page["font"]]
    mode = ' style:writing-mode="rl-tb"' if page["rtl"] else ""
    end = "start" if page["rtl"] else "end"
    side = page["side"] / 10
    width = {"A4": 21.0, "letter": 21.59}[page["paper"]] - 2 * side

    def para(name, more="", text=""):
        return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties{mode} {more}/>'
                f'<style:text-properties {text}/></style:style>')

    def stop(at, kind="left"):
        return f'<style:tab-stops><style:tab-stop style:position="{at:.2f}cm" style:type="{kind}"/></style:tab-stops>'

    lead = f'fo:line-height="{page["lead"] * 84:.0f}%"'
    side_of = "end" if page["rtl"] else "start"
    just = "justify" if page["justify"] else side_of
    ink = f'fo:hyphenate="{"true" if page["hyphens"] else "false"}" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"'
    airy = ' fo:letter-spacing="2.5pt"' if page.get("airy") else ""
    styles = "".join([
        para("c", 'fo:text-align="center"'), para("cb", 'fo:text-align="center"', 'fo:font-weight="bold" style:font-weight-asian="bold"'),
        para("csc", 'fo:text-align="center"', 'fo:font-variant="small-caps" fo:font-weight="bold"'), para("cls", 'fo:text-align="center"', 'fo:letter-spacing="4pt" fo:font-weight="bold"'),
        para("cu", 'fo:text-align="center"', 'style:text-underline-style="solid"'),
        para("r", f'fo:text-align="{end}" fo:margin-bottom="0.1cm"'), para("l", f'fo:text-align="{side_of}" fo:margin-bottom="0.05cm"'),
        para("p", f'fo:text-align="{just}" {lead} fo:text-indent="{page["indent"] / 10}cm" fo:margin-bottom="{page["after"]}pt" fo:margin-top="3pt"', ink + airy),
        para("cell", f'fo:text-align="{side_of}"'), para("small", "", 'fo:font-size="8.5pt"'), para("break", 'fo:break-before="page"'),
        para("foot", 'fo:text-align="center"', 'fo:font-size="8.5pt"'),
        f'<style:style style:name="pair" style:family="paragraph"><style:paragraph-properties{mode} fo:margin-bottom="0.3cm">{stop(width, "right")}</style:paragraph-properties></style:style>',
        f'<style:style style:name="tabs" style:family="paragraph"><style:paragraph-properties{mode}><style:tab-stops>' + "".join(f'<style:tab-stop style:position="{width * k / 3.2:.2f}cm"/>' for k in (1, 2, 3)) + "</style:tab-stops></style:paragraph-properties></style:style>",
        f'<style:style style:name="li" style:family="paragraph"><style:paragraph-properties{mode} fo:text-align="{just}" fo:margin-left="1.6cm" fo:text-indent="-0.8cm" fo:margin-bottom="0.1cm">{stop(0)}</style:paragraph-properties></style:style>',
        f'<style:style style:name="whole" style:family="table"><style:table-properties style:width="{width}cm" table:align="margins"{mode} fo:margin-bottom="0.25cm" fo:margin-top="0.15cm"/></style:style>',
        *(f'<style:style style:name="w{n}" style:family="table-column"><style:table-column-properties style:column-width="{width * n / 100:.2f}cm"/></style:style>' for n in (10, 30, 35, 40, 45, 50, 60, 65)),
        f'<style:style style:name="wn" style:family="table-column"><style:table-column-properties style:column-width="{width * .9 / max(1, page.get("columns", 4) - 1):.2f}cm"/></style:style>',
        f'<style:style style:name="lined" style:family="table-cell"><style:table-cell-properties fo:border="{LINE}" fo:padding="0.08cm"/></style:style>',
        f'<style:style style:name="lined2" style:family="table-cell"><style:table-cell-properties fo:border-bottom="{LINE}" fo:padding="0.1cm"/></style:style>',
        '<style:style style:name="plain" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.06cm"/></style:style>',
        '<style:style style:name="stamp" style:family="graphic"><style:graphic-properties style:wrap="run-through" style:run-through="foreground" fo:border="1pt solid #2a4aa5"/></style:style>',
    ])
    foot, first = page.get("footer"), page.get("foot_first")
    footer = "".join(f'<text:p text:style-name="foot">{field(line)}</text:p>' for line in foot.split("\n")) if foot else ""
    footer1 = "".join(p("l", line) for line in first) if first else footer
    header = f'<text:p text:style-name="foot">{field(page["header"])}</text:p>' if page.get("header") else ""
    paper = {"A4": (21.0, 29.7), "letter": (21.59, 27.94)}[page["paper"]]
    layout = (f'<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="{paper[0]}cm" fo:page-height="{paper[1]}cm" fo:margin-left="{side}cm" '
              f'fo:margin-right="{side}cm" fo:margin-top="1.8cm" fo:margin-bottom="1.6cm"{mode}/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>'
              '<style:footer-style><style:header-footer-properties fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>')
    master = ('<style:master-page style:name="Standard" style:page-layout-name="pl">' + (f"<style:header>{header}</style:header><style:header-first><text:p/></style:header-first>" if header else "")
              + (f"<style:footer>{footer or '<text:p/>'}</style:footer><style:footer-first>{footer1}</style:footer-first>" if footer or footer1 else "") + "</style:master-page>")
    base = (f'<style:default-style style:family="paragraph"><style:paragraph-properties{mode}/><style:text-properties style:font-name="F" style:font-name-asian="F" style:font-name-complex="F" '
            f'fo:font-size="{page["size"]}pt" style:font-size-asian="{page["size"]}pt" style:font-size-complex="{page["size"]}pt" fo:language="{tag}" fo:country="{land}"/></style:default-style>')
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;{font}&apos;"/></office:font-face-decls>'
            f'<office:styles>{base}</office:styles><office:automatic-styles>{styles}{layout}</office:automatic-styles><office:master-styles>{master}</office:master-styles>'
            f'<office:body><office:text>{body(page)}</office:text></office:body></office:document>')


def pdf(page):
    page = {**page, "columns": max((len(rest[0][0]) for kind, *rest in page["flow"] if kind in ("table", "form", "grid")), default=4)}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "a.fodt").write_text(fodt(page), encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/home", "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/a.fodt"],
                       check=True, capture_output=True, timeout=120)
        return (path / "a.pdf").read_bytes()
