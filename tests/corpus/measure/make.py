#!/usr/bin/env python3
"""Makes the measuring half of the corpus: NNN-slug/message.eml and gold.json, from the texts in source/.

Usage: make.py [SLUG...]     (without arguments: all, and folders that no source knows any longer are removed)
Needs (Debian 12): libreoffice-writer-nogui weasyprint poppler-utils openssl python3-pil python3-numpy fonts-liberation fonts-croscore
fonts-ebgaramond fonts-noto-core fonts-noto-cjk fonts-arphic-ukai fonts-arphic-uming fonts-paratype fonts-kacst fonts-freefont-ttf
fonts-dejavu-core fonts-crosextra-carlito fonts-hosny-amiri.
Seeds and dates are fixed. Files of LibreOffice (.doc and its PDF) carry the moment of their making; all else comes out the same.
"""
import importlib
import json
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
from source import post  # noqa: E402


def mails():
    for path in sorted((HERE / "source").glob("mails_*.py")):
        importlib.import_module("source." + path.stem)
    return [(f"{i:03d}-{m.slug}", m) for i, m in enumerate(post.MAILS, 1)]


def main(only):
    known = mails()
    for folder, m in known:
        if only and m.slug not in only and folder not in only:
            continue
        (HERE / folder).mkdir(exist_ok=True)
        (HERE / folder / "message.eml").write_bytes(m.data())
        (HERE / folder / "gold.json").write_text(json.dumps(m.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if not only:
        names = {f for f, _ in known}
        for path in HERE.iterdir():
            if path.is_dir() and path.name[:3].isdigit() and path.name not in names:
                shutil.rmtree(path)
    print(len(known), "mails")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
