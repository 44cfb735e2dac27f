"""A page by groff, with tbl for tables (Latin letters only)."""

import subprocess


def e(text):
    text = text.replace("\\", "\\e").replace("\u00ad", "\\%")
    for sign, name in (("“", "lq"), ("”", "rq"), ("‘", "oq"), ("’", "cq"), ("–", "en"), ("—", "em"), ("«", "Fo"), ("»", "Fc"), ("•", "bu")):
        text = text.replace(sign, f"\\[{name}]")
    return "\\&" + text.replace("\u00a0", "\\ ")


def table(rows, look):
    lines, many = look.get("lines", True), len(rows[0])
    head = look.get("head")
    out = [".TS H" if head else ".TS", ("allbox, " if lines else "") + "expand;", " ".join(["lx"] * many) + "."]
    for n, row in enumerate(rows):
        cells = []
        for cell in row:
            cells.append("T{\n.ad l\n" + e(cell or "").replace("\n", "\n.br\n") + "\nT}")
        out.append("\t".join(cells))
        if n == 0 and head:
            out.append(".TH")
    return out + [".TE"]


def source(page):
    unit = {"A4": (210, 297), "letter": (216, 279)}[page["paper"]]
    width = unit[0] - 2 * page["side"]
    out = [f".nr PS {page['size']}", f".nr VS {page['size'] * page['lead'] * .92:.1f}", f".nr PO {page['side'] / 10}c", f".nr LL {width / 10}c", f".nr PI {max(4, page['indent'])}m",
           f".nr PD {page['after']}p", ".nr HM 2.2c", ".nr FM 2.2c", ".nr LT \\n[LL]", ".ds LH", ".ds CH", ".ds RH", ".ds CF"]
    if page.get("header"):
        out.append(f".ds CH {page['header']}")
    if page.get("footer"):
        flat = " - ".join(page["footer"].split("\n"))
        out += [f".ds CF {flat.replace('##', '2').replace('#', '%')}"]
    if not page["justify"]:
        out.append(".nr PORPHANS 0")
    out += [".hy 6" if page["hyphens"] else ".nh", ".LP"]
    if not page["justify"]:
        out.append(".ad l")
    for kind, *rest in page["flow"]:
        if kind == "c":
            font = "B" if rest[1] in ("b", "ls", "sc") else "R"
            out += [".ce 1", f"\\f{font}{e(rest[0])}\\fR"]
        elif kind in ("two", "crest"):
            tall = max(len(rest[0]), len(rest[1]))
            left, right = ([*some, *[""] * (tall - len(some))] for some in rest[:2])
            cells = ["T{\n.ad c\n.nh\n" + e(a) + "\nT}\tT{\n.ad c\n.nh\n" + e(b) + "\nT}" for a, b in zip(left, right)]
            out += [".TS", "expand;", "cx cx.", *cells, ".TE", ".LP"]
        elif kind == "pair":
            out += [".LP", f".tl '{e(rest[0])}''{e(rest[1])}'" if "'" not in rest[0] + rest[1] else f"{e(rest[0])}\n.br\n{e(rest[1])}"]
        elif kind == "box":
            out += [".in +9c", ".B1", *[f"{e(line)}\n.br" for line in rest[0]], ".B2", ".in"]
        elif kind == "r":
            out += [".br", ".rj 1", e(rest[0])]
        elif kind == "l":
            out += [".br", e(rest[0]), ".br"]
        elif kind == "p":
            out += [".PP" if page["indent"] else ".LP", *([] if page["justify"] else [".ad l"]), e(rest[0]) + ("\\**" if len(rest) > 1 and rest[1] else "")]
            if len(rest) > 1 and rest[1]:
                out += [".FS", e(rest[1]), ".FE"]
        elif kind == "li":
            out += [f'.IP "{rest[0]}" 5', e(rest[1])]
        elif kind in ("table", "form", "grid"):
            out += table(rest[0], rest[1] if len(rest) > 1 else {}) + [".LP"]
        elif kind == "page":
            out.append(".bp")
        elif kind == "gap":
            out.append(f".sp {rest[0]}p")
    return "\n".join(out) + "\n"


def pdf(page):
    paper = {"A4": "a4", "letter": "letter"}[page["paper"]]
    done = subprocess.run(["groff", "-K", "utf8", "-t", "-ms", "-T", "pdf", f"-dpaper={paper}", f"-P-p{paper}"], input=source(page).encode(), capture_output=True, timeout=60,
                          env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1509537600", "LC_ALL": "C.UTF-8"})
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise ValueError(done.stderr.decode()[-400:])
    return done.stdout
