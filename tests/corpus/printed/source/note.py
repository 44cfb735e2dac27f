"""The text of a mail → what stands in it: head, reference, date, address, paragraphs, lists, tables, forms, signature."""

import re

WIDE = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
MARK = re.compile(r"^\s*(?:(-|–|•|\*|\d{1,2}[.)]|\(?[a-zа-яivx]{1,3}\)|\(\d{1,2}\)|[٠-٩]{1,2}[.)-])\s+|([一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]）)\s*)(?=\S)")
LABEL = re.compile(r"^\s*([^\s:：][^:：]{0,34}?)\s?[:：]\s*(\S.*)$")
YEAR = re.compile(r"(20|٢٠|۲۰)[0-9٠-٩]{2}|年")
FAR = re.compile(r"[.;:؛،,。；]\s*$")


class Unset(ValueError):
    """This text cannot be set without guessing what stands in it."""


def wide(text):
    """How much room letters take, in Latin ones."""
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)


def joined(lines, width):
    """Lines as a person meant them: those that were broken only for want of room, in a text of this width, are one."""
    out = []
    for line in lines:
        first = line.split(maxsplit=1)[0]
        last = out[-1][-1] if out else ""
        full = width <= 90 and wide(last.rstrip()) + 1 + wide(first) > width - 5 and wide(last) > 45
        if out and full and not MARK.match(line) and not line.startswith(" " * 9):
            out[-1].append(line)
        else:
            out.append([line])
    whole = []
    for some in out:
        text = " ".join(part.strip() for part in some)
        whole.append(re.sub(r"(?<=[^\W\d])- (?=[a-zà-ÿ])", "-", text) if len(some) > 1 else some[0].rstrip())
    return whole


def rows_of(lines):
    """The rows of a table that is set with blanks, tabs or bars, or None."""
    if all("|" in line for line in lines):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
        rows = [row for row in rows if any(re.search(r"\w", cell) for cell in row)]
    else:
        rows = []
        for line in lines:
            if re.fullmatch(r"[\s\-+_=|]+", line):
                continue
            cells = [cell.strip() for cell in WIDE.split(line.strip())]
            if len(cells) == 1 and rows and line.startswith(" " * 6):
                rows[-1][-1] += " " + cells[0]
            else:
                rows.append(cells)
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    return rows


def items_of(lines):
    """The items of a list, or None: marks at the first line and most others; what has none goes on."""
    if not MARK.match(lines[0]):
        return None
    out = []
    for line in lines:
        mark = MARK.match(line)
        if mark:
            out.append([mark.group(1) or mark.group(2), line[mark.end():].strip()])
        else:
            out[-1][1] += " " + line.strip()
    return [("li", mark, text) for mark, text in out]


def blocks(text, reference):
    """[(kind, ...)]: head, ref, date, pair (reference and date on one line), l (a line of its own), p, li, table, form."""
    out, begun = [], False
    if re.search(r"\*\*|__|^(>|=|~|#)|^\S+ (wrote|a écrit|escribió)|^-----", text, re.M):
        raise Unset("marks")
    width = max(wide(line.rstrip()) for line in text.split("\n"))
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = [line for line in block.expandtabs(8).split("\n") if line.strip()]
        if not lines or re.fullmatch(r"[\s\-_=*.]+", block):
            continue
        rows = rows_of(lines) if len(lines) > 1 else None
        items = items_of(lines)
        if rows:
            is_form = len(rows[0]) == 2 and all(len(row[0]) < 40 for row in rows)
            out.append(("form" if is_form else "table", [[c.rstrip(" :：") if is_form and k == 0 else c for k, c in enumerate(row)] for row in rows]))
            continue
        if items:
            out += items
            continue
        lines = joined(lines, width)
        if len(lines) > 1 and begun and all(LABEL.match(line) for line in lines) and len(lines) < 20:
            out.append(("form", [list(LABEL.match(line).groups()) for line in lines]))
            continue
        for line in lines:
            # What the clerk set far to the right stands right.
            parts = [part.strip() for part in re.split(r"(?<=\S) {3,}(?=\S)", line.strip())]
            if len(parts) > 2 or len(parts) == 2 and begun:
                raise Unset("blanks")
            if len(parts) == 2:
                out.append(("pair", *parts))
            elif wide(line.strip()) > 75 and not line.strip().isupper() or begun and FAR.search(line) and wide(line.strip()) > 30:
                begun = True
                out.append(("p", parts[0]))
            elif reference and reference.split("/")[0] in line and reference in line.replace("\u200f", ""):
                out.append(("ref", parts[0]))
            elif YEAR.search(line) and len(line) < 60:
                out.append(("date", parts[0]))
            elif begun:
                out.append(("l", parts[0]))
            else:
                out.append(("head", parts[0]))
    if not any(kind == "p" for kind, *_ in out):
        raise Unset("no prose")
    return out
