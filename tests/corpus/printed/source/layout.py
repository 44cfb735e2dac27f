"""A mail's text and a seed → a page: which program sets it, and what a clerk's layout makes of the text."""

import csv
import pathlib
import re
import unicodedata

import note
import words

RULES = pathlib.Path(__file__).resolve().parents[4] / "rules"
PROGRAMS = {"en": ("odt", "html", "tex", "typst", "groff", "lab"), "ar": ("odt", "html", "typst", "lab"), "zh": ("odt", "html", "typst", "lab"), "ru": ("odt", "html", "tex", "typst", "lab")}
FONTS = {"ar": ("amiri", "naskh", "dejavu"), "zh": ("song", "hei"), "ru": ("times", "arial", "free", "calibri")}
LATIN = ("times", "times", "calibri", "arial", "cambria", "free", "narrow")
# Layouts of the first set, and what is held back from it.
HEADS, MORE_HEADS = ("center", "two", "spaced", "plain", "small-caps"), ("crest", "two", "tracked")
PLACES, MORE_PLACES = ("as-is", "pair", "box", "end", "as-is"), ("grid", "below-title", "pair")
PROSE, MORE_PROSE = ("justified", "hyphens", "narrow", "large", "small", "long", "plain"), ("hyphens", "very-small", "long", "very-large")
TABLES, MORE_TABLES = ("lined", "bare", "tabs", "names-broken"), ("merged", "repeated-head", "lined", "bare-middle", "narrow-cells")
EXTRAS, MORE_EXTRAS = ("address-foot", "stamp", "watermark", "nbsp", "curly", "running", "translation", "annex", "shy", "none"), ("address-foot", "cover", "footnote", "decomposed", "running", "annex", "translation")


def names_of(state):
    """The State's long name in English and its genitive in French."""
    with open(RULES / "states.csv", encoding="utf-8") as file:
        long = next((row["long_en"] for row in csv.DictReader(file) if row["iso3"] == state), "")
    with open(RULES / "names.csv", encoding="utf-8") as file:
        genitives = [row["name"] for row in csv.DictReader(file) if (row["iso3"], row["lang"], row["form"]) == (state, "fr", "genitive")]
    return long, max(genitives, key=len, default="")


def is_office(head):
    return re.search(r"mission|misión|mision|بعثة|представительство|代表[团團]", " ".join(head), re.I)


def other_head(label):
    other = "fr" if label["language"] == "en" else "en"
    long, genitive = names_of(label["state"])
    if not (long and genitive):
        return None
    return [line.format(genitive=genitive.upper(), long=long.upper().removeprefix("THE ")) for line in words.OTHER[other]]


def spaced(text):
    """"N O T E   V E R B A L E"."""
    return "   ".join(" ".join(word) for word in text.split())


def as_table(blocks, label):
    """A list of persons as a table: whoever the label names and what is said of them."""
    names = [person["name"] for person in label["travellers"]]
    out, run = [], []

    def flush():
        rows = []
        for item in run:
            parts = re.match(r"([^,،，;(–—]+?)\s*([,،，(–—-]|$)\s*(.*)", item[2])
            name, sign, rest = parts.groups() if parts else ("", "", "")
            if not any(n in name for n in names) or len(name) > 60 or sign == "(" or not rest:
                out.extend(run)
                run.clear()
                return
            rows.append([f"{len(rows) + 1}.", name, re.sub(r"\s*(;|؛|；|;? ?(and|et|y|и|و))?[.;؛；,]*$", "", rest)])
        if len(rows) > 1:
            out.append(("table", [list(words.COLUMNS[label["language"]]), *rows]))
        else:
            out.extend(run)
        run.clear()

    for block in blocks:
        if block[0] == "li":
            run.append(block)
            continue
        flush()
        out.append(block)
    flush()
    return out


def broken_name(cell):
    """A name over two lines of its cell."""
    parts = cell.split()
    return f"{' '.join(parts[:-1])}\n{parts[-1]}" if len(parts) > 2 else cell


def set_table(kind, rows, look, program, label):
    rows = [list(row) for row in rows]
    opts = {"lines": look not in ("bare", "tabs", "bare-middle"), "head": look == "repeated-head" and kind == "table"}
    if look == "tabs" and program == "odt" and all(len(cell) < 26 for row in rows for cell in row[:-1]) and all(len(row[-1]) < 45 for row in rows):
        opts["tabs"] = True
    if look == "names-broken":
        rows = [[broken_name(cell) if any(p["name"] in cell for p in label["travellers"]) else cell for cell in row] for row in rows]
    if look == "merged" and kind == "table":
        rows.insert(0, [words.LIST[label["language"]]] + [None] * (len(rows[0]) - 1))
    if look == "bare-middle":
        opts["valign"] = "MIDDLE"
    return kind, rows, opts


def quotes(text):
    text = re.sub(r'"([^"\n]+)"', "“\\1”", text)
    return text.replace("'", "’")


def through(flow, change):
    """Changes every text of a flow."""
    def deep(value):
        if isinstance(value, str):
            return change(value)
        if isinstance(value, list):
            return [deep(part) for part in value]
        return value
    return [(block[0], *([block[1]] if block[0] == "li" else [deep(block[1])] if len(block) > 1 else []), *(([deep(block[2])] if block[0] in ("li", "p", "pair", "two", "crest") else list(block[2:])) if len(block) > 2 else [])) for block in flow]


def page(text, label, rng, second):
    """The page of a mail, what sets it, and the names of its layouts; `second`: of the set that is only measured."""
    lang = label["language"]
    blocks = note.blocks(text, label["note_reference"])
    programs = PROGRAMS.get(lang, PROGRAMS["en"])
    if lang in ("en", "fr", "es") and re.search(r"[\u0100-\u02ff\u0370-\u1fff\u2c00-\uffff]", text):
        # Letters that these have no fonts for.
        programs = [p for p in programs if p not in ("groff", "tex", "lab")]
    if lang == "zh" and "·" in text:
        programs = [p for p in programs if p != "lab"]
    program = "cairo" if second and rng.random() < .3 else rng.choice(programs)
    asks = label["kind"] == "request" and label["travellers"]
    cannot = {"annex": not asks, "translation": not asks or lang not in ("fr", "es"), "stamp": program in ("tex", "groff", "cairo"), "shy": lang in ("ar", "zh") or program not in ("html", "odt", "typst"),
              "watermark": lang == "ar" or program not in ("html", "typst", "lab"), "decomposed": lang not in ("fr", "es", "ru") or program in ("tex", "groff"), "curly": lang in ("ar", "zh", "ru"), "nbsp": lang in ("ar", "zh")}

    def pick(first, more):
        return rng.choice([look for look in (more if second and rng.random() < .6 else first) if not cannot.get(look)])

    head_look, place, prose, table, extra = pick(HEADS, MORE_HEADS), pick(PLACES, MORE_PLACES), pick(PROSE, MORE_PROSE), pick(TABLES, MORE_TABLES), pick(EXTRAS, MORE_EXTRAS)
    out = {"lang": lang, "rtl": lang == "ar", "font": rng.choice(FONTS.get(lang, LATIN)), "size": rng.choice((11, 11.5, 12, 12.5)), "lead": rng.choice((1.2, 1.35, 1.5)), "side": rng.choice((22, 25, 30)),
           "paper": rng.choice(("A4", "A4", "letter")), "justify": prose in ("justified", "hyphens", "narrow", "very-large") or rng.random() < .3, "hyphens": prose in ("hyphens", "narrow") and lang not in ("ar", "zh"),
           "indent": rng.choice((0, 0, 10)), "after": rng.choice((6, 9, 12)), "builtin": rng.random() < .5}
    if lang == "ar" and program == "lab":
        out["font"] = "dejavu"
    out.update({"narrow": {"side": 48}, "large": {"size": 16, "lead": 1.6}, "small": {"size": 9}, "very-small": {"size": 7.5}, "very-large": {"size": 19}, "long": {"size": 14, "lead": 1.9}}.get(prose, {}))
    if program == "tex" and lang != "ru":
        out["encoding"] = "OT1" if second and rng.random() < .5 else "T1"
    if extra == "address-foot" and not second:
        prose = "long"
        out.update(size=14, lead=1.9)
    hard = [program, f"head {head_look}", f"place {place}", f"prose {prose}"]

    # The letterhead.
    first = next((k for k, b in enumerate(blocks) if b[0] in ("p", "form", "table", "li")), len(blocks))
    head = []
    while blocks and blocks[0][0] == "head" and len(head) < 5:
        head.append(blocks.pop(0)[1])
        first -= 1
    two = other_head(label) if head and label["state"] and is_office(head) else None
    flow = []
    if head_look == "two" and two:
        flow.append(("two", two, head) if out["rtl"] else ("two", head, two))
    elif head_look == "crest" and head:
        flow.append(("crest", head, [words.WHERE.format(rng.randrange(2, 400), rng.randrange(4, 9), rng.randrange(4, 20)), "New York"]))
    elif head:
        look = {"small-caps": "sc", "tracked": "ls", "center": "b"}.get(head_look, rng.choice(("b", "")))
        spread = head_look == "spaced" and lang in ("en", "fr", "es", "ru") and rng.random() < .5
        flow += [("c", spaced(line) if spread and len(line) < 26 else line, look) for line in head] if head_look != "plain" else [("l", line) for line in head]
    if head_look == "spaced" and label["form"] == "note_verbale" and lang != "ar" and not any(words.TITLE[lang].lower() in line.lower() for line in head):
        flow.append(("c", spaced(words.TITLE[lang]) if rng.random() < .8 else words.TITLE[lang], "b"))
    if flow:
        flow.append(("gap", 10))

    # Reference and date, where both stand above the text.
    top = blocks[:first]
    ref, date = next((b for b in top if b[0] == "ref"), None), next((b for b in top if b[0] == "date"), None)
    pair = next((b for b in top if b[0] == "pair"), None)
    if pair and re.search(note.YEAR, pair[2]) and label["note_reference"] and label["note_reference"] in pair[1]:
        ref, date = ("ref", pair[1]), ("date", pair[2])
    below = [b for b in blocks[first:] if b[0] == "date"]
    if ref and not date and len(below) == 1 and re.search(r"\d.*\d{4}|[٠-٩]|年", below[0][1]):
        # Most clerks set the date below; it may as well stand above.
        date = below[0]
    if ref and date and place != "as-is":
        blocks = [b for b in blocks if b not in (ref, date, pair)]
        if place in ("pair", "below-title"):
            flow.append(("pair", ref[1], date[1]))
        elif place == "box":
            flow.append(("box", [ref[1], date[1]]))
        elif place == "grid":
            bare = re.sub(r"^[^:：]{0,20}[:：]\s*", "", ref[1])
            flow.append(("grid", [[words.KEYS[lang][0], bare if label["note_reference"] in bare else ref[1]], [words.KEYS[lang][1], re.sub(r"^\D{0,12}[:：]\s*", "", date[1])]], {"lines": True}))
        else:
            blocks += [("l", ref[1]), ("l", date[1])]
    else:
        hard[2] = "place as-is"

    # The address, at the foot of the first page.
    if extra == "address-foot" and program != "groff":
        out["foot_first"] = list(words.ADDRESS[lang])
    elif extra == "address-foot":
        blocks += [("l", line) for line in words.ADDRESS[lang]]
    if table in ("lined", "bare", "names-broken", "merged", "repeated-head", "narrow-cells", "bare-middle"):
        blocks = as_table(blocks, label)
    if any(b[0] in ("table", "form") for b in blocks):
        hard.append(f"table {table}")
    if any(b[0] == "li" for b in blocks):
        hard.append("list")
    told = False
    for block in blocks:
        kind = block[0]
        if kind in ("table", "form"):
            flow.append(set_table(kind, block[1], table, program, label))
        elif kind == "ref" or kind == "head":
            flow.append(("l", block[1]))
        elif kind == "date":
            flow.append((rng.choice(("l", "r", "r")), block[1]))
        elif kind == "p" and extra == "footnote" and not told and len(block[1]) > 200:
            flow.append(("p", block[1], words.FOOTNOTE[lang]))
            told = True
        else:
            flow.append(block)
    hard.append(f"extra {extra}")
    if extra == "stamp":
        out["stamp"] = list(words.STAMP[lang])
    elif extra == "watermark":
        out["watermark"] = words.COPY[lang]
    elif extra == "nbsp":
        flow = through(flow, lambda s: re.sub(r"(?<=\d) (?=[^\W\d])|(?<=[A-Z]\w\.) |(?<=\b[МмгСс]\.) |(?<=[^\W\d]) (?=\d)", "\u00a0", s))
    elif extra == "curly":
        flow = through(flow, quotes)
    elif extra == "decomposed":
        flow = through(flow, lambda s: unicodedata.normalize("NFD", s))
    elif extra == "shy":
        flow = through(flow, lambda s: re.sub(r"(?<=[a-zа-я]{4})(?=[bcdfgklmnprstvбвгдклмнпрст][aeiouаеиоу][a-zа-я]{2})", "\u00ad", s))
    long = prose in ("long", "very-large", "large") or len(text) > 1800
    if extra == "running" or long:
        out["header"] = (head or [words.TITLE[lang]])[0]
        out["footer"] = "\n".join([words.PAGE[lang], words.CONTACT.format(rng.randrange(10, 99), rng.randrange(10, 99))][: rng.choice((1, 2))])
    if lang == "zh" and rng.random() < .4:
        out["airy"] = True
    if lang == "zh" and second and rng.random() < .4:
        flow = through(flow, lambda s: re.sub(r"\d", lambda m: chr(ord(m.group()) + 0xFEE0), s))
    if extra == "annex":
        title, name, sex, genders, function = words.FORM[lang]
        flow += [("page",), ("c", title, "b"), ("gap", 8)]
        for person in label["travellers"][:3]:
            rows = [[name, person["name"]]] + ([[sex, genders[person["gender"]]]] if person["gender"] in genders else []) + ([[function, person["function"]]] if person["function"] else [])
            flow += [("form", rows, {"lines": table != "bare"}), ("gap", 8)]
    elif extra == "translation":
        people = [p["name"] for p in label["travellers"]]
        told = {"state": names_of(label["state"])[0], "names": " and ".join([", ".join(people[:-1])] * (len(people) > 1) + people[-1:])}
        title, prose_text, end = (line.format(**told) for line in words.TRANSLATED["request"])
        flow += [("page",), ("c", title, "u"), ("gap", 8), ("p", prose_text), ("p", end)]
    elif extra == "cover":
        lines = words.COVER[lang]
        flow = [*([("c", line, "b") for line in head]), ("gap", 10), ("l", lines[0]), ("gap", 6), ("p", lines[1]), ("p", lines[2]), ("r", lines[3]), ("page",), *flow]
    if prose == "long":
        # The emblem and the margins of a ministry: the text breaks over two pages.
        said = sum(len(str(part)) for block in flow for part in block[1:]) * (2 if lang == "zh" else 1)
        high = said / ((210 - 2 * out["side"]) * 2.83 / (out["size"] * .47)) * out["size"] * out["lead"]
        place = next((k for k, b in enumerate(flow) if b[0] == "gap"), 0)
        flow.insert(place, ("gap", int(min(430, max(0, 600 - high * rng.uniform(.35, .8))))))
    out["flow"] = flow
    return out, program, hard
