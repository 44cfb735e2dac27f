#!/usr/bin/env python3
"""Learns what each clue to the kind of a message, its form, its State, its travellers and its meetings is worth, and writes
it down: src/reading/kind/learned.net, weights.rs in src/reading/form, issuer and travellers and in src/matching/meetings, and
neighbours.rs and turns.rs in src/reading/travellers.

    cargo build && tests/corpus/learn.py [--check] [--states] [--persons] [--meetings] [FOLDER...]

Reads the labelled messages of tests/corpus/tune and hands (and of other FOLDERs), asks `verbale read --evidence` what it saw in
each, and fits small networks of one hidden layer to the kinds (their units side by side, so that what they say is the mean),
a multinomial logistic regression (L2) to the forms, and for each person who is named a logistic regression
to whether the message is about it (by the clues to it, those to the others and the words about it), one to whether a State that is named is the one that writes,
and one to whether the message concerns a meeting that it names (`--states`: up to States, `--meetings`: these alone, `--persons`:
up to travellers).
`--check` writes nothing and prints how often messages that were left out are told right; for kind, State and travellers all messages of a writer are left out together, since writers repeat themselves.
tests/corpus/measure is never learned from.
Needs scikit-learn, scipy and numpy; the same labels give the same weights.
"""
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_predict
from sklearn.neural_network import MLPClassifier

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = ["request", "amendment", "withdrawal", "contribution", "enquiry", "attendance", "automatic", "other"]
FORMS = ["note_verbale", "letter", "message"]
STRENGTH = 0.3
# Messages in which a pair of kinds of words must stand before anything is learned of it, and how much less than other
# clues pairs are trusted: there are many.
OFTEN = 25
PAIRS = 0.7
# Messages in which a turn of words must stand before anything is learned of it, how many turns are kept, and what all
# turns of a message weigh together once it has enough of them (WEIGHT and ENOUGH of src/reading/kind/wording.rs).
TURNS = 4
KEPT = 4000
# The networks of the kinds: how many, hidden units of each, how much large weights are held down, and how often all messages
# are gone through. Left out by writer, these are right in 94.2 % where a sum of weights (LogisticRegression) is in 92.5 %,
# and half as often surely wrong; more units or rounds are surer and no better.
NETWORKS = 2
UNITS = 24
HELD = 0.03
ROUNDS = 10
WORDING = 10.0
ENOUGH = 50
# What mail of agencies, firms and associations tells of the State that writes, beside a note: nothing is done for it.
STRANGER = 0.25
# How much more a short case tells than a message: it says what must hold, and is one of few.
CASES = 5.0
# The same of a clue to a person and of a clue to another person, in mentions, and what the latter weighs.
SELDOM = 5
SELDOM_BESIDE = 8
NEARBY = 0.5
BESIDE = ["before", "behind", "another"]
# Mentions about which a turn of words must stand, how many turns are kept, and what one weighs.
TURNS_ABOUT = 6
KEPT_ABOUT = 4000
ABOUT_NAME = 0.8


# The same of the words about a meeting.
TURNS_OF_MEETING = 4
# Files of tests/cases/meetings that are learned from; apart.txt never is.
LEARNED = ["aside_english_french.txt", "aside_spanish_eastern.txt", "eastern.txt", "latin.txt", "spanish_arabic.txt", "notes_eastern.txt", "notes_english_french.txt", "notes_french_spanish.txt"]
# Days before the first meeting concerned on which a short case was sent.
SENT_BEFORE = 25
KEPT_OF_MEETING = 3000


ABOUT = ["request", "amendment", "withdrawal", "attendance"]
CONCERNED = [*ABOUT, "enquiry"]


def read(folders):
    """Folders, labels and what was seen, of each message that can be learned from."""
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
    return list(zip(found, [g for _, g in readable], seen([f / "message.eml" for f in found])))


def seen(files):
    """What `verbale read --evidence` sees in each file."""
    command = [ROOT / "target/debug/verbale", "--json", "--desk", ROOT, "read", "--evidence", *files]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [json.loads(line)["evidence"] for line in said]


def sentences():
    """The sentences of tests/cases/travellers as messages: who travels is labelled there, and the kind."""
    golds, texts, kind = [], [], "request"
    # Of said.txt nothing is labelled but what clauses say.
    paths = (p for p in (ROOT / "tests/cases/travellers").glob("*.txt") if p.name != "said.txt")
    for path in sorted(paths):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith("#kind "):
                kind = line.removeprefix("#kind ").strip()
            elif " => " in line and not line.startswith("# "):
                text, wanted = line.rsplit(" => ", 1)
                people = [] if wanted.strip() == "none" else [w.split(" | ")[0].strip() for w in wanted.split(" & ")]
                golds.append((path.parent / f"{path.name}:{number}", {"kind": kind, "travellers": [{"name": n} for n in people]}))
                texts.append(text.strip().replace("\\n", "\n").replace("\\f", "\f"))
    return seen_texts(golds, [f"Subject: -\n\n{text}" for text in texts])


def seen_texts(golds, texts):
    """The same of texts that begin with the subject."""
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / f"{number}.eml" for number in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(head + text)
        return [(path, gold, evidence) for (path, gold), evidence in zip(golds, seen(files))]


def cases():
    """The short messages of tests/cases/reading."""
    folders = sorted(p.parent for p in (ROOT / "tests/cases/reading").glob("*/expected.json"))
    folders = [f for f in folders if (f / "message.txt").read_text().startswith("Subject: ")]
    golds = [(f, json.loads((f / "expected.json").read_text())) for f in folders]
    return seen_texts(golds, [(f / "message.txt").read_text() for f in folders])


def lines_of_kinds():
    """The short messages of tests/cases/kinds.txt, of which only the kind is labelled."""
    golds, texts = [], []
    for number, line in enumerate((ROOT / "tests/cases/kinds.txt").read_text().splitlines(), 1):
        if not line.startswith("#"):
            kind, text = line.split(" | ", 1)
            golds.append((ROOT / f"tests/cases/kinds.txt:{number}", {"kind": kind}))
            texts.append(f"Subject: note\n\n{text}")
    return seen_texts(golds, texts)


def of_kinds(messages):
    """What was seen in each, by name; its turns; labels, names of the clues that always stand there, of the messages."""
    names, rows, turns, labels, slugs = [], [], [], [], []
    for folder, gold, evidence in messages:
        grounds = [g for g in evidence["kind"] if not is_turn(g["name"])]
        if not grounds:
            continue  # a machine's answer or a circular: decided without weighing
        names = [g["name"] for g in grounds if not is_pair(g["name"])]
        rows.append({g["name"]: g["value"] for g in grounds})
        turns.append(evidence["turns"])
        labels.append(KINDS.index(gold["kind"]))
        slugs.append(f"{folder.parent.name}/{folder.name}")
    count = collections.Counter(name for row in rows for name in row if is_pair(name))
    pairs = sorted(name for name, messages in count.items() if messages >= OFTEN)
    values = np.array([[row.get(name, 0.0) * (PAIRS if is_pair(name) else 1.0) for name in names + pairs] for row in rows])
    return sparse.csr_matrix(values), turns, np.array(labels), names, pairs, slugs


def is_turn(name):
    """Whether a clue is a learned turn of words."""
    return name.startswith('"')


def known(turns, among):
    """Which of the turns each message has; all of a message together are as long as WORDING."""
    place = {turn: k for k, turn in enumerate(among)}
    rows, columns, values = [], [], []
    for row, own in enumerate(turns):
        here = [place[turn] for turn in own if turn in place]
        rows += [row] * len(here)
        columns += here
        values += [WORDING / max(len(here), ENOUGH) ** 0.5] * len(here)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(turns), len(among)))


def fit_kinds(values, turns, labels, heed):
    """The model, and the turns that it knows: those that told most when all were weighed. `heed`: of each message."""
    count = collections.Counter(turn for own in turns for turn in own)
    often = sorted(turn for turn, messages in count.items() if messages >= TURNS)
    fit = lambda among: LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-3).fit(
        sparse.hstack([values, known(turns, among)]).tocsr(), labels, sample_weight=heed
    )
    told = np.abs(fit(often).coef_[:, values.shape[1] :]).max(0) * np.sqrt([count[turn] for turn in often])
    kept = sorted(often[k] for k in np.argsort(-told, kind="stable")[:KEPT])
    return Networks(sparse.hstack([values, known(turns, kept)]).tocsr(), labels, heed), kept


class Networks:
    """Networks side by side as one: `rows` of each clue, `bias` of the hidden units, `worth` of these, `own` of the kinds."""

    def __init__(self, values, labels, heed):
        again = np.repeat(np.arange(len(labels)), heed.astype(int))
        each = []
        for seed in range(NETWORKS):
            net = MLPClassifier((UNITS,), alpha=HELD, batch_size=128, max_iter=ROUNDS, random_state=seed)
            each.append(net.fit(values[again], labels[again]))
        self.classes_ = each[0].classes_
        self.rows = np.hstack([net.coefs_[0] for net in each])
        self.bias = np.hstack([net.intercepts_[0] for net in each])
        self.worth = np.vstack([net.coefs_[1] for net in each]) / NETWORKS
        self.own = np.mean([net.intercepts_[1] for net in each], axis=0)

    def predict_proba(self, values):
        sums = np.maximum(values @ self.rows + self.bias, 0.0) @ self.worth + self.own
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        return shares / shares.sum(axis=1, keepdims=True)

    def written(self, names):
        """The text that `src/reading/net.rs` reads, with a line for each clue of `names`, in steps of a 127th."""
        steps = np.maximum(np.abs(self.rows).max(axis=0), 1e-6) / 127
        numbers = lambda values: " ".join(f"{v:.6g}" for v in values)
        lines = ["# Learned by tests/corpus/learn.py; not by hand.", "steps " + numbers(steps), "bias " + numbers(self.bias)]
        for label, kind in enumerate(KINDS):
            at = list(self.classes_).index(label) if label in self.classes_ else None
            worth = [-20.0] if at is None else [self.own[at], *self.worth[:, at]]
            lines.append(f"told {kind} " + numbers(worth))
        rows = np.round(self.rows / steps).astype(int) & 0xFF
        lines += ["".join(f"{v:02x}" for v in row) + f" {name}" for name, row in zip(names, rows)]
        return "\n".join([*lines, ""])


def writer(slug):
    """Who wrote a message of the hands: its folder begins with a letter and number for the writer."""
    folder, name = slug.split("/", 1)
    return re.match(r"[a-z]+\d+", name).group() if folder == "hands" else folder


def heeded(slug):
    """How much a message tells."""
    return CASES if slug.startswith(("reading/", "cases/")) else 1.0


def is_pair(name):
    """Whether a clue is that one kind of word stands behind another."""
    return " then " in name


def folded(name):
    plain = unicodedata.normalize("NFD", name.casefold())
    return {w for w in re.split(r"[\s·・•‧-]+", "".join(c for c in plain if not unicodedata.combining(c))) if w}


def likeness(name, gold):
    """How far two names are one: 1 where all words are the same, 0 where less than half of them are."""
    a, b = folded(name), folded(gold)
    return len(a & b) / len(a | b) if a & b and 2 * len(a & b) >= min(len(a), len(b)) else 0.0


def of_persons(messages):
    """Of each person: clues, kind of the message, whether it is about the person, which message, what the others have, turns."""
    persons = []
    for folder, gold, evidence in messages:
        if gold["kind"] not in ABOUT:
            continue
        all = evidence["persons"]
        named = [person["name"] for person in all]
        # Of a name and its misspelling the label means the one that is most like it.
        most = {t["name"]: max((likeness(n, t["name"]) for n in named), default=0.0) for t in gold["travellers"]}
        for k, person in enumerate(all):
            told = any(m > 0 and likeness(person["name"], name) == m for name, m in most.items())
            others = {clue for other in all[:k] + all[k + 1 :] for clue in other["clues"]} - set(person["clues"])
            near = [all[at]["clues"] + ["everybody"] if 0 <= at < len(all) else [] for at in (k - 1, k + 1)]
            beside = [f"{place} {clue}" for place, clues in zip(BESIDE, [*near, others]) for clue in clues]
            slug = f"{folder.parent.name}/{folder.name}"
            persons.append((person["clues"] + ["everybody"], gold["kind"], told, slug, person["name"], beside, person.get("turns", [])))
    return persons


def learn_forms(messages, check):
    """What each clue is worth for a note verbale, a letter and an ordinary mail."""
    messages = [(f, g, e["form"]) for f, g, e in messages if g.get("form") and g.get("kind") != "automatic"]
    names = [name for name, _ in messages[0][2]]
    values = np.array([[float(told) for _, told in clues] for _, _, clues in messages])
    labels = np.array([g["form"] for _, g, _ in messages])
    heed = np.array([CASES if "cases" in folder.parts else 1.0 for folder, _, _ in messages])
    model = LogisticRegression(C=3 * STRENGTH, max_iter=5000)
    if check:
        shares = cross_val_predict(model, values, labels, cv=StratifiedKFold(10, shuffle=True, random_state=1), method="predict_proba")
        classes = sorted(set(labels))
        for (folder, gold, _), row in zip(messages, shares):
            best = int(row.argmax())
            if classes[best] != gold["form"]:
                print(f"{folder.parent.name}/{folder.name}: want {gold['form']}, have {classes[best]} ({row[best]:.2f})")
        right = np.array([classes[r.argmax()] for r in shares]) == labels
        sure = shares.max(axis=1) >= 0.8
        print(f"{len(labels)} forms: {100 * right.mean():.1f} % right; sure of {100 * sure.mean():.1f} %, of these {100 * right[sure].mean():.1f} % right")
        return
    model.fit(values, labels, sample_weight=heed)
    classes = list(model.classes_)
    order = [classes.index(form) for form in FORMS]
    rust = {"note_verbale": "NoteVerbale", "letter": "Letter", "message": "Message"}
    out = [
        "//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.",
        "",
        "use crate::reading::Form;",
        "",
        "/// The columns of the weights.",
        "pub(super) const FORMS: [Form; 3] = [" + ", ".join(f"Form::{rust[f]}" for f in FORMS) + "];",
        "/// What each form has before anything is known.",
        "pub(super) const BIAS: [f32; 3] = [" + ", ".join(f"{model.intercept_[k]:.3f}" for k in order) + "];",
        "/// In the order of the evidence.",
        "#[rustfmt::skip]",
        '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]',
        "pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[",
    ]
    for name, row in zip(names, model.coef_.T):
        out.append(f'    ("{name}", [' + ", ".join(f"{row[k]:.3f}".replace("-0.000", "0.000") for k in order) + "]),")
    (ROOT / "src/reading/form/weights.rs").write_text("\n".join([*out, "];", ""]))
    print(f"{len(labels)} forms, {len(names)} clues")


def learn_states(messages, check):
    """What each sign is worth that the State that it names is the one that writes, where no office says it."""
    named = [
        (state["clues"], state["name"] == gold["state"], f"{folder.parent.name}/{folder.name}", state["name"])
        for folder, gold, evidence in messages
        for state in evidence["states"]
    ]
    told = np.array([t for _, t, _, _ in named])
    heed = np.array([
        STRANGER if gold["kind"] == "other" and not gold["state"] else 1.0
        for _, gold, evidence in messages
        for _ in evidence["states"]
    ])
    matrix = DictVectorizer()
    values = matrix.fit_transform([{clue: 1.0 for clue in clues} for clues, *_ in named])
    model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    if check:
        groups = [writer(slug) for _, _, slug, _ in named]
        shares = cross_val_predict(model, values, told, cv=GroupKFold(8), groups=groups, method="predict_proba")[:, 1]
        best = {}
        for (_, right, slug, state), share in zip(named, shares):
            best[slug] = max(best.get(slug, (0.18, True, "-")), (share, right, state))
        golds = {f"{folder.parent.name}/{folder.name}": gold["state"] for folder, gold, _ in messages}
        wrong = {s: b for s, b in best.items() if b[2] != (golds[s] or "-")}
        for slug, (share, _, state) in sorted(wrong.items()):
            print(f"{slug}: want {golds[slug] or '-'}, have {state} ({share:.2f})")
        print(f"{len(best)} messages whose State no office says: {100 - 100 * len(wrong) / len(best):.1f} % right")
        return
    model.fit(values, told, sample_weight=heed)
    out = [
        "//! What each sign is worth that a State is the one that writes. Written by `tests/corpus/learn.py`; not by hand.",
        "",
        "/// In the order of their names.",
        "#[rustfmt::skip]",
        '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]',
        "pub(super) const WEIGHTS: &[(&str, f32)] = &[",
    ]
    for name, worth in sorted(zip(matrix.get_feature_names_out(), model.coef_[0])):
        out.append(f'    ("{name}", {worth:.3f}),'.replace("-0.000", "0.000"))
    (ROOT / "src/reading/issuer/weights.rs").write_text("\n".join([*out, "];", ""]))
    print(f"{len(told)} States, {len(matrix.get_feature_names_out())} signs")


def seldom(rows, least):
    """The rows without what stands in few of them."""
    count = collections.Counter(name for row in rows for name in row)
    return [[name for name in row if count[name] >= least] for row in rows]


def by_kind(rows, kinds, value):
    """What holds in all messages, and what more or less in those of one kind."""
    return [{key: value for name in row for key in (name, f"{kind}: {name}")} for row, kind in zip(rows, kinds)]


def fit_persons(persons):
    """What each clue, each clue to another and each turn is worth, by name, and which turns are kept: those that told most."""
    clues, kinds, told, slugs, _, beside, turns = zip(*persons)
    heed = np.array([CASES if ".txt:" in slug else 1.0 for slug in slugs])
    turns = seldom(turns, TURNS_ABOUT)
    count = collections.Counter(turn for row in turns for turn in row)
    base = [
        own | {name: NEARBY for name in near}
        for own, near in zip(by_kind(seldom(clues, SELDOM), kinds, 1.0), seldom(beside, SELDOM_BESIDE))
    ]

    def fit(turns):
        matrix = DictVectorizer()
        values = matrix.fit_transform([row | said for row, said in zip(base, by_kind(turns, kinds, ABOUT_NAME))])
        model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(values, told, sample_weight=heed)
        return dict(zip(matrix.get_feature_names_out(), model.coef_[0]))

    worth = fit(turns)
    strength = lambda turn: max(abs(row_of(worth, turn, kind)) for kind in ABOUT) * count[turn] ** 0.5
    kept = set(sorted(count, key=lambda turn: (-strength(turn), turn))[:KEPT_ABOUT])
    return fit([[turn for turn in row if turn in kept] for row in turns]), kept


def row_of(worth, name, kind):
    return worth.get(name, 0.0) + worth.get(f"{kind}: {name}", 0.0)


def share_of(worth, person):
    """How likely a message is about the person, by what has been learned."""
    clues, kind, _, _, _, beside, turns = person
    total = sum(row_of(worth, clue, kind) for clue in clues) + NEARBY * sum(worth.get(name, 0.0) for name in beside)
    total += ABOUT_NAME * sum(row_of(worth, turn, kind) for turn in turns)
    return 1 / (1 + np.exp(-total))


def learn_persons(messages, check):
    """What each clue is worth in a message of each kind: what it is worth in all, and what more or less in this one."""
    persons = of_persons(messages)
    if check:
        told = np.array([p[2] for p in persons])
        groups = [p[3] for p in persons]
        shares = np.zeros(len(persons))
        for own, other in GroupKFold(8).split(persons, told, [writer(slug) for slug in groups]):
            worth, _ = fit_persons([persons[k] for k in own])
            shares[other] = [share_of(worth, persons[k]) for k in other]
        right = (shares >= 0.5) == told
        for (_, kind, t, slug, name, _, _), share, ok in zip(persons, shares, right):
            if not ok:
                print(f"{slug}: {kind}: {name}: {'travels' if t else 'does not travel'} ({share:.2f})")
        sure = (shares >= 0.8) | (shares < 0.2)
        messages_right = len(set(groups)) - len({s for s, ok in zip(groups, right) if not ok})
        print(f"{len(told)} persons: {100 * right.mean():.1f} % right, all of {messages_right} of {len(set(groups))} messages; "
              f"sure of {100 * sure.mean():.1f} %, of these {100 * right[sure].mean():.1f} % right")
        return
    worth, kept = fit_persons(persons)
    of_kinds = lambda name, value: [value * row_of(worth, name, kind) for kind in ABOUT]
    known = {key.split(": ", 1)[-1] if key.split(": ", 1)[0] in ABOUT else key for key in worth}
    clues = sorted({c for p in persons for c in p[0]} & known)
    beside = sorted({name.split(" ", 1)[1] for p in persons for name in p[5]} & {k.split(" ", 1)[-1] for k in worth})
    write = [
        ("weights", "clue is worth that a message is about a person", "requests, amendments, withdrawals and attendance",
         4, [(name, of_kinds(name, 1.0)) for name in clues]),
        ("neighbours", "clue to another person is worth", "the person before, the one behind and any other",
         3, [(name, [NEARBY * worth.get(f"{place} {name}", 0.0) for place in BESIDE]) for name in beside]),
        ("turns", "turn of words about a person is worth", "requests, amendments, withdrawals and attendance",
         4, [(name, of_kinds(name, ABOUT_NAME)) for name in sorted(kept)]),
    ]
    for file, what, columns, width, rows in write:
        out = [
            f"//! What each {what}. Written by `tests/corpus/learn.py`; not by hand.",
            "//!",
            "//! Longer than 400 lines because each has its line.",
            "",
            f"/// For {columns}.",
            "#[rustfmt::skip]",
            '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]',
            f"pub(super) const WEIGHTS: &[(&str, [f32; {width}])] = &[",
        ]
        for name, row in rows:
            out.append(f'    ("{name}", [' + ", ".join(f"{v:.3f}".replace("-0.000", "0.000") for v in row) + "]),")
        (ROOT / f"src/reading/travellers/{file}.rs").write_text("\n".join([*out, "];", ""]))
    print(f"{len(persons)} persons, {len(clues)} clues, {len(beside)} to others, {len(kept)} turns")


def meeting_cases(names=LEARNED):
    """The notes of tests/cases/meetings, as if sent some weeks before the first meeting that they concern, and the requests
    among tests/cases/notes/sentences.txt."""
    calendar = tomllib.loads((ROOT / "rules/events.toml").read_text())["event"]
    starts = {event["id"]: event["start"] for event in calendar}
    golds, texts, kind = [], [], "request"

    def add(where, kind, ids, sent, text):
        golds.append((where, {"kind": kind, "events": ids}))
        texts.append(f"Date: {sent:%d %b %Y} 12:00:00 +0000\nSubject: -\n\n" + text.strip().replace("\\n", "\n"))

    for path in [ROOT / "tests/cases/meetings" / name for name in names]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith("#kind "):
                kind = line.removeprefix("#kind ").strip()
            elif " => " in line and not line.startswith("# "):
                text, wanted = line.rsplit(" => ", 1)
                ids = wanted.split()
                sent = min(starts[id] for id in ids) - datetime.timedelta(days=SENT_BEFORE)
                add(path.parent / f"{path.name}:{number}", kind, ids, sent, text)
    path = ROOT / "tests/cases/notes/sentences.txt"
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("#") or " => " not in line:
            continue
        sent, rest = line.split(" | ", 1)
        text, wanted = rest.rsplit(" => ", 1)
        ids = wanted.removeprefix("?").split()
        if all(id in starts for id in ids):
            add(path.parent / f"{path.name}:{number}", "request", ids, datetime.date.fromisoformat(sent), text)
    return seen_texts(golds, texts)


def of_meetings(messages):
    """Of each meeting that is named: clues, turns, kind of the message, whether it is concerned, which message, its id."""
    return [
        (meeting["clues"], meeting.get("turns", []), gold["kind"], meeting["name"] in gold["events"], f"{folder.parent.name}/{folder.name}", meeting["name"])
        for folder, gold, evidence in messages
        if gold["kind"] in CONCERNED
        for meeting in evidence.get("meetings", [])
    ]


def fit_meetings(meetings):
    """What each clue and each turn is worth, by name, and which turns are kept: those that told most."""
    clues, turns, kinds, told, slugs, _ = zip(*meetings)
    heed = np.array([CASES if ".txt:" in slug else 1.0 for slug in slugs])
    turns = seldom(turns, TURNS_OF_MEETING)
    count = collections.Counter(turn for row in turns for turn in row)
    base = by_kind(clues, kinds, 1.0)

    def fit(turns):
        matrix = DictVectorizer()
        values = matrix.fit_transform([row | dict.fromkeys(said, 1.0) for row, said in zip(base, turns)])
        model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(values, told, sample_weight=heed)
        return dict(zip(matrix.get_feature_names_out(), model.coef_[0]))

    worth = fit(turns)
    kept = set(sorted(count, key=lambda turn: (-abs(worth[turn]) * count[turn] ** 0.5, turn))[:KEPT_OF_MEETING])
    return fit([[turn for turn in row if turn in kept] for row in turns]), kept


def learn_meetings(messages, check):
    """What each clue and turn is worth that a message concerns a meeting that it names."""
    meetings = of_meetings(messages)
    if check:
        told = np.array([m[3] for m in meetings])
        shares = np.zeros(len(meetings))
        for own, other in GroupKFold(8).split(meetings, told, [writer(m[4]) for m in meetings]):
            worth, _ = fit_meetings([meetings[k] for k in own])
            total = lambda m: sum(row_of(worth, clue, m[2]) for clue in m[0]) + sum(worth.get(turn, 0.0) for turn in m[1])
            shares[other] = [1 / (1 + np.exp(-total(meetings[k]))) for k in other]
        right = (shares >= 0.5) == told
        for (*_, t, slug, name), share, ok in zip(meetings, shares, right):
            if not ok:
                print(f"{slug}: {name}: {'concerned' if t else 'only named'} ({share:.2f})")
        sure = abs(shares - 0.5) > 0.4
        print(f"{len(told)} meetings: {100 * right.mean():.1f} % right; sure of {100 * sure.mean():.1f} %, of these {100 * right[sure].mean():.1f} % right")
        return
    worth, kept = fit_meetings(meetings)
    rust = ", ".join(f"Kind::{kind.capitalize()}" for kind in CONCERNED)
    out = [
        "//! What each clue and each turn of words is worth that a message concerns a meeting that it names. Written by",
        "//! `tests/corpus/learn.py`; not by hand.",
        "//!",
        "//! Longer than 400 lines because each has its line.",
        "",
        "use crate::reading::Kind;",
        "",
        "/// The columns of [`CLUES`].",
        f"pub(super) const KINDS: [Kind; {len(CONCERNED)}] = [{rust}];",
        "",
        "/// In the order of their names.",
        "#[rustfmt::skip]",
        '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]',
        f"pub(super) const CLUES: &[(&str, [f32; {len(CONCERNED)}])] = &[",
    ]
    number = lambda value: f"{value:.3f}".replace("-0.000", "0.000")
    for name in sorted({clue for m in meetings for clue in m[0]}):
        out.append(f'    ("{name}", [' + ", ".join(number(row_of(worth, name, kind)) for kind in CONCERNED) + "]),")
    out += ["];", "", "/// For messages of every kind.", "#[rustfmt::skip]", '#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]', "pub(super) const TURNS: &[(&str, f32)] = &["]
    out += [f'    ("{turn}", {number(worth.get(turn, 0.0))}),' for turn in sorted(kept)]
    (ROOT / "src/matching/meetings").mkdir(exist_ok=True)
    (ROOT / "src/matching/meetings/weights.rs").write_text("\n".join([*out, "];", ""]))
    print(f"{len(meetings)} meetings, {len({c for m in meetings for c in m[0]})} clues, {len(kept)} turns")


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    folders = [ROOT / "tests/corpus/tune", ROOT / "tests/corpus/hands", *[a for a in arguments if not a.startswith("--")]]
    messages = read(folders)
    learn_meetings(messages + meeting_cases(), check)
    if "--meetings" in arguments:
        return
    short = cases()
    learn_forms(messages + short, check)
    learn_states(messages, check)
    if "--states" in arguments:
        return
    learn_persons(messages + sentences(), check)
    if "--persons" in arguments:
        return
    values, turns, labels, names, pairs, slugs = of_kinds(messages + [one for one in short if "kind" in one[1]] + lines_of_kinds())
    heed = np.array([heeded(slug) for slug in slugs])
    if check:
        guessed = np.zeros((len(labels), len(KINDS)))
        for own, other in GroupKFold(8).split(values, labels, [writer(slug) for slug in slugs]):
            model, kept = fit_kinds(values[own], [turns[k] for k in own], labels[own], heed[own])
            seen_of = sparse.hstack([values[other], known([turns[k] for k in other], kept)]).tocsr()
            guessed[np.ix_(other, model.classes_)] = model.predict_proba(seen_of)
        for slug, label, shares in zip(slugs, labels, guessed):
            best = int(shares.argmax())
            if best != label:
                print(f"{slug}: want {KINDS[label]}, have {KINDS[best]} ({shares.max():.2f})")
        right = guessed.argmax(axis=1) == labels
        sure = guessed.max(axis=1) >= 0.8
        print(f"{len(labels)} messages: {100 * right.mean():.1f} % right; "
              f"sure of {100 * sure.mean():.1f} %, of these {100 * right[sure].mean():.1f} % right")
        return
    model, kept = fit_kinds(values, turns, labels, heed)
    # Pairs are trusted less than other clues.
    model.rows[len(names) : len(names) + len(pairs)] *= PAIRS
    named = names + pairs + [f'"{turn}"' for turn in kept]
    (ROOT / "src/reading/kind/learned.net").write_text(model.written(named))
    print(f"{len(labels)} messages, {len(names)} clues, {len(pairs)} pairs, {len(kept)} turns")


if __name__ == "__main__":
    main()
