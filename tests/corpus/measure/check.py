#!/usr/bin/env python3
"""Checks the labels of this half against contract, calendar and the words of the sources, and prints the shares."""
import collections
import csv
import datetime
import email
import email.policy
import json
import pathlib
import re
import sys
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).parent
sys.dont_write_bytecode = True
ROOT = HERE.parents[2]
KINDS = "request amendment withdrawal contribution enquiry attendance automatic other".split()
FORMS = "note_verbale letter message".split()
CHANNELS = "new_york geneva vienna capital other".split() + [None]
LANGUAGES = "en fr es ar ru zh".split() + [None]
CARRIERS = "text html pdf scan photo docx doc odt rtf tnef forward zip smime".split()
PAPERS = "note passport form cv visa bank other".split()
KEYS = set("kind form language state channel note_reference note_date events travellers automatic_marks carrier papers hard".split())


def squeeze(t):
    t = re.sub(r"<[^>]*>|\*\*|__", " ", t)
    return re.sub(r"[\s|\\]+", "", unicodedata.normalize("NFKC", t.replace("&nbsp;", " ").replace("&amp;", "&"))).lower()


def main():
    from make import mails
    events = {e["id"] for e in tomllib.load(open(ROOT / "rules/events.toml", "rb"))["event"]}
    states = {r["iso3"] for r in csv.DictReader(l for l in open(ROOT / "rules/states.csv", encoding="utf-8") if not l.startswith("#"))}
    bad, shares, size, slugs = [], collections.defaultdict(collections.Counter), 0, set()
    for folder, m in mails():
        def fail(what):
            bad.append(f"{folder}: {what}")
        gold = json.loads((HERE / folder / "gold.json").read_text(encoding="utf-8")) if (HERE / folder / "gold.json").exists() else fail("no gold.json") or m.gold
        if gold != json.loads(json.dumps(m.gold)):
            fail("gold.json differs from its source: run make.py")
        if m.slug in slugs:
            fail("slug twice")
        slugs.add(m.slug)
        extra = set(gold) - KEYS - {"unreadable"}
        if KEYS - set(gold) or extra:
            fail(f"keys: missing {KEYS - set(gold)}, unknown {extra}")
        for key, allowed in (("kind", KINDS), ("form", FORMS), ("language", LANGUAGES), ("channel", CHANNELS), ("carrier", CARRIERS)):
            if gold[key] not in allowed:
                fail(f"{key}: {gold[key]!r}")
            shares[key][str(gold[key])] += 1
        if gold["state"] is not None and gold["state"] not in states:
            fail(f"state {gold['state']}")
        if (gold["state"] is None) != (gold["channel"] is None):
            fail("state without channel, or the other way round")
        shares["state"][str(gold["state"])] += 1
        for e in gold["events"]:
            shares["event"][e] += 1
            if e not in events:
                fail(f"event {e}")
        if gold["note_date"]:
            d = datetime.date.fromisoformat(gold["note_date"])
            w = datetime.datetime.fromisoformat(m.when).date()
            if not 0 <= (w - d).days <= 60:
                fail(f"note of {d} in a mail of {w}")
        source = squeeze(m.source)
        for word in [gold["note_reference"]] + [t[k] for t in gold["travellers"] for k in ("name", "function")]:
            if word and squeeze(word) not in source:
                fail(f"{word!r} does not stand in the source")
        for t in gold["travellers"]:
            if set(t) != {"name", "gender", "function"} or t["gender"] not in ("f", "m", None):
                fail(f"traveller {t}")
        for p in gold["papers"]:
            if p["kind"] not in PAPERS:
                fail(f"paper {p}")
        path = HERE / folder / "message.eml"
        data = path.read_bytes() if path.exists() else b""
        size += len(data)
        shares["kB"]["<50" if len(data) < 50e3 else "<100" if len(data) < 100e3 else "<200" if len(data) < 200e3 else ">=200"] += 1
        if max((len(l) for l in data.split(b"\n")), default=0) > 998:
            fail("a line over 998 octets")
        if data and not email.message_from_bytes(data, policy=email.policy.default).get("From") and m.frm[1]:
            fail("no From")
    n = sum(shares["kind"].values())
    print(f"{n} mails, {size / 1e6:.2f} MB, {len(shares['state']) - ('None' in shares['state'])} States")
    for key in ("language", "kind", "form", "carrier", "channel", "event", "kB"):
        print(f"{key}:", ", ".join(f"{k} {v} ({100 * v / n:.0f} %)" if key in ("language", "kind", "form", "carrier") else f"{k} {v}" for k, v in shares[key].most_common()))
    many = [s for s, c in shares["state"].items() if c > 3]
    print("States more than three times:", ", ".join(many))
    print("\n".join(bad) or "no faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
