"""Pages as a scanner or a telephone sees them: skewed, grey, noisy, stamped, initialled, punched."""
import io
import math
import struct

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"


def stamp(size, words, rng, angle):
    """A round rubber stamp on a transparent ground; its words are two short lines."""
    img = Image.new("L", (size, size), 0)
    d = ImageDraw.Draw(img)
    w = max(2, size // 60)
    d.ellipse((4, 4, size - 5, size - 5), outline=255, width=w)
    d.ellipse((size * .17, size * .17, size * .83, size * .83), outline=255, width=max(1, w // 2))
    font = ImageFont.truetype(FONT, max(9, size // 11))
    n = len(words) or 1
    for i, ch in enumerate(words):
        a = math.pi * (1.05 + 1.9 * i / n)
        x, y = size / 2 + math.cos(a) * size * .40, size / 2 + math.sin(a) * size * .40
        t = Image.new("L", (size // 8, size // 8), 0)
        ImageDraw.Draw(t).text((size // 40, 0), ch, font=font, fill=255)
        t = t.rotate(-math.degrees(a) - 90, resample=Image.BICUBIC)
        img.paste(255, (int(x - size / 16), int(y - size / 16)), t)
    cx = size // 2
    pts = [(cx + math.cos(k * math.pi * .8 - 1.57) * size * .2, cx + math.sin(k * math.pi * .8 - 1.57) * size * .2) for k in range(5)]
    d.polygon(pts, outline=255)
    img = img.rotate(angle, resample=Image.BICUBIC)
    a = np.asarray(img, float) * (.55 + .45 * rng.random((size, size)))
    return Image.fromarray(a.clip(0, 255).astype("uint8"))


def initials(draw, x, y, scale, rng, ink):
    """A hand's initials: a few running loops."""
    pts, t = [], 0.0
    a, b, c = rng.uniform(.6, 1.4, 3)
    while t < 9:
        pts.append((x + scale * (t * .35 + a * math.sin(2.1 * t)), y + scale * (b * math.sin(3.3 * t + c) + .3 * math.cos(t))))
        t += .05
    draw.line(pts, fill=ink, width=max(2, int(scale / 9)), joint="curve")


def scanned(img, seed, dpi, skew=None, noise=5, ground=236, blur=.5, stamped="PERMANENT MISSION", at=(.52, .44), initialled=(.30, .50), holes=True, gradient=14):
    """One page as a scan, an 8-bit grey image."""
    rng = np.random.default_rng(seed)
    img = img.copy()
    w, h = img.size
    draw = ImageDraw.Draw(img)
    if initialled:
        initials(draw, w * initialled[0], h * initialled[1], dpi * .10, rng, 40)
    if stamped:
        size = int(dpi * 1.45)
        s = stamp(size, stamped, rng, float(rng.uniform(-25, 25)))
        img.paste(95, (int(w * at[0]), int(h * at[1])), s)
    skew = float(rng.uniform(-1.6, 1.6)) if skew is None else skew
    img = img.rotate(skew, resample=Image.BICUBIC, fillcolor=255)
    if holes:
        d = ImageDraw.Draw(img)
        for y in (.365, .635):
            r = dpi * .11
            d.ellipse((dpi * .33 - r, h * y - r, dpi * .33 + r, h * y + r), fill=70)
    img = img.filter(ImageFilter.GaussianBlur(blur))
    a = np.asarray(img, float) * (ground / 255)
    a = a + 18 * (1 - a / 255)
    yy, xx = np.mgrid[0:h, 0:w]
    a -= gradient * (xx / w * rng.uniform(-.5, 1) + yy / h * rng.uniform(0, 1))
    a[:, : int(dpi * .04)] -= 60
    a += rng.normal(0, noise, a.shape)
    for _ in range(60):
        x, y = int(rng.integers(2, w - 3)), int(rng.integers(2, h - 3))
        a[y:y + 2, x:x + 2] -= rng.uniform(40, 140)
    return Image.fromarray(a.clip(0, 255).astype("uint8"))


def photographed(img, seed):
    """One page as a telephone photographs it: perspective, shadow, a table around it. An RGB image."""
    rng = np.random.default_rng(seed)
    w, h = img.size
    W, H = int(w * 1.08), int(h * 1.06)
    j = lambda s: float(rng.uniform(0, s))
    src = (-w * (.03 + j(.015)), -h * (.02 + j(.012)), -w * (.035 + j(.01)), h * (1.03 + j(.01)), w * (1.04 + j(.012)), h * (1.025 + j(.01)), w * (1.035 + j(.012)), -h * (.03 + j(.01)))
    mask = Image.new("L", img.size, 255).transform((W, H), Image.QUAD, src, Image.BILINEAR, fillcolor=0)
    page = img.transform((W, H), Image.QUAD, src, Image.BICUBIC, fillcolor=0)
    page = page.filter(ImageFilter.GaussianBlur(.6))
    m = np.asarray(mask, float)[..., None] / 255
    tone = np.array([1.0, .97, .90])
    a = (np.asarray(page, float)[..., None] * .80 + 30) * tone
    table = np.array([92, 66, 48]) + rng.normal(0, 5, (H, W, 1))
    a = a * m + table * (1 - m)
    yy, xx = np.mgrid[0:H, 0:W]
    shadow = 1 - .28 / (1 + np.exp(-(xx - W * .75 + yy * .15) / (W * .05)))
    a = a * shadow[..., None] + rng.normal(0, 4, (H, W, 1))
    return Image.fromarray(a.clip(0, 255).astype("uint8"))


def jpeg(img, quality=38):
    out = io.BytesIO()
    img.save(out, "JPEG", quality=quality)
    return out.getvalue()


def png(img, colours=16):
    out = io.BytesIO()
    img.convert("L").quantize(colours).save(out, "PNG", optimize=True)
    return out.getvalue()


def _fax(img):
    out = io.BytesIO()
    img.save(out, "TIFF", compression="group4")
    data = out.getvalue()
    t = Image.open(io.BytesIO(data))
    offs, cnts = t.tag_v2[273], t.tag_v2[279]
    return data, offs, cnts, t.tag_v2.get(262, 0)


def image_pdf(pages, dpi, mode="grey", quality=38, producer="RICOH MP C3003"):
    """Grey pages -> a PDF that holds images alone. `mode`: grey (JPEG) or fax (1 bit, CCITT group 4 by strips)."""
    objs = [None, None]
    kids = []
    for img in pages:
        w, h = img.size
        strips = []
        if mode == "grey":
            strips.append((w, h, 0, jpeg(img, quality), f"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"))
        else:
            bw = img.point(lambda v: 255 if v > 150 else 0).convert("1")
            data, offs, cnts, photo = _fax(bw)
            rows = Image.open(io.BytesIO(data)).tag_v2.get(278, h)
            y = 0
            for o, c in zip(offs, cnts):
                n = min(rows, h - y)
                black = "true" if photo == 1 else "false"
                strips.append((w, n, y, data[o:o + c], f"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {w}/Rows {n}/BlackIs1 {black}>>"))
                y += n
        names, ops = [], []
        pw, ph = w * 72 / dpi, h * 72 / dpi
        for k, (sw, sh, y, data, how) in enumerate(strips):
            objs.append(f"<</Type/XObject/Subtype/Image/Width {sw}/Height {sh}{how}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream")
            names.append(f"/I{k} {len(objs)} 0 R")
            ops.append(f"q {pw:.2f} 0 0 {sh * 72 / dpi:.2f} 0 {ph - (y + sh) * 72 / dpi:.2f} cm /I{k} Do Q")
        content = "\n".join(ops).encode()
        objs.append(f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream")
        objs.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {pw:.2f} {ph:.2f}]/Contents {len(objs)} 0 R/Resources<</XObject<<{''.join(names)}>>>>>>".encode())
        kids.append(len(objs))
    objs[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objs[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    objs.append(f"<</Producer({producer})/CreationDate(D:20170801090000)>>".encode())
    out, at = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for i, o in enumerate(objs, 1):
        at.append(len(out))
        out += f"{i} 0 obj\n".encode() + o + b"\nendobj\n"
    x = len(out)
    out += f"xref\n0 {len(objs) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{a:010d} 00000 n \n".encode() for a in at)
    out += f"trailer<</Size {len(objs) + 1}/Root 1 0 R/Info {len(objs)} 0 R>>\nstartxref\n{x}\n%%EOF\n".encode()
    return bytes(out)
