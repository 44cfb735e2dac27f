#!/usr/bin/env python3
"""Learns the shapes of Eastern Arabic figures, and writes src/worker/ocr/figures.net.

    apt-get install fonts-hosny-amiri fonts-kacst fonts-kacst-one fonts-arabeyes fonts-noto-core fonts-dejavu-core \
        fonts-freefarsi fonts-sil-scheherazade fonts-freefont-ttf
    pip install pillow numpy
    python3 tests/corpus/figures.py [test]

Numbers are set in every Arabic font of the machine, in many sizes, tilted, thickened, blurred and specked as scans are; each
piece of ink is one example, measured as `src/worker/ocr/figures.rs` measures it. With `test` every fifth font is left out and
measured on. The same fonts give the same file.
"""

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

ROWS, COLUMNS = 14, 12
FIGURES = "٠١٢٣٤٥٦٧٨٩/-"
# Fonts that offices print with; of those made for posters nothing is to be learned.
SOBER = ("Amiri-", "Lateef-", "Scheherazade", "DejaVu", "FreeSerif", "FreeMono", "KacstBook", "KacstNaskh", "KacstOffice",
         "KacstLetter", "KacstOne", "KacstTitle.", "KacstQurn", "NotoNaskhArabic", "NotoSansArabic",
         "NotoKufiArabic", "ae_AlArabiya", "ae_Arab", "ae_Furat", "ae_Granada", "ae_Nada", "ae_Cortoba", "ae_AlMohanad",
         "ae_Sindbad", "PakType Naskh Basic SA", "PakType Naskh Basic.")
OTHER = len(FIGURES)
# What stands beside numbers and is none: letters by themselves, brackets, European figures.
STRANGERS = list(".ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةى()[]:،؛012345678,") + ["هـ", "لا", "ـم", "ـه", "بـ"]


def pieces(grey):
    """Connected pieces of ink as (left, top, right, bottom, mask), from left to right."""
    ink = grey < 150
    label = np.zeros(ink.shape, dtype=int)
    found = []
    for y, x in zip(*np.nonzero(ink)):
        if label[y, x]:
            continue
        todo = [(y, x)]
        label[y, x] = len(found) + 1
        cells = []
        while todo:
            a, b = todo.pop()
            cells.append((a, b))
            for da in (-1, 0, 1):
                for db in (-1, 0, 1):
                    c, d = a + da, b + db
                    if 0 <= c < ink.shape[0] and 0 <= d < ink.shape[1] and ink[c, d] and not label[c, d]:
                        label[c, d] = len(found) + 1
                        todo.append((c, d))
        ys = [c[0] for c in cells]
        xs = [c[1] for c in cells]
        top, bottom, left, right = min(ys), max(ys) + 1, min(xs), max(xs) + 1
        mask = np.zeros((bottom - top, right - left))
        for c in cells:
            mask[c[0] - top, c[1] - left] = 1.0
        found.append((left, top, right, bottom, mask, len(cells)))
    return sorted(found, key=lambda p: p[0])


def measured(piece, top, height):
    """What is known of a piece: its picture in ROWS by COLUMNS, its size and where it stands in its line."""
    left, up, right, down, mask, _ = piece
    h, w = mask.shape
    side = max(h / ROWS, w / COLUMNS)
    picture = np.zeros((ROWS, COLUMNS))
    rows, columns = max(1, round(h / side)), max(1, round(w / side))
    rows, columns = min(rows, ROWS), min(columns, COLUMNS)
    for r in range(rows):
        for c in range(columns):
            y0, y1 = r * h // rows, max(r * h // rows + 1, -(-(r + 1) * h // rows))
            x0, x1 = c * w // columns, max(c * w // columns + 1, -(-(c + 1) * w // columns))
            picture[(ROWS - rows) // 2 + r, (COLUMNS - columns) // 2 + c] = mask[y0:y1, x0:x1].mean()
    return np.concatenate(
        [picture.ravel(), [h / height, w / height, (up - top) / height, (down - top) / height, 1.0]]
    )


def set_number(font, text, rng):
    """A picture of `text`, as a scan has it."""
    width, height = 60 + 30 * len(text) * font.size // 20, 4 * font.size
    page = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(page)
    x = 20
    for sign in text:
        draw.text((x, font.size), sign, font=font, fill=rng.randrange(0, 60))
        x += draw.textlength(sign, font=font) + rng.uniform(0.06, 0.2) * font.size
    page = page.rotate(rng.uniform(-1.2, 1.2), fillcolor=255, resample=Image.BICUBIC)
    weight = rng.random()
    if weight < 0.2:
        page = page.filter(ImageFilter.MinFilter(3))
    elif weight < 0.3 and font.size > 30:
        page = page.filter(ImageFilter.MaxFilter(3))
    page = page.filter(ImageFilter.GaussianBlur(rng.uniform(0.0, 0.04) * font.size))
    grey = np.asarray(page, dtype=float)
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, rng.uniform(0, 25), grey.shape)
    return grey + noise


def examples(path, rng, count):
    """Measurements and classes of the pieces of `count` numbers in a font."""
    xs, ys = [], []
    for _ in range(count):
        font = ImageFont.truetype(path, rng.randrange(16, 64))
        stranger = rng.random() < 0.3
        if stranger:
            text = [rng.choice(STRANGERS) for _ in range(3)]
            text.insert(rng.randrange(3), rng.choice(FIGURES[:10]))
        else:
            text = [rng.choice(FIGURES[:10]) for _ in range(rng.randrange(2, 5))]
            text.insert(rng.randrange(1, len(text)), rng.choice(FIGURES[10:] if rng.random() < 0.6 else FIGURES))
            text.append(rng.choice(FIGURES[:10]))
        if font.getmask(text[0]).getbbox() is None:
            continue
        grey = set_number(font, text, rng)
        found = [p for p in pieces(grey) if p[5] > 3]
        if not found:
            continue
        # The line is as tall as its tallest piece that may be a figure.
        tallest = max(found, key=lambda p: p[3] - p[1])
        top, height = tallest[1], tallest[3] - tallest[1]
        if stranger:
            # One of them is a figure, and which is not known where letters have several pieces.
            if len(found) != len(text):
                continue
            known = [FIGURES.index(sign) if sign in FIGURES else OTHER for sign in text]
            xs += [measured(p, top, height) for p in found]
            ys += known
        elif len(found) == len(text):
            if not any(p[3] - p[1] > 0.5 * font.size for p in found) and "٠" * len(text) == "".join(text):
                continue
            xs += [measured(p, top, height) for p in found]
            ys += [FIGURES.index(sign) for sign in text]
    return xs, ys


def fonts():
    listed = subprocess.run(["fc-list", ":lang=ar", "file"], capture_output=True, text=True, check=True).stdout
    paths = sorted({line.split(":")[0] for line in listed.splitlines()})
    names = {}
    for path in paths:
        if path.endswith((".ttf", ".otf")) and Path(path).name.startswith(SOBER):
            names.setdefault(Path(path).name, path)
    return [names[name] for name in sorted(names)]


def learn(xs, ys, rng, hidden=32, epochs=45):
    x, y = np.array(xs), np.array(ys)
    classes = OTHER + 1
    a = rng.normal(0, 0.15, (x.shape[1], hidden))
    b = rng.normal(0, 0.15, (hidden + 1, classes))
    moments = [np.zeros_like(a), np.zeros_like(b), np.zeros_like(a), np.zeros_like(b)]
    step = 0
    weight = np.ones(classes)
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for part in np.array_split(order, max(1, len(x) // 128)):
            step += 1
            h = np.maximum(x[part] @ a, 0)
            h1 = np.hstack([h, np.ones((len(part), 1))])
            z = h1 @ b
            z -= z.max(1, keepdims=True)
            p = np.exp(z)
            p /= p.sum(1, keepdims=True)
            g = p
            g[np.arange(len(part)), y[part]] -= 1
            g *= weight[y[part]][:, None] / len(part)
            gb = h1.T @ g + 1e-4 * b
            ga = x[part].T @ ((g @ b[:-1].T) * (h > 0)) + 1e-4 * a
            rate = 0.003 * (1 - epoch / epochs)
            for k, (w, gw) in enumerate(((a, ga), (b, gb))):
                moments[k] = 0.9 * moments[k] + 0.1 * gw
                moments[k + 2] = 0.999 * moments[k + 2] + 0.001 * gw * gw
                w -= rate * (moments[k] / (1 - 0.9**step)) / (np.sqrt(moments[k + 2] / (1 - 0.999**step)) + 1e-8)
    return a, b


def guess(a, b, xs):
    h = np.maximum(np.array(xs) @ a, 0)
    z = np.hstack([h, np.ones((len(h), 1))]) @ b
    p = np.exp(z - z.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def main():
    test = "test" in sys.argv
    train, held = ([], []), ([], [])
    for k, path in enumerate(fonts()):
        rng = random.Random(k)
        try:
            xs, ys = examples(path, rng, 130)
        except OSError:
            continue
        into = held if test and k % 5 == 0 else train
        into[0].extend(xs)
        into[1].extend(ys)
    print(len(train[0]), "examples", np.bincount(train[1]))
    a, b = learn(*train, np.random.default_rng(1))
    if test:
        p = guess(a, b, held[0])
        y = np.array(held[1])
        best = p.argmax(1)
        figures = y != OTHER
        sure = p.max(1) > 0.9
        print("figures right", (best == y)[figures].mean(), "sure", sure[figures].mean())
        print("sure and right", (best == y)[figures & sure].mean(), "strangers taken", (best != OTHER)[~figures & sure].mean())
        for c in range(OTHER):
            print(FIGURES[c], (best == y)[y == c].mean().round(3), (y == c).sum())
        return
    root = Path(__file__).resolve().parents[2]
    with open(root / "src/worker/ocr/figures.net", "w") as out:
        out.write("# Learned by tests/corpus/figures.py; not by hand. Weights in thousandths: a line for each measurement, then for\n")
        out.write("# each unit and the constant one.\n")
        for matrix in (a, b):
            for row in matrix:
                out.write(" ".join(str(round(1000 * w)) for w in row) + "\n")


main()
