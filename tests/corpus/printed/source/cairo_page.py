"""A page by Pango and cairo: each piece of text is placed by itself."""

import io

import cairocffi as cairo
import pangocairocffi
import pangocffi

from typst_page import FONTS

MM = 72 / 25.4


class Maker:
    def __init__(self, page):
        self.page, self.out, self.number = page, io.BytesIO(), 1
        wide, high = {"A4": (595.28, 841.89), "letter": (612, 792)}[page["paper"]]
        self.surface = cairo.PDFSurface(self.out, wide, high)
        self.context = cairo.Context(self.surface)
        self.wide, self.high, self.side = wide, high, page["side"] * MM
        self.width, self.y = wide - 2 * self.side, 22 * MM
        self.marks()

    def layout(self, text, width, align="start", size=None, bold=False, first=0):
        layout = pangocairocffi.create_layout(self.context)
        font = pangocffi.FontDescription()
        font.family = FONTS[self.page["font"]]
        font.size = int((size or self.page["size"]) * 1024)
        if bold:
            font.weight = pangocffi.Weight.BOLD
        layout.font_description = font
        layout.width = int(width * 1024)
        layout.wrap = pangocffi.WrapMode.WORD_CHAR
        # Pango turns left and right for Arabic by itself.
        layout.alignment = {"start": pangocffi.Alignment.LEFT, "end": pangocffi.Alignment.RIGHT, "center": pangocffi.Alignment.CENTER, "justify": pangocffi.Alignment.LEFT}[align]
        if align == "justify":
            pangocffi.pango.pango_layout_set_justify(layout.pointer, True)
        pangocffi.pango.pango_layout_set_indent(layout.pointer, int(first * 1024))
        layout.text = text
        return layout

    def high_of(self, layout):
        return layout.get_size()[1] / 1024

    def show(self, layout, x, y):
        self.context.move_to(x, y)
        pangocairocffi.show_layout(self.context, layout)

    def room(self, high):
        low = (46 if self.page.get("foot_first") and self.number == 1 else 26) * MM
        if self.y + high > self.high - low:
            self.turn()

    def turn(self):
        self.surface.show_page()
        self.number += 1
        self.y = 24 * MM
        self.marks()

    def marks(self):
        page = self.page
        if page.get("header") and self.number > 1:
            self.show(self.layout(page["header"], self.width, "center", 8.5), self.side, 12 * MM)
        if self.number == 1 and page.get("foot_first"):
            self.show(self.layout("\n".join(page["foot_first"]), self.width), self.side, self.high - 42 * MM)
        elif page.get("footer"):
            text = page["footer"].replace("##", "2").replace("#", str(self.number))
            self.show(self.layout(text, self.width, "center", 8.5), self.side, self.high - 18 * MM)

    def put(self, text, align="start", left=0, after=2, first=0, bold=False):
        layout = self.layout(text, self.width - left, align, first=first, bold=bold)
        self.room(min(self.high_of(layout), 90))
        self.show(layout, self.side + (0 if self.page["rtl"] else left), self.y)
        self.y += self.high_of(layout) + after

    def row(self, cells, shares, lines, align="start", bold=False):
        if self.page["rtl"]:
            cells, shares = cells[::-1], shares[::-1]
        layouts = [self.layout(cell or "", s * self.width - 8, align, bold=bold) for cell, s in zip(cells, shares)]
        high = max(self.high_of(some) for some in layouts) + 6
        self.room(high)
        x = self.side
        for layout, s in zip(layouts, shares):
            self.show(layout, x + 4, self.y + 3)
            if lines:
                self.context.set_line_width(.5)
                self.context.rectangle(x, self.y, s * self.width, high)
                self.context.stroke()
            x += s * self.width
        self.y += high

    def pdf(self):
        page = self.page
        for kind, *rest in page["flow"]:
            if kind == "c":
                self.put(rest[0], "center", bold=rest[1] in ("b", "ls", "sc"))
            elif kind in ("two", "crest"):
                self.row(["\n".join(rest[0]), "✠", "\n".join(rest[1])], [.45, .1, .45], False, "center", True)
            elif kind == "pair":
                layout = self.layout(rest[1], self.width, "end")
                self.show(layout, self.side, self.y)
                self.put(rest[0], after=8)
            elif kind == "box":
                layout = self.layout("\n".join(rest[0]), 62 * MM)
                self.context.rectangle(self.wide - self.side - 66 * MM, self.y, 66 * MM, self.high_of(layout) + 8)
                self.context.stroke()
                self.show(layout, self.wide - self.side - 64 * MM, self.y + 4)
                self.y += self.high_of(layout) + 14
            elif kind in ("r", "l"):
                self.put(rest[0], "end" if kind == "r" else "start")
            elif kind == "p":
                self.put(rest[0], "justify" if page["justify"] else "start", after=page["after"], first=page["indent"] * MM)
            elif kind == "li":
                if not page["rtl"]:
                    self.room(min(self.high_of(self.layout(rest[1], self.width - 24)), 90))
                    self.show(self.layout(rest[0], self.width), self.side, self.y)
                self.put(rest[1] if not page["rtl"] else f"{rest[0]} {rest[1]}", left=24 if not page["rtl"] else 0, after=4)
            elif kind in ("table", "form", "grid"):
                rows, look = rest[0], rest[1] if len(rest) > 1 else {}
                many = len(rows[0])
                shares = {2: [.34, .66], 3: [.08, .46, .46] if max(len(r[0] or "") for r in rows) < 5 else [.3, .35, .35]}.get(many, [.08] + [.92 / max(1, many - 1)] * (many - 1))
                for row in rows:
                    self.row(row, shares, look.get("lines", True))
                self.y += 8
            elif kind == "page":
                self.turn()
            elif kind == "gap":
                self.y += rest[0]
        self.surface.finish()
        return self.out.getvalue()


def pdf(page):
    return Maker(page).pdf()
