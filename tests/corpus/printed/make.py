#!/usr/bin/env python3
"""Sets text mails of ../hands as PDFs with a text layer, each by one of six programs and in a layout of its own.

    make.py [SLUG ...]            makes the folders SLUG/{message.eml,gold.json} of chosen.txt, or only those named
    make.py --draw READ           draws the mails anew into chosen.txt; READ holds what `verbale --json read ../hands/*/message.eml` said
    make.py --second READ FOLDER  makes a second set in FOLDER by another seed, with a program and layouts that the first does not have

Drawn are mails that are read whole as text, so that whatever is wrong is the page's doing: as many in each language as NUMBERS
says, four of five requests. The label is the mail's own, but for the carrier and the paper; `hard` says who set it and how. A
mail's program and layout hang on the seed and its name alone.

Needs (Debian 12): libreoffice-writer-nogui, hyphen-en-us, hyphen-fr, hyphen-es, hyphen-ru, groff, texlive-latex-recommended,
texlive-fonts-recommended, texlive-lang-french, texlive-lang-spanish, texlive-lang-cyrillic, cm-super, lmodern and the fonts of
../tune/make.py; from PyPI: weasyprint 70, typst 0.15, reportlab 5.1, arabic-reshaper, python-bidi, pikepdf; for --second
pangocairocffi, too.
"""

import importlib
import io
import json
import multiprocessing
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "source"), str(HERE.parent / "tune" / "source")]
import carried  # noqa: E402
import layout  # noqa: E402
import note  # noqa: E402
from carried import HANDS, gold, mail  # noqa: E402

SEED = 40117
NUMBERS = {"en": 24, "fr": 16, "es": 12, "ar": 8, "ru": 6, "zh": 4}
SECOND = {"en": 20, "fr": 14, "es": 10, "ar": 7, "ru": 5, "zh": 4}
MOST = 260_000
NAMES = ("note{:03d}.pdf", "NV {}.pdf", "Document{}.pdf", "{:06d}.pdf", "Nota {:02d}.pdf")


def length(text):
    return len(text) * (2.5 if re.search("[一-鿿]", text) else 1)


def draw(read, numbers, seed, without=()):
    """As many mails of each language as `numbers` says; of the requests every other one has a table, a list or a form."""
    slugs = sorted(p.name for p in HANDS.iterdir())
    said = [json.loads(line) for line in pathlib.Path(read).read_text(encoding="utf-8").splitlines()]
    pool = list(zip(slugs, said, strict=True))
    random.Random(seed).shuffle(pool)
    lines = []
    for language, number in numbers.items():
        other = number // 5
        request = number - other
        for kinds, shaped, wanted in ((("request",), True, request // 2), (("request",), False, request - request // 2), (carried.OTHER_KINDS, None, other)):
            some = []
            for slug, told in pool:
                label = gold(slug)
                if len(some) == wanted or slug in without:
                    continue
                if (label["language"], label["form"] in ("note_verbale", "letter"), label["kind"] in kinds) != (language, True, True) or not carried.is_whole(label, told):
                    continue
                text = mail(slug).get_content()
                if not 450 < length(text) < 4200:
                    continue
                try:
                    blocks = note.blocks(text, label["note_reference"])
                except note.Unset:
                    continue
                if shaped is None or shaped == any(b[0] in ("table", "form", "li") for b in blocks):
                    some.append(slug)
            lines += some
    return lines


def printed(slug, seed, second):
    label = gold(slug)
    page, program, hard = layout.page(mail(slug).get_content(), label, random.Random(f"{seed} {slug}"), second)
    data = importlib.import_module(f"{program}_page").pdf(page)
    return smaller(data), hard


def smaller(data):
    """The same PDF, packed, without dates, and with no name that hangs on the clock."""
    import pikepdf
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        for key in ("/CreationDate", "/ModDate"):
            if key in file.docinfo:
                del file.docinfo[key]
        if "/Metadata" in file.Root:
            del file.Root["/Metadata"]
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True, deterministic_id=True)
    return out.getvalue()


def make(task):
    slug, folder, seed, second = task
    language = gold(slug)["language"]
    data, hard = printed(slug, seed, second)
    if len(data) > MOST and not second:
        raise ValueError(f"{slug}: {len(data)} bytes")
    rng = random.Random(f"{seed} mail {slug}")
    name = rng.choice(NAMES).format(rng.randrange(1, 99))
    carried.write(folder, slug, rng.choice(carried.LINES[language]), name, data, carrier="pdf", hard=hard)
    return slug


if __name__ == "__main__":
    chosen = HERE / "chosen.txt"
    if sys.argv[1:2] == ["--draw"]:
        chosen.write_text("\n".join(draw(sys.argv[2], NUMBERS, SEED)) + "\n")
        sys.exit()
    if sys.argv[1:2] == ["--second"]:
        tasks = [(slug, sys.argv[3], SEED + 1, True) for slug in draw(sys.argv[2], SECOND, SEED + 1, chosen.read_text().split())]
    else:
        tasks = [(slug, HERE, SEED, False) for slug in chosen.read_text().split() if slug in sys.argv[1:] or not sys.argv[1:]]
    with multiprocessing.Pool(2) as processes:
        for slug in processes.imap_unordered(make, tasks):
            print(slug, flush=True)
