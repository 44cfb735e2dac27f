"""A page as HTML by WeasyPrint."""

import html

import weasyprint

FONTS = {"times": "'Liberation Serif'", "calibri": "Carlito", "cambria": "Caladea", "arial": "'Liberation Sans'", "narrow": "'Liberation Sans Narrow'",
         "dejavu": "'DejaVu Serif'", "free": "FreeSerif", "amiri": "Amiri", "naskh": "'Noto Naskh Arabic'", "noto": "'Noto Sans Arabic'",
         "song": "'Noto Serif CJK SC'", "hei": "'Noto Sans CJK SC'"}
LOOK = {"b": "font-weight:bold", "sc": "font-variant:small-caps", "ls": "letter-spacing:.35em;font-weight:bold", "": "", "u": "text-decoration:underline"}


def e(text):
    return html.escape(text)


def lines(some):
    return "<br>".join(e(line) for line in some)


def cells(row, tag="td"):
    """A cell that is None belongs to the one before it."""
    out = []
    for cell in row:
        if cell is None:
            out[-1][1] += 1
        else:
            out.append([cell, 1])
    return "".join(f'<{tag} colspan="{n}">{lines(c.split(chr(10)))}</{tag}>' for c, n in out)


def body(page):
    out = []
    for kind, *rest in page["flow"]:
        if kind == "c":
            out.append(f'<p class="c" style="{LOOK[rest[1]]}">{e(rest[0])}</p>')
        elif kind in ("two", "crest"):
            crest = '<td class="crest"><span>✠</span></td>' if kind == "crest" else ""
            out.append(f'<table class="two"><tr><td>{lines(rest[0])}</td>{crest}<td>{lines(rest[1])}</td></tr></table>')
        elif kind == "pair":
            out.append(f'<table class="pair"><tr><td>{e(rest[0])}</td><td class="r">{e(rest[1])}</td></tr></table>')
        elif kind == "box":
            out.append(f'<div class="box">{lines(rest[0])}</div>')
        elif kind in ("r", "l", "p"):
            note = f'<span class="fn">{e(rest[1])}</span>' if len(rest) > 1 and rest[1] else ""
            out.append(f'<p class="{kind}">{e(rest[0])}{note}</p>')
        elif kind == "li":
            out.append(f'<div class="li"><span>{e(rest[0])}</span>{e(rest[1])}</div>')
        elif kind in ("table", "form", "grid"):
            rows, look = rest[0], rest[1] if len(rest) > 1 else {}
            head = ""
            if look.get("head"):
                head, rows = f"<thead><tr>{cells(rows[0], 'th')}</tr></thead>", rows[1:]
            cls = f"{kind} {'lined' if look.get('lines', True) else 'bare'}"
            out.append(f'<table class="{cls}">{head}{"".join(f"<tr>{cells(row)}</tr>" for row in rows)}</table>')
        elif kind == "page":
            out.append('<div style="break-before:page"></div>')
        elif kind == "gap":
            out.append(f'<div style="height:{rest[0]}pt"></div>')
    if page.get("stamp"):
        out.append(f'<div class="stamp">{lines(page["stamp"])}</div>')
    if page.get("watermark"):
        out.append(f'<div class="water">{e(page["watermark"])}</div>')
    return "".join(out)


def string(text):
    """CSS content; "#" is the page's number, "##" how many there are."""
    out = []
    for k, line in enumerate(text.split("\n")):
        parts = line.replace("##", "\1").replace("#", "\2")
        quoted = parts.replace("\\", "\\\\").replace('"', '\\"')
        quoted = quoted.replace("\1", '" counter(pages) "').replace("\2", '" counter(page) "')
        out.append(f'"{quoted}{chr(92)}A "' if k < text.count("\n") else f'"{quoted}"')
    return " ".join(out)


def style(page):
    small = "font-size:8.5pt;white-space:pre;line-height:1.2;"
    top = f"@top-center{{content:{string(page['header'])};{small}}}" if page.get("header") else ""
    foot = f"@bottom-center{{content:{string(page['footer'])};{small}}}" if page.get("footer") else ""
    first = f"@page:first{{@top-center{{content:none}} @bottom-center{{content:none}} @bottom-left{{content:{string(chr(10).join(page['foot_first']))};white-space:pre;font-size:{page['size']}pt;width:70%}}}}" if page.get("foot_first") else "@page:first{@top-center{content:none}}"
    low = 38 if page.get("foot_first") else 22
    return (f"@page{{size:{page['paper']};margin:22mm {page['side']}mm {low}mm {page['side']}mm;{top}{foot}}}{first}"
            f"body{{font-family:{FONTS[page['font']]},'Liberation Serif','Noto Naskh Arabic','Noto Serif CJK SC';font-size:{page['size']}pt;line-height:{page['lead']}}}"
            f"p{{margin:0 0 {page['after']}pt 0}}.p{{text-align:{'justify' if page['justify'] else 'start'};text-indent:{page['indent']}mm;hyphens:{'auto' if page['hyphens'] else 'manual'}}}"
            f".p{{{'letter-spacing:.25em' if page.get('airy') else ''}}}"
            ".c{text-align:center;margin:0 0 1pt}.r{text-align:end}.l,.r{margin:0 0 2pt}.l+.p,.r+.p{margin-top:9pt}"
            "table{border-collapse:collapse;margin:5pt 0 9pt}td,th{padding:2pt 5pt;vertical-align:top;text-align:start}"
            ".two,.pair{width:100%}.two td{width:45%;text-align:center;font-weight:bold}.crest{width:10%}.crest span{font-size:26pt}.pair .r{text-align:end}"
            ".lined td,.lined th{border:.6pt solid #222}.table,.form{width:100%}.form td:first-child{width:34%}"
            ".box{border:.8pt solid #222;padding:4pt 8pt;width:62mm;margin:0 0 9pt auto}"
            ".li{margin:0 0 4pt 11mm;text-align:justify}.li span{display:inline-block;width:8mm;margin-inline-start:-8mm}"
            ".fn{float:footnote;font-size:8.5pt}.stamp{position:fixed;bottom:48mm;right:26mm;transform:rotate(-17deg);color:#2a4aa5;border:1.5pt solid #2a4aa5;padding:3pt 7pt;font-size:9pt;text-align:center}"
            ".water{position:fixed;top:110mm;left:22mm;transform:rotate(-42deg);font-size:88pt;color:#e4e4e4;z-index:-1}")


def pdf(page):
    rtl = ' dir="rtl"' if page["rtl"] else ""
    text = f'<html lang="{page["lang"]}"{rtl}><head><meta charset="utf-8"><style>{style(page)}</style></head><body>{body(page)}</body></html>'
    return weasyprint.HTML(string=text).write_pdf(pdf_identifier=b"printed")
