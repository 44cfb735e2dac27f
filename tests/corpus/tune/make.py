#!/usr/bin/env python3
"""Makes the folders NNN-slug/{message.eml,gold.json} of this half from source/. Arguments: numbers, to make only those.

Needs (Debian 12): poppler-utils, libpango-1.0-0, libpangoft2-1.0-0, libreoffice-writer-nogui (only where source/kept/ lacks a
file), fonts-liberation, fonts-dejavu, fonts-noto-core, fonts-noto-cjk, fonts-hosny-amiri, fonts-freefont-ttf,
fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-arphic-uming; from PyPI: weasyprint 70, pillow, numpy, python-docx,
cryptography. The same versions give the same bytes.
"""

import importlib
import json
import multiprocessing
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "source"))
import compose  # noqa: E402

for path in sorted((HERE / "source").glob("mails_*.py")):
    importlib.import_module(path.stem)


def write(n):
    m = compose.MAILS[n]
    folder = HERE / f"{n:03d}-{m.slug}"
    folder.mkdir(exist_ok=True)
    (folder / "message.eml").write_bytes(m.bytes())
    (folder / "gold.json").write_text(json.dumps(m.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return n


if __name__ == "__main__":
    wanted = [int(a) for a in sys.argv[1:]] or sorted(compose.MAILS)
    with multiprocessing.Pool(2) as pool:
        for n in pool.imap_unordered(write, wanted):
            print(n, end=" ", flush=True)
    print()
