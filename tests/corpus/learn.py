#!/usr/bin/env python3
"""Learns what each clue to the kind of a message is worth, and writes src/reading/kind/weights.rs.

    cargo build && tests/corpus/learn.py [--check] [FOLDER...]

Reads the labelled messages of tests/corpus/tune and hands (and of other FOLDERs), asks `verbale read --evidence` what it saw in
each, and fits a multinomial logistic regression (L2) to the labels. `--check` writes nothing and prints how often
messages that were left out are told right (ten folds). tests/corpus/measure is never learned from.
Needs scikit-learn and numpy; the same labels give the same weights.
"""
import json
import pathlib
import subprocess
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = ["request", "amendment", "withdrawal", "contribution", "enquiry", "attendance", "automatic", "other"]
STRENGTH = 0.3


def evidence(folders):
    """Rows of values, labels, names of the clues, names of the messages."""
    found = sorted(p.parent for d in folders for p in pathlib.Path(d).glob("*/gold.json"))
    golds = [json.loads((f / "gold.json").read_text()) for f in found]
    # Recognising pages takes minutes, and their words are those of other notes.
    slow = ("scan", "photo")
    readable = [
        (f, g)
        for f, g in zip(found, golds)
        if not g.get("unreadable") and g["carrier"] not in slow and "scan" not in f.name
    ]
    found = [f for f, _ in readable]
    program = ROOT / "target/debug/verbale"
    command = [program, "--json", "--desk", ROOT, "read", "--evidence", *[f / "message.eml" for f in found]]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    names, rows, labels, slugs = [], [], [], []
    for folder, (_, gold), line in zip(found, readable, said):
        grounds = json.loads(line)["evidence"]
        if not grounds:
            continue  # a machine's answer or a circular: decided without weighing
        names = [g["name"] for g in grounds]
        rows.append([g["value"] for g in grounds])
        labels.append(KINDS.index(gold["kind"]))
        slugs.append(f"{folder.parent.name}/{folder.name}")
    return np.array(rows), np.array(labels), names, slugs


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    folders = [ROOT / "tests/corpus/tune", ROOT / "tests/corpus/hands", *[a for a in arguments if a != "--check"]]
    rows, labels, names, slugs = evidence(folders)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    if check:
        folds = StratifiedKFold(10, shuffle=True, random_state=1)
        guessed = cross_val_predict(model, rows, labels, cv=folds, method="predict_proba")
        present = sorted(set(labels))
        for slug, label, shares in zip(slugs, labels, guessed):
            best = present[int(shares.argmax())]
            if best != label:
                print(f"{slug}: want {KINDS[label]}, have {KINDS[best]} ({shares.max():.2f})")
        right = np.array([present[int(s.argmax())] for s in guessed]) == labels
        sure = guessed.max(axis=1) >= 0.8
        print(f"{len(labels)} messages: {100 * right.mean():.1f} % right; "
              f"sure of {100 * sure.mean():.1f} %, of these {100 * right[sure].mean():.1f} % right")
        return
    model.fit(rows, labels)
    weights = np.zeros((len(KINDS), len(names)))
    bias = np.full(len(KINDS), -20.0)
    for at, label in enumerate(model.classes_):
        weights[label], bias[label] = model.coef_[at], model.intercept_[at]
    number = lambda value: f"{value:.3f}".replace("-0.000", "0.000")
    line = lambda values: "[" + ", ".join(number(v) for v in values) + "]"
    camel = [f"Kind::{k.capitalize()}" for k in KINDS]
    out = [
        "//! What each clue is worth for each kind. Written by `tests/corpus/learn.py`; not by hand.",
        "//!",
        "//! Longer than 400 lines because each weight has its line." if len(names) * 5 > 380 else "",
        "",
        "use crate::reading::Kind;",
        "",
        f"pub(super) const KINDS: [Kind; {len(KINDS)}] = [{', '.join(camel)}];",
        "",
        f"pub(super) const BIAS: [f32; {len(KINDS)}] = {line(bias)};",
        "",
        "#[rustfmt::skip]",
        '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]',
        f"pub(super) const WEIGHTS: &[(&str, [f32; {len(KINDS)}])] = &[",
    ]
    out += [f'    ("{name}", {line(weights[:, at])}),' for at, name in enumerate(names)]
    out += ["];", ""]
    path = ROOT / "src/reading/kind/weights.rs"
    path.write_text("\n".join(l for k, l in enumerate(out) if not (k == 2 and not l)))
    subprocess.run(["rustfmt", "--edition", "2024", path], check=True)
    print(f"{len(labels)} messages, {len(names)} clues")


main()
