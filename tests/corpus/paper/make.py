#!/usr/bin/env python3
"""Carries text mails of ../hands onto paper: printed, stamped, scanned or photographed, and sent with a short line.

    make.py [SLUG ...]       makes the folders SLUG/{message.eml,gold.json} of chosen.txt, or only those named
    make.py --draw PROGRAM   draws the mails anew into chosen.txt; PROGRAM is `verbale`

Drawn are mails that PROGRAM reads whole as text, so that whatever is wrong on paper is the paper's doing: as many in each
language as NUMBERS says, four of five requests. The label is the mail's own, but for the carrier and the paper. How a page
is set and worn hangs on SEED and the mail's name alone. No picture has more than MOST bytes.

Needs what ../tune/make.py needs, for pages and PDFs only. The same versions give the same bytes.
"""

import io
import json
import multiprocessing
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tune" / "source"))
import carried  # noqa: E402
import sheet  # noqa: E402
from carried import HANDS, gold, mail  # noqa: E402

SEED = 20171
NUMBERS = {"en": 20, "fr": 12, "es": 10, "ar": 7, "ru": 6, "zh": 5}
MOST = 46_000

# Latin fonts hold Greek and Cyrillic letters, too, but no others.
FONTS = {"ar": ("amiri", "naskh"), "zh": ("song", "hei"), "ru": ("times", "arial", "free", "calibri")}
LATIN = ("times", "calibri", "arial", "cambria", "free", "courier", "times", "dejavu")
# How a page becomes a picture: resolution, ink, file. The two-coloured ones are sharper, as offices send them.
WAYS = (
    (200, "jpeg", "pdf"), (150, "jpeg", "pdf"), (200, "g4", "pdf"), (200, "jpeg", "jpg"), (170, "photo", "jpg"),
    (300, "g4", "pdf"), (150, "jpeg", "jpg"), (240, "jpeg", "pdf"), (150, "photo", "jpg"), (300, "jpeg", "pdf"),
)
STAMPS = {"en": "PERMANENT MISSION", "fr": "MISSION PERMANENTE", "es": "MISION PERMANENTE", "ar": "البعثة الدائمة",
          "ru": "ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО", "zh": "常驻代表团"}
# What is said of a scan and not of other papers.
LINES = {
    **carried.LINES,
    "en": (*carried.LINES["en"][:2], "Dear colleagues,\n\nKindly see the attached scan.\n"),
    "zh": (*carried.LINES["zh"][:2], "您好：\n\n扫描件请见附件。\n"),
}
NAMES = ("scan{:04d}.{}", "SKM_C364e1711{:04d}.{}", "DOC{:06d}.{}", "IMG_{:04d}.{}", "{:08d}.{}")



def can_be_set(text):
    """Whether the markup of sheet.py has no meaning of its own for this text, which is a page and not a thread."""
    odd = re.search(r"\*\*|__|\||\t|^(\^|=|\*|>|<|~|---|===)|^\S+ (wrote|a écrit|escribió)", text, re.M)
    return not odd and 350 < len(text) * (2.5 if re.search("[一-鿿]", text) else 1) < 2200


def broken(line, after, width):
    """Whether `line` was broken only because what comes `after` had no room in a text of this width."""
    first = after.split(maxsplit=1)[0]
    return width <= 84 and not re.match(r"\s*(-|\d+[.)])\s| {8}", after) and not line.startswith(" " * 8) and len(line.rstrip()) + 1 + len(first) > width - 4


def markup(text):
    """The text of a mail as a page: what stands above the first paragraph without a number is the letterhead; lines that were
    broken for want of room are joined; what is far in stands right."""
    text = text.strip("\n")
    width = max(len(line.rstrip()) for line in text.split("\n"))
    out, head = [], True
    for block in re.split(r"\n\s*\n", text):
        lines = []
        for line in block.split("\n"):
            if lines and broken(lines[-1][-1], line, width):
                lines[-1].append(line)
            else:
                lines.append([line])
        for line in lines:
            # A reference and, far to its right, a date stand on one line of a letter.
            left, *right = re.split(r"(?<=\S) {6,}(?=\S)", re.sub(r"(?<=[^\W\d])-\n(?=[a-zà-ÿ])|\n", lambda m: "" if m.group() != "\n" else " ", "\n".join([line[0].rstrip(), *(part.strip() for part in line[1:])])))
            if sum(2 if ord(c) > 0x2e80 else 1 for c in left.strip()) > 62 and not left.strip().isupper() or len(line) > 1:
                head = False
                out += [left.strip(), ""]
            else:
                head = head and not re.search(r"\d", left)
                sign = "-" if re.match(r"\s*- ", left) else "^" if head else ">" if left.startswith(" " * 12) else "<"
                out.append(f"{sign} {left.strip().removeprefix('- ')}")
            out += [f"> {r}" for r in right]
        out.append("")
    return "\n".join(out)


def worn(text, slug, number, language):
    """The page of `text` as a picture: (bytes, ending, carrier)."""
    rng = random.Random(f"{SEED} {slug}")
    dpi, ink, ending = WAYS[number % len(WAYS)]
    look = {"lang": language, "font": rng.choice(FONTS.get(language, LATIN)), "size": rng.choice((11, 11.5, 12, 12.5, 13)),
            "indent": rng.choice((0, 0, 10)), "lead": rng.choice((1.25, 1.35, 1.5))}
    wear = {"skew": rng.uniform(-1.5, 1.5), "blur": rng.uniform(.3, .8) * dpi / 200, "noise": rng.choice((2, 3, 4, 6)),
            "holes": rng.random() < .3, "fold": rng.random() < .3, "ground": rng.choice((225, 235, 245)),
            "stamp": STAMPS[language] if rng.random() < .7 else None, "initials": rng.random() < .8}
    if rng.random() < .35:
        # Over the last words, or the reference: where clerks put it.
        wear["at"] = (rng.uniform(.1, .65), rng.uniform(.1, .5))
    if rng.random() < .25 and language in ("en", "fr", "es"):
        wear["received"] = "RECEIVED\n" + rng.choice(("EOSG", "REGISTRY", "CENTRAL RECORDS"))
    seed = rng.randrange(100_000)
    # A picture that is too large is pressed harder, then made coarser: scanners that send by mail are set so.
    for quality, share in ((38, 1), (27, 1), (19, 1), (14, 1), (19, .85), (14, .85), (14, .7), (12, .6), (12, .5)):
        if ink == "g4" and quality < 38 and share == 1:
            continue
        fine = int(dpi * share)
        if ink == "photo":
            data = sheet.photo(text, seed, quality=quality, dpi=fine, wear=wear, **look)
        elif ending == "jpg":
            page = sheet.worn(sheet.raster(sheet.pdf(text, **look), fine)[0], seed, rtl=language == "ar", **wear)
            out = io.BytesIO()
            page.save(out, "JPEG", quality=quality, dpi=(fine, fine), optimize=True)
            data = out.getvalue()
        else:
            data = sheet.scan(text, seed, dpi=fine, ink=ink, quality=quality, wear={**wear, **({"noise": 2} if ink == "g4" else {})}, **look)
        if len(data) <= MOST:
            break
        # Grain is what a picture of a page is large by.
        wear["noise"] = min(wear["noise"], 3 if quality > 27 else 1)
    else:
        raise ValueError(f"{slug}: {len(data)} bytes")
    return data, ending, "photo" if ink == "photo" else "scan"


def make(chosen):
    number, slug = chosen
    language = gold(slug)["language"]
    rng = random.Random(f"{SEED} mail {slug}")
    data, ending, carrier = worn(markup(mail(slug).get_content()), slug, number, language)
    name = rng.choice(NAMES).format(rng.randrange(1, 9999), ending)
    carried.write(HERE, slug, rng.choice(LINES[language]), name, data, carrier=carrier)
    return slug


def draw(program):
    pool = sorted(p.name for p in HANDS.iterdir())
    random.Random(SEED).shuffle(pool)
    lines = []
    for language, number in NUMBERS.items():
        other = number // 5
        for kinds, wanted in ((("request",), number - other), (carried.OTHER_KINDS, other)):
            some = []
            for slug in pool:
                label = gold(slug)
                if (label["language"], label["form"] in ("note_verbale", "letter"), label["kind"] in kinds) != (language, True, True):
                    continue
                if not can_be_set(mail(slug).get_content()):
                    continue
                out = subprocess.run([program, "--json", "--desk", str(HERE.parents[2]), "read", str(HANDS / slug / "message.eml")], check=True, capture_output=True)
                if carried.is_whole(label, json.loads(out.stdout)):
                    some.append(slug)
                if len(some) == wanted:
                    break
            lines += some
    (HERE / "chosen.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--draw"]:
        draw(sys.argv[2])
        sys.exit()
    chosen = list(enumerate((HERE / "chosen.txt").read_text().split()))
    chosen = [c for c in chosen if c[1] in sys.argv[1:] or not sys.argv[1:]]
    with multiprocessing.Pool(2) as processes:
        for slug in processes.imap_unordered(make, chosen):
            print(slug, flush=True)
