"""A page by typst."""

import pathlib
import re
import tempfile

import typst

FONTS = {"times": "Liberation Serif", "calibri": "Carlito", "cambria": "Caladea", "arial": "Liberation Sans", "narrow": "Liberation Sans Narrow",
         "dejavu": "DejaVu Serif", "free": "FreeSerif", "amiri": "Amiri", "naskh": "Noto Naskh Arabic", "noto": "Noto Sans Arabic",
         "song": "Noto Serif CJK SC", "hei": "Noto Sans CJK SC"}


def q(text):
    """Text as a value of typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lines(some):
    return "[" + " \\ ".join(f"#{q(line)}" for line in some) + "]"


def number(text):
    parts = re.split(r"(##|#|\n)", text)
    say = {"##": "#context counter(page).final().first()", "#": "#context counter(page).display()", "\n": " \\ "}
    return "[" + "".join(say.get(part, f"#{q(part)}") for part in parts if part) + "]"


def table(rows, look):
    many = len(rows[0])
    columns = {2: "(35%, 1fr)", 3: "(auto, 1fr, 1fr)"}.get(many, "(auto," + "1fr," * (many - 1) + ")")
    cells = []
    for n, row in enumerate(rows):
        k, some = 0, []
        while k < len(row):
            span = 1
            while k + span < len(row) and row[k + span] is None:
                span += 1
            some.append(f"table.cell(colspan: {span}, {lines(row[k].split(chr(10)))})")
            k += span
        cells.append(f"table.header({','.join(some)})" if n == 0 and look.get("head") else ",".join(some))
    stroke = "0.5pt" if look.get("lines", True) else "none"
    return f"#table(columns: {columns}, stroke: {stroke}, align: start, {', '.join(cells)})"


def body(page):
    out = []
    for kind, *rest in page["flow"]:
        if kind == "c":
            text = {"b": "strong(%s)", "sc": "smallcaps(%s)", "ls": "text(tracking: 4pt, %s)", "u": "underline(%s)", "": "%s"}[rest[1]] % q(rest[0])
            out.append(f"#align(center, {text})")
        elif kind in ("two", "crest"):
            crest = ", text(size: 26pt, [✠])" if kind == "crest" else ""
            out.append(f"#grid(columns: {'(1fr, 14mm, 1fr)' if crest else '(1fr, 1fr)'}, align: center, {lines(rest[0])}{crest}, {lines(rest[1])})")
        elif kind == "pair":
            out.append(f"#grid(columns: (1fr, auto), {q(rest[0])}, align(end, {q(rest[1])}))")
        elif kind == "box":
            out.append(f"#align(end, box(width: 62mm, stroke: 0.7pt, inset: 6pt, align(start, {lines(rest[0])})))")
        elif kind in ("r", "l"):
            out.append(f"#block(spacing: 0.6em, width: 100%, align({'end' if kind == 'r' else 'start'}, {q(rest[0])}))")
        elif kind == "p":
            note = f"#footnote({q(rest[1])})" if len(rest) > 1 and rest[1] else ""
            out.append(f"#par(first-line-indent: (amount: {page['indent']}mm, all: true))[#{q(rest[0])}{note}]")
        elif kind == "li":
            out.append(f"#block(spacing: 0.7em, inset: (left: 8mm), grid(columns: (9mm, 1fr), {q(rest[0])}, {q(rest[1])}))")
        elif kind in ("table", "form", "grid"):
            out.append(table(rest[0], rest[1] if len(rest) > 1 else {}))
        elif kind == "page":
            out.append("#pagebreak()")
        elif kind == "gap":
            out.append(f"#v({rest[0]}pt)")
    if page.get("stamp"):
        out.append(f"#place(bottom + right, dx: -12mm, dy: -18mm, rotate(-14deg, rect(stroke: blue, inset: 5pt, align(center, text(size: 9pt, fill: blue, {lines(page['stamp'])})))))")
    return "\n\n".join(out)


def source(page):
    first = lines(page["foot_first"]) if page.get("foot_first") else None
    later = f"align(center, text(size: 8.5pt, {number(page['footer'])}))" if page.get("footer") else "none"
    foot = f"context if counter(page).get().first() == 1 {{ {f'align(start, {first})' if first else later} }} else {{ {later} }}"
    head = f"context if counter(page).get().first() > 1 {{ align(center, text(size: 8.5pt, {number(page['header'])})) }}" if page.get("header") else "none"
    water = f"rotate(-45deg, text(size: 90pt, fill: luma(228), {q(page['watermark'])}))" if page.get("watermark") else "none"
    paper = {"A4": "a4", "letter": "us-letter"}[page["paper"]]
    fonts = ", ".join(q(f) for f in (FONTS[page["font"]], "Liberation Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", "DejaVu Sans"))
    return (f"#set page(paper: {q(paper)}, margin: (x: {page['side']}mm, top: 24mm, bottom: {42 if first else 25}mm), footer: {foot}, header: {head}, background: {water})\n"
            f"#set text(font: ({fonts}), size: {page['size']}pt, lang: {q(page['lang'])}, hyphenate: {str(page['hyphens']).lower()}, tracking: {2.5 if page.get('airy') else 0}pt)\n"
            f"#set par(justify: {str(page['justify']).lower()}, leading: {page['lead'] - .62:.2f}em, spacing: {page['after']}pt)\n" + body(page))


def pdf(page):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.typ"
        path.write_text(source(page), encoding="utf-8")
        return typst.compile(str(path))
