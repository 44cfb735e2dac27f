"""A page by pdfLaTeX: hyphens, ligatures, and with OT1 accents that are set as signs of their own."""

import pathlib
import re
import subprocess
import tempfile

SIGNS = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}",
         "^": r"\textasciicircum{}", "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\ldots{}", "\u00a0": "~", "\u00ad": r"\-", "°": r"\textdegree{}",
         "º": r"\textordmasculine{}", "ª": r"\textordfeminine{}", "«": r"\guillemotleft{}", "»": r"\guillemotright{}", "№": r"\textnumero{}", "•": r"\textbullet{}", "\u200f": ""}
BABEL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}


def e(text):
    return "".join(SIGNS.get(c, c) for c in text)


def number(text):
    return e(text.replace("##", "\1").replace("#", "\2")).replace("\1", r"\pageref{last}").replace("\2", r"\thepage{}")


def rows_of(rows, widths, lines):
    out = []
    for row in rows:
        cells, k = [], 0
        while k < len(row):
            span = 1
            while k + span < len(row) and row[k + span] is None:
                span += 1
            text = e(row[k]).replace("\n", r" \newline ")
            if span > 1:
                bar = "|" if lines else ""
                width = sum(widths[k:k + span])
                text = rf"\multicolumn{{{span}}}{{{bar if k == 0 else ''}p{{{width:.2f}\textwidth}}{bar}}}{{{text}}}"
            cells.append(text)
            k += span
        out.append(" & ".join(cells) + r" \\" + (r" \hline" if lines else ""))
    return out


def table(rows, look):
    lines, many = look.get("lines", True), len(rows[0])
    widths = {2: [.3, .6], 3: [.06, .4, .4]}.get(many, [.06] + [.82 / max(1, many - 1)] * (many - 1))
    if many == 3 and max(len(r[0] or "") for r in rows) > 4:
        widths = [.28, .3, .3]
    bar = "|" if lines else ""
    spec = bar + bar.join(rf">{{\raggedright\arraybackslash}}p{{{w:.2f}\textwidth}}" for w in widths) + bar
    out = rows_of(rows, widths, lines)
    head = out.pop(0) + r" \endhead" if look.get("head") else ""
    rule = r"\hline" if lines else ""
    return rf"\begin{{longtable}}{{{spec}}} {rule} {head}" + "\n".join(out) + r"\end{longtable}"


def body(page):
    out, items = [], False
    for kind, *rest in page["flow"]:
        if items and kind != "li":
            out.append(r"\end{list}")
            items = False
        if kind == "c":
            text = {"b": r"\textbf{%s}", "sc": r"\textsc{%s}", "ls": r"\textls[300]{%s}", "u": r"\underline{%s}", "": "%s"}[rest[1]] % e(rest[0])
            out.append(rf"{{\centering {text}\par}}")
        elif kind in ("two", "crest"):
            cells = [r"\parbox[t]{.44\textwidth}{\centering\bfseries " + r"\\ ".join(e(line) for line in some) + "}" for some in rest[:2]]
            out.append(r"\noindent " + (r"\hfill {\Huge\textdagger} \hfill " if kind == "crest" else r"\hfill ").join(cells) + r"\par\bigskip")
        elif kind == "pair":
            out.append(rf"\noindent {e(rest[0])}\hfill {e(rest[1])}\par\medskip")
        elif kind == "box":
            out.append(r"\noindent\hfill\fbox{\parbox{62mm}{" + r"\\ ".join(e(line) for line in rest[0]) + r"}}\par\medskip")
        elif kind == "r":
            out.append(rf"\noindent\hfill {e(rest[0])}\par")
        elif kind == "l":
            out.append(rf"\noindent {e(rest[0])}\par")
        elif kind == "p":
            note = rf"\footnote{{{e(rest[1])}}}" if len(rest) > 1 and rest[1] else ""
            out.append(e(rest[0]) + note + r"\par")
        elif kind == "li":
            if not items:
                out.append(r"\begin{list}{}{\leftmargin12mm\labelwidth8mm\labelsep3mm}")
                items = True
            out.append(rf"\item[{{{e(rest[0])}}}] {e(rest[1])}")
        elif kind in ("table", "form", "grid"):
            out.append(table(rest[0], rest[1] if len(rest) > 1 else {}))
        elif kind == "page":
            out.append(r"\clearpage")
        elif kind == "gap":
            out.append(rf"\vspace{{{rest[0]}pt}}")
    if items:
        out.append(r"\end{list}")
    return "\n\n".join(out)


def tex(page):
    code = page.get("encoding", "T1") if page["lang"] != "ru" else "T2A"
    font = {"T1": r"\usepackage{lmodern}", "OT1": "", "T2A": ""}[code]
    if page["font"] == "times" and code == "T1":
        font = r"\usepackage{mathptmx}"
    header = rf"\fancyhead[C]{{\footnotesize {number(page['header'])}}}" if page.get("header") else ""
    foot = r"\\ ".join(number(line) for line in page["footer"].split("\n")) if page.get("footer") else ""
    first = ""
    if page.get("foot_first"):
        first = r"\fancypagestyle{first}{\fancyhf{}\fancyfoot[L]{\parbox[b]{.7\textwidth}{" + r"\\ ".join(e(line) for line in page["foot_first"]) + r"}}}\thispagestyle{first}"
    else:
        first = rf"\fancypagestyle{{first}}{{\fancyhf{{}}\fancyfoot[C]{{\footnotesize \shortstack{{{foot}}}}}}}\thispagestyle{{first}}"
    paper = {"A4": "a4paper", "letter": "letterpaper"}[page["paper"]]
    size = min((10, 11, 12), key=lambda s: abs(s - page["size"]))
    low = 45 if page.get("foot_first") else 30
    return (rf"\documentclass[{size}pt]{{article}}\usepackage[{code}]{{fontenc}}\usepackage[utf8]{{inputenc}}\usepackage{{textcomp}}{font}"
            rf"\usepackage[{BABEL[page['lang']]}{',shorthands=off' if page['lang'] != 'ru' else ''}]{{babel}}\usepackage[tracking=true]{{microtype}}"
            rf"\usepackage[{paper},hmargin={page['side']}mm,top=25mm,bottom={low}mm,headheight=14pt]{{geometry}}"
            r"\usepackage{array,longtable,fancyhdr,xcolor}\pdfinfo{/CreationDate (D:20171101120000)/ModDate (D:20171101120000)}\pdftrailerid{}"
            rf"\pagestyle{{fancy}}\fancyhf{{}}\renewcommand{{\headrulewidth}}{{0pt}}{header}\fancyfoot[C]{{\footnotesize \shortstack{{{foot}}}}}"
            rf"\linespread{{{page['lead'] / 1.22:.2f}}}\setlength{{\parindent}}{{{page['indent']}mm}}\setlength{{\parskip}}{{{page['after']}pt}}"
            rf"\begin{{document}}{first}{'' if page['justify'] else chr(92) + 'raggedright'} " + body(page) + "\n\\label{last}\\end{document}\n")


def pdf(page):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "a.tex").write_text(tex(page), encoding="utf-8")
        for _ in range(2):
            done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"], cwd=folder, capture_output=True, timeout=120)
            if done.returncode:
                said = done.stdout.decode("utf-8", "replace")
                raise ValueError(re.search(r"^!.*(\n.*){3}", said, re.M).group(0) if "\n!" in said else said[-600:])
        return (path / "a.pdf").read_bytes()
