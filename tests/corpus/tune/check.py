#!/usr/bin/env python3
"""Checks this half: keys, codes and ids of every gold.json, that what it says stands in the source, and prints the shares."""

import collections
import csv
import html
import json
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import make  # noqa: E402

ROOT = HERE.parent.parent.parent
EVENTS = {e["id"] for e in tomllib.loads((ROOT / "rules/events.toml").read_text())["event"]}
STATES = {r["iso3"] for r in csv.DictReader(open(ROOT / "rules/states.csv", encoding="utf-8"))}
KEYS = ["kind", "form", "language", "state", "channel", "note_reference", "note_date", "events", "travellers", "automatic_marks", "carrier",
        "papers", "hard"]
VALUES = {"kind": "request amendment withdrawal contribution enquiry attendance automatic other".split(),
          "form": "note_verbale letter message".split(), "language": ["en", "fr", "es", "ar", "ru", "zh", None],
          "channel": ["new_york", "geneva", "vienna", "capital", "other", None],
          "carrier": "text html pdf scan photo docx doc odt rtf tnef forward zip smime".split()}
PAPERS = "note passport form cv visa bank other".split()


def flat(text):
    text = re.sub(r"\*\*|__|\n> ?", " ", text)
    text = re.sub(r"<[^>]+>", " ", text)
    return re.sub(r"\s+", "", html.unescape(text))


bad, shares, states = 0, collections.defaultdict(collections.Counter), set()


def wrong(n, what):
    global bad
    bad += 1
    print(f"{n:03d}: {what}")


for n, m in sorted(make.compose.MAILS.items()):
    folder = HERE / f"{n:03d}-{m.slug}"
    if not (folder / "gold.json").exists():
        wrong(n, "not made")
        continue
    g = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    if g != json.loads(json.dumps(m.gold)):
        wrong(n, "gold.json is older than its source")
    if [k for k in g if k != "unreadable"] != KEYS:
        wrong(n, f"keys {list(g)}")
    for key, allowed in VALUES.items():
        if g[key] not in allowed:
            wrong(n, f"{key}: {g[key]}")
        shares[key][g[key]] += 1
    if g["state"] is not None and g["state"] not in STATES:
        wrong(n, f"state {g['state']}")
    if (g["state"] is None) != (g["channel"] is None):
        wrong(n, "state and channel: one without the other")
    states.add(g["state"])
    for e in g["events"]:
        if e not in EVENTS:
            wrong(n, f"event {e}")
        shares["events"][e] += 1
    if g["note_date"] and not re.fullmatch(r"201[678]-\d\d-\d\d", g["note_date"]):
        wrong(n, f"date {g['note_date']}")
    said = flat(m.texts())
    for what in [g["note_reference"]] + [t[k] for t in g["travellers"] for k in ("name", "function")]:
        if what and flat(what) not in said:
            wrong(n, f"not in the source: {what}")
    for p in g["papers"]:
        if p["kind"] not in PAPERS:
            wrong(n, f"paper {p}")
    if not (folder / "message.eml").stat().st_size < 700_000:
        wrong(n, "too large")

folders = {p.name for p in HERE.glob("[0-9]*")}
for stray in folders - {f"{n:03d}-{m.slug}" for n, m in make.compose.MAILS.items()}:
    bad += 1
    print(f"{stray}: has no source")
total = len(make.compose.MAILS)
print(f"{total} mails, {len(states - {None})} States, {sum(f.stat().st_size for f in HERE.rglob('*') if f.is_file()) / 1e6:.1f} MB, {bad} faults")
for key, c in shares.items():
    print(f"{key}: " + ", ".join(f"{k} {v} ({100 * v // total} %)" for k, v in c.most_common()))
sys.exit(bad > 0)
