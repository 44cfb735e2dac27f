"""A page by ReportLab. Arabic is shaped and turned here: what lies in the file is what is seen, in forms of presentation."""

import io
from xml.sax.saxutils import escape

import arabic_reshaper
from bidi.algorithm import get_display
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle

FILES = {"times": "liberation/LiberationSerif-Regular", "arial": "liberation/LiberationSans-Regular", "calibri": "crosextra/Carlito-Regular", "cambria": "crosextra/Caladea-Regular",
         "dejavu": "dejavu/DejaVuSerif", "free": "freefont/FreeSerif", "narrow": "liberation/LiberationSansNarrow-Regular", "naskh": "noto/NotoNaskhArabic-Regular", "noto": "noto/NotoNaskhArabic-Regular"}


def font(page):
    name = page["font"]
    if page["lang"] == "zh":
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        return "STSong-Light"
    if page["rtl"]:
        name = "dejavu_ar"
        pdfmetrics.registerFont(TTFont(name, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
        return name
    if name == "times" and page.get("builtin"):
        return "Times-Roman"
    pdfmetrics.registerFont(TTFont(name, f"/usr/share/fonts/truetype/{FILES[name]}.ttf"))
    return name


class Maker:
    def __init__(self, page):
        self.page, self.font = page, font(page)
        self.paper = {"A4": A4, "letter": letter}[page["paper"]]
        self.width = self.paper[0] - 2 * page["side"] * mm

    def seen(self, text, width, size):
        """Lines of Arabic as they are seen, from the left."""
        out, line = [], ""
        shaped = arabic_reshaper.reshape(text)
        for word in shaped.split(" "):
            more = f"{line} {word}".strip()
            if line and pdfmetrics.stringWidth(more, self.font, size) > width:
                out.append(line)
                line = word
            else:
                line = more
        return [get_display(line, base_dir="R") for line in [*out, line]]

    def para(self, text, align="start", width=None, size=None, left=0, first=0, after=2, bold=False):
        size = size or self.page["size"]
        kinds = {"start": TA_RIGHT if self.page["rtl"] else TA_LEFT, "end": TA_LEFT if self.page["rtl"] else TA_RIGHT, "center": TA_CENTER, "justify": TA_JUSTIFY}
        rtl = self.page["rtl"]
        if rtl and align == "justify":
            align = "start"
        style = ParagraphStyle("x", fontName=self.font, fontSize=size, leading=size * self.page["lead"] * .95, alignment=kinds[align], leftIndent=0 if rtl else left, rightIndent=left if rtl else 0,
                               firstLineIndent=first, spaceAfter=after, wordWrap="CJK" if self.page["lang"] == "zh" else None, uriWasteReduce=0)
        if rtl:
            lines = [piece for line in text.split("\n") for piece in self.seen(line, (width or self.width) - left - 4, size)]
            return Paragraph("<br/>".join(escape(line) for line in lines), style)
        return Paragraph("<br/>".join(escape(line) for line in text.split("\n")), style)

    def table(self, rows, look, widths=None):
        many = len(rows[0])
        shares = widths or {2: [.34, .66], 3: [.08, .46, .46] if max(len(r[0] or "") for r in rows) < 5 else [.3, .35, .35]}.get(many, [.08] + [.92 / max(1, many - 1)] * (many - 1))
        spans = []
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                if cell is None:
                    start = max(k for k in range(x) if row[k] is not None)
                    spans.append(("SPAN", (start, y), (x, y)))
        cells = [[self.para(cell or "", width=s * self.width - 12) for cell, s in zip(row, shares)] for row in rows]
        if self.page["rtl"]:
            cells, shares, spans = [row[::-1] for row in cells], shares[::-1], [(a, (many - 1 - t[0], t[1]), (many - 1 - f[0], f[1])) for a, f, t in spans]
        lines = [("GRID", (0, 0), (-1, -1), .5, colors.black)] if look.get("lines", True) else []
        return Table(cells, [s * self.width for s in shares], repeatRows=1 if look.get("head") else 0, style=TableStyle([("VALIGN", (0, 0), (-1, -1), look.get("valign", "TOP")), *lines, *spans]))

    def flow(self):
        page, out = self.page, []
        for kind, *rest in page["flow"]:
            if kind == "c":
                out.append(self.para(rest[0], "center"))
            elif kind in ("two", "crest"):
                cells = [self.para("\n".join(some), "center", self.width * .45) for some in rest[:2]]
                if page["rtl"]:
                    cells = cells[::-1]
                out.append(Table([cells], [self.width / 2] * 2, style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])))
            elif kind == "pair":
                cells = [self.para(rest[0], "start", self.width * .55), self.para(rest[1], "end", self.width * .45)]
                out.append(Table([cells[::-1] if page["rtl"] else cells], [self.width * .45, self.width * .55] if page["rtl"] else [self.width * .55, self.width * .45]))
            elif kind == "box":
                out.append(Table([[self.para("\n".join(rest[0]), width=56 * mm)]], [62 * mm], hAlign="RIGHT", style=TableStyle([("BOX", (0, 0), (-1, -1), .7, colors.black)]), spaceAfter=8))
            elif kind in ("r", "l"):
                out.append(self.para(rest[0], "end" if kind == "r" else "start"))
            elif kind == "p":
                out.append(self.para(rest[0], "justify" if page["justify"] else "start", first=page["indent"] * mm, after=page["after"]))
            elif kind == "li":
                out.append(Table([[self.para(rest[1], "start", self.width - 26 * mm), self.para(rest[0], width=12 * mm)]] if page["rtl"] else [[self.para(rest[0]), self.para(rest[1], "justify" if page["justify"] else "start")]],
                                 [self.width - 14 * mm, 14 * mm] if page["rtl"] else [14 * mm, self.width - 14 * mm], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])))
            elif kind in ("table", "form", "grid"):
                out.append(self.table(rest[0], rest[1] if len(rest) > 1 else {}))
                out.append(Spacer(1, 8))
            elif kind == "page":
                out.append(PageBreak())
            elif kind == "gap":
                out.append(Spacer(1, rest[0]))
        return [NextPageTemplate("later"), *out]

    def said(self, text, canvas):
        text = text.replace("##", "2").replace("#", str(canvas.getPageNumber()))
        return get_display(arabic_reshaper.reshape(text), base_dir="R") if self.page["rtl"] else text

    def marks(self, canvas, first):
        page, (wide, high) = self.page, self.paper
        canvas.saveState()
        if page.get("watermark"):
            canvas.saveState()
            canvas.setFillGray(.9)
            canvas.setFont(self.font, 90)
            canvas.translate(wide / 2, high / 2)
            canvas.rotate(45)
            canvas.drawCentredString(0, 0, page["watermark"])
            canvas.restoreState()
        canvas.setFont(self.font, 8.5)
        if page.get("header") and not first:
            canvas.drawCentredString(wide / 2, high - 14 * mm, self.said(page["header"], canvas))
        if first and page.get("foot_first"):
            canvas.setFont(self.font, page["size"])
            for k, line in enumerate(page["foot_first"]):
                at = (14 + 6 * (len(page["foot_first"]) - 1 - k)) * mm
                if page["rtl"]:
                    canvas.drawRightString(wide - page["side"] * mm, at, self.said(line, canvas))
                else:
                    canvas.drawString(page["side"] * mm, at, line)
        elif page.get("footer"):
            for k, line in enumerate(page["footer"].split("\n")):
                canvas.drawCentredString(wide / 2, (15 - 4 * k) * mm, self.said(line, canvas))
        if page.get("stamp") and first:
            canvas.translate(wide - 78 * mm, 50 * mm)
            canvas.rotate(14)
            canvas.setFillColorRGB(.2, .3, .7)
            for k, line in enumerate(page["stamp"]):
                canvas.drawString(0, -12 * k, line)
        canvas.restoreState()

    def pdf(self):
        out, side = io.BytesIO(), self.page["side"] * mm
        low = 44 * mm if self.page.get("foot_first") else 24 * mm
        frames = [Frame(side, low, self.width, self.paper[1] - 20 * mm - low, 0, 0, 0, 0, id="a") for _ in range(2)]
        doc = BaseDocTemplate(out, pagesize=self.paper, invariant=1)
        doc.addPageTemplates([PageTemplate("first", [frames[0]], onPage=lambda c, d: self.marks(c, True)), PageTemplate("later", [frames[1]], onPage=lambda c, d: self.marks(c, False))])
        doc.build(self.flow())
        return out.getvalue()


def pdf(page):
    return Maker(page).pdf()
