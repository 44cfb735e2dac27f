"""Mails as the programs of missions write them: headers, bodies, attachments, envelopes."""
import base64
import datetime
import hashlib
import io
import quopri
import random
import struct
import zipfile

from . import page, scan

FUND = "GCmigration@un.org"


def g(kind, form, language, state, channel, ref, date, events=(), travellers=(), marks=()):
    """Gold facts by the contract; a traveller is (name, gender, function)."""
    return {"kind": kind, "form": form, "language": language, "state": state, "channel": channel, "note_reference": ref, "note_date": date,
            "events": list(events), "travellers": [dict(zip(("name", "gender", "function"), t)) for t in travellers], "automatic_marks": list(marks)}


class P:
    """A paper of a mail: name, kind of contract (None: not listed), content, and how the mail program sends it."""

    def __init__(self, name, kind, content, ctype=None, disp="attachment", names="auto", cte="base64", cid=None):
        self.name, self.kind, self.content, self.ctype, self.disp, self.names, self.cte, self.cid = name, kind, content, ctype, disp, names, cte, cid


TYPES = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "doc": "application/msword",
         "odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
         "zip": "application/zip", "gif": "image/gif", "eml": "message/rfc822", "dat": "application/ms-tnef", "p7m": "application/pkcs7-mime", "html": "text/html", "txt": "text/plain"}


# Contents: values that say how to make the bytes, and what is written on them.
class Content:
    def __init__(self, make, text, inner=()):
        self.make, self.text, self.inner = make, text, list(inner)


def pdf(markup, style="plain", **kw):
    return Content(lambda: page.weasy(page.page(markup, style, **kw)), page.plain(markup) + page.plain(kw.get("header", "")) + page.plain(kw.get("footer", "")))


def lo(fmt, markup, style="plain", **kw):
    return Content(lambda: page.office(page.page(markup, style, **kw), fmt), page.plain(markup) + "\n" + page.plain(kw.get("header", "")) + page.plain(kw.get("footer", "")))


def scanpdf(markup, style="plain", seed=1, dpi=150, mode="grey", quality=30, **opts):
    def make():
        pages = page.rasters(page.weasy(page.page(markup, style)), dpi)
        done = [scan.scanned(p, seed + i, dpi, **(opts if i == len(pages) - 1 else dict(opts, stamped=None, initialled=None))) for i, p in enumerate(pages)]
        return scan.image_pdf(done, dpi, mode, quality)
    return Content(make, page.plain(markup))


def scanimage(markup, style="plain", seed=1, dpi=150, fmt="jpg", quality=38, **opts):
    def make():
        img = scan.scanned(page.rasters(page.weasy(page.page(markup, style)), dpi)[0], seed, dpi, **opts)
        return scan.jpeg(img, quality) if fmt == "jpg" else scan.png(img)
    return Content(make, page.plain(markup))


def photo(markup, style="plain", seed=1, dpi=150, quality=42):
    return Content(lambda: scan.jpeg(scan.photographed(page.rasters(page.weasy(page.page(markup, style)), dpi)[0], seed), quality), page.plain(markup))


def raw(data, text=""):
    return Content(lambda: data, text)


def zipped(*papers, password=False):
    def make():
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            for p in papers:
                z.writestr(zipfile.ZipInfo(p.name, (2017, 8, 1, 9, 0, 0)), p.content.make())
        data = bytearray(out.getvalue())
        if password:  # the encryption bit of local and central headers; the stored bytes are then noise to any reader
            for sig, off in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
                i = data.find(sig)
                while i >= 0:
                    data[i + off] |= 1
                    i = data.find(sig, i + 4)
        return bytes(data)
    return Content(make, "\n".join(p.content.text for p in papers), papers)


def tnef(text, *papers):
    """winmail.dat: a message class, a plain body, attachments."""
    def attr(level, tag, data):
        return struct.pack("<BII", level, tag, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    def make():
        out = struct.pack("<IH", 0x223E9F78, 1)
        out += attr(1, 0x00089006, struct.pack("<I", 0x00010000)) + attr(1, 0x00069007, struct.pack("<II", 1252, 0))
        out += attr(1, 0x00078008, b"IPM.Microsoft Mail.Note\0")
        if text:
            out += attr(1, 0x0002800C, text.replace("\n", "\r\n").encode("cp1252", "replace") + b"\0")
        for p in papers:
            out += attr(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 32, 32, 0))
            out += attr(2, 0x00018010, p.name.encode("cp1252", "replace") + b"\0") + attr(2, 0x0006800F, p.content.make())
        return out
    return Content(make, text + "\n" + "\n".join(p.content.text for p in papers), papers)


def passport(surname, given, code, number, born, sex, seed=5):
    """A passport's data page, scanned small, with its machine-readable zone."""
    line = lambda s: s.upper().replace(" ", "<").replace("-", "<").ljust(44, "<")[:44]
    mrz1, mrz2 = line(f"P<{code}{surname}<<{given}"), line(f"{number.ljust(9, '<')}4{code}{born[2:4]}{born[5:7]}{born[8:]}7{sex}2504129")
    markup = (f"! PASSPORT / PASSEPORT          {code}\n\n| Type / Type P | Country code {code} | Passport No. {number} |\n"
              f"| Surname / Nom | {surname} | |\n| Given names / Prénoms | {given} | |\n| Date of birth | {born} | Sex {sex} |\n\n. {mrz1}\n. {mrz2}")
    return scanimage(markup, "typed", seed, 96, stamped=None, initialled=None, holes=False, quality=30)


def logo(seed=1, size=90):
    """A small picture of the kind that hangs in signatures."""
    def make():
        from PIL import Image, ImageDraw
        r = random.Random(seed)
        img = Image.new("RGB", (size, size), "white")
        d = ImageDraw.Draw(img)
        for k in range(4):
            d.ellipse((k * 9, k * 9, size - k * 9, size - k * 9), fill=tuple(r.randrange(256) for _ in range(3)))
        out = io.BytesIO()
        img.save(out, "PNG")
        return out.getvalue()
    return Content(make, "")


def smime(inner):
    """An opaque signed message (smime.p7m) around a MIME entity, signed with the corpus's own key."""
    import pathlib
    import subprocess
    here = pathlib.Path(__file__).parent
    return subprocess.run(["openssl", "cms", "-sign", "-nodetach", "-noattr", "-binary", "-outform", "DER", "-signer", str(here / "nobody.pem"), "-inkey", str(here / "nobody.pem")],
                          input=inner, stdout=subprocess.PIPE, check=True).stdout


# The wire

def enc_word(text, charset="utf-8", how="b"):
    if all(32 <= ord(c) < 127 for c in text):
        return text
    words, chunk = [], ""
    limit = 36 if how == "b" else 18
    def enc(c):
        raw_ = c.encode(charset)
        if how == "b":
            return f"=?{charset}?B?{base64.b64encode(raw_).decode()}?="
        q = "".join(chr(b) if chr(b).isalnum() and b < 128 else "_" if b == 32 else f"={b:02X}" for b in raw_)
        return f"=?{charset}?Q?{q}?="
    for c in text:
        if len((chunk + c).encode(charset)) > limit:
            words.append(enc(chunk))
            chunk = ""
        chunk += c
    words.append(enc(chunk))
    return "\n ".join(words)


def body_bytes(text, charset, cte):
    if cte == "flowed":
        out = []
        for line in text.split("\n"):
            while len(line) > 72 and not line.startswith(">"):
                cut = line.rfind(" ", 0, 72)
                if cut < 1:
                    break
                out.append(line[:cut + 1])
                line = line[cut + 1:]
            out.append(line.rstrip() if line != "-- " else line)
        text, cte = "\n".join(out), "8bit"
    data = text.encode(charset)
    if cte == "quoted-printable":
        return quopri.encodestring(data).replace(b"\r\n", b"\n"), cte
    if cte == "base64":
        return base64.encodebytes(data), cte
    return data, cte


def part(ctype, data, cte, *headers):
    heads = [f"Content-Type: {ctype}"] + ([f"Content-Transfer-Encoding: {cte}"] if cte else []) + [h for h in headers if h]
    return ("\n".join(heads) + "\n\n").encode("utf-8") + data


def multi(subtype, boundary, parts, extra=""):
    b = boundary.encode()
    out = f'Content-Type: multipart/{subtype}{extra}; boundary="{boundary}"\n\n'.encode()
    if subtype.startswith("mixed"):
        out += b"This is a multi-part message in MIME format.\n\n"
    for p in parts:
        out += b"--" + b + b"\n" + p.rstrip(b"\n") + b"\n"
    return out + b"--" + b + b"--\n"


def boundaries(mua, r):
    n = 0
    while True:
        n += 1
        h = "".join(r.choice("0123456789ABCDEF") for _ in range(32))
        yield {"outlook": f"----=_NextPart_{n:03d}_{h[:4]}_01D3{h[4:8]}.{h[8:16]}", "exchange": f"_00{n}_{h}{h[:8].lower()}", "gmail": f"94eb2c{h[:20].lower()}{n}",
               "apple": f"Apple-Mail=_{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}", "iphone": f"Apple-Mail-{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}",
               "thunderbird": f"------------{h[:24]}", "yahoo": f"----=_Part_{int(h[:5], 16)}_{int(h[5:12], 16)}.1502{int(h[12:20], 16) % 10**9}",
               "zimbra": f"=_{h[:8].lower()}-{h[8:12].lower()}-{h[12:16].lower()}-{h[16:20].lower()}-{h[20:].lower()}", "lotus": f"=_mixed {h[:8]}852581{h[8:10]}_=",
               "mailru": f"--ALT--{h[:32]}1502{n}", "coremail": f"----=_Part_{int(h[:5], 16)}_{int(h[5:12], 16)}.15{int(h[12:20], 16)}", "foxmail": f"----=_001_NextPart{int(h[:8], 16)}_=----",
               "horde": f"=_{h[:20]}"}.get(mua, f"==={h}==")


AGENTS = {"outlook": "X-Mailer: Microsoft Outlook 16.0\nThread-Index: AdMR{t}==\nContent-Language: en-us", "gmail": None, "apple": "X-Mailer: Apple Mail (2.3273)",
          "exchange": "Accept-Language: en-US\nContent-Language: en-US\nX-MS-Has-Attach: {a}\nX-MS-TNEF-Correlator:\nx-originating-ip: [10.{o}.14.7]", "iphone": "X-Mailer: iPhone Mail (14F89)",
          "thunderbird": "User-Agent: Mozilla/5.0 (Windows NT 6.1; WOW64; rv:52.0) Gecko/20100101 Thunderbird/52.2.1", "yahoo": "X-Mailer: WebService/1.1.10087 YahooMailNeo Mozilla/5.0 (Windows NT 6.1)",
          "zimbra": "X-Mailer: Zimbra 8.6.0_GA_1153 (ZimbraWebClient - FF54 (Win)/8.6.0_GA_1153)", "lotus": "X-Mailer: Lotus Notes Release 8.5.3 September 15, 2011", "mailru": "X-Mailer: Mail.Ru Mailer 1.0\nX-Priority: 3 (Normal)",
          "coremail": "X-Mailer: Coremail Webmail Server Version SP_ntes V3.5 build 20160729(86883.8884)\nX-Priority: 3", "foxmail": "X-Mailer: Foxmail 7.2.8.379[cn]\nX-Priority: 3", "horde": "User-Agent: Horde Application Framework 5\nX-Mailer: Internet Messaging Program (IMP) H5 (6.2.19)", None: None}


def file_headers(p, charset, mua, r):
    name = p.name
    ctype = p.ctype or TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
    how = p.names
    if how == "auto":
        how = "ascii" if name.isascii() else {"apple": "2231", "thunderbird": "2231", "gmail": "2047", "iphone": "2231"}.get(mua, "2047")
    if how == "2231":
        pct = "".join(chr(b) if chr(b).isalnum() and b < 128 or b in b"._-" else f"%{b:02X}" for b in name.encode(charset))
        chunks = [pct]
        if len(pct) > 54:  # continuations, cut between characters' bytes as some programs do
            chunks, cur = [], ""
            i = 0
            while i < len(pct):
                tok = pct[i:i + 3] if pct[i] == "%" else pct[i]
                i += len(tok)
                if len(cur) + len(tok) > 50:
                    chunks.append(cur)
                    cur = ""
                cur += tok
            chunks.append(cur)
        pieces = f"filename*={charset}''{pct}" if len(chunks) == 1 else ";\n ".join(f"filename*{i}*={charset + chr(39) * 2 if not i else ''}{c}" for i, c in enumerate(chunks))
        tname, fname = "", ";\n " + pieces
    elif how == "2047":
        w = enc_word(name, charset)
        tname, fname = f';\n name="{w}"', f';\n filename="{w}"'
    elif how == "raw":
        tname, fname = f';\n name="{name}"', f';\n filename="{name}"'
    elif how == "none":
        tname = fname = ""
    else:
        tname, fname = f';\n name="{name}"', f';\n filename="{name}"'
    return ctype + tname, f"Content-Disposition: {p.disp}{fname}", f"Content-ID: <{p.cid}>" if p.cid else ""


def attachment(p, charset, mua, r):
    data = p.content.make()
    ctype, disp, cid = file_headers(p, charset, mua, r)
    if ctype.startswith("message/rfc822"):
        return part("message/rfc822", data.replace(b"\r\n", b"\n"), "", disp if p.names != "none" else "")
    return part(ctype, base64.encodebytes(data), "base64", disp, cid)


def to_html(text):
    import html as h
    paras = text.strip("\n").split("\n\n")
    return '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n' + "\n".join("<div>" + "<br>\n".join(h.escape(l, quote=False) for l in p.split("\n")) + "</div><div><br></div>" for p in paras) + "\n</body></html>\n"


class Mail:
    """A mail of the corpus: `data()` makes its bytes, `gold` is its label, `text` all words that stand in it."""

    def __init__(self, slug, when, frm, subject, gold, carrier, hard=(), text=None, html=None, papers=(), mua="outlook", to=FUND, cc=None, charset="utf-8", cte=None, label=True,
                 eol="\r\n", refs=None, extra=(), host=None, subject_charset=None, subject_raw=False, unreadable=False, sign=False, transit=40, date_shift=0, nested=False, null_path=False, hcharset=None, alternative=None, top_type=None):
        self.__dict__.update(locals())
        self.gold = dict(gold, carrier=carrier, papers=[], hard=list(hard))
        if unreadable:
            self.gold["unreadable"] = True
        for p in papers:
            for q in ([p] if p.kind else p.content.inner):
                if q.kind:
                    self.gold["papers"].append({"name": q.name, "kind": q.kind})
        self.source = "\n".join([subject, str(text or ""), str(html or "")] + [p.content.text for p in papers])

    def entity(self):
        r = random.Random("parts " + self.slug)
        names = boundaries(self.mua, r)
        cte = self.cte or {"outlook": "quoted-printable", "exchange": "quoted-printable", "apple": "quoted-printable", "iphone": "quoted-printable", "coremail": "base64", "foxmail": "base64", "mailru": "base64", "gmail": "quoted-printable"}.get(self.mua, "8bit")
        leaves = []
        text, html = self.text, self.html
        if html is True:
            html = to_html(text)
        if self.alternative is False:
            text = None
        for kind, words, cs in (("plain", text, self.charset), ("html", html, self.hcharset or self.charset)):
            if words is None:
                continue
            ascii_only = words.isascii() and cte in ("8bit", "flowed", "7bit")
            data, used = body_bytes(words.strip("\n") + "\n", cs, cte if kind == "plain" or cte != "flowed" else "8bit")
            label = "" if not self.label else f'; charset="{cs}"' if self.mua != "gmail" else f'; charset="{cs.upper()}"'
            flow = "; format=flowed" if cte == "flowed" and kind == "plain" else ""
            leaves.append(part(f"text/{kind}{label}{flow}", data, used if self.label else ("" if used == "8bit" else used)))
        if len(leaves) == 2:
            main = multi("alternative", next(names), leaves)
        elif leaves:
            main = leaves[0]
        else:
            main = None
        related = [p for p in self.papers if p.cid]
        rest = [p for p in self.papers if not p.cid]
        if related and main is not None:
            main = multi("related", next(names), [main] + [attachment(p, self.charset, self.mua, r) for p in related])
        if rest:
            if main is None and len(rest) == 1:
                main = attachment(rest[0], self.charset, self.mua, r)
            else:
                main = multi("mixed", next(names), ([main] if main is not None else []) + [attachment(p, self.charset, self.mua, r) for p in rest])
        if self.sign:
            der = smime(main.replace(b"\n", b"\r\n"))
            main = part('application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"', base64.encodebytes(der), "base64", 'Content-Disposition: attachment; filename="smime.p7m"')
        return main

    def data(self):
        r = random.Random("head " + self.slug)
        when = datetime.datetime.fromisoformat(self.when)
        date = lambda d: d.strftime("%a, %d %b %Y %H:%M:%S %z")
        name, addr = self.frm
        domain = self.host or addr.split("@")[-1] or "localhost"
        sc = self.subject_charset or (self.charset if self.charset != "us-ascii" else "utf-8")
        word = lambda t: t if self.subject_raw else enc_word(t, sc)
        ny = datetime.timezone(datetime.timedelta(hours=-5 if (when.month in (12, 1, 2) or (when.month, when.day) >= (11, 5) or (when.month, when.day) < (3, 12)) else -4))
        got = (when + datetime.timedelta(seconds=self.transit)).astimezone(ny)
        ident = "".join(r.choice("0123456789abcdef") for _ in range(12))
        h = []
        if not self.nested:
            ip = f"{r.choice((41, 62, 80, 105, 186, 190, 196, 202, 208, 213))}.{r.randrange(256)}.{r.randrange(256)}.{r.randrange(1, 255)}"
            h.append(f"Return-Path: <{addr}>" if addr and not self.null_path else "Return-Path: <>")
            h.append(f"Received: from mail.{domain} (mail.{domain} [{ip}])\n\tby mx{r.randrange(1, 4)}.un.org (Postfix) with ESMTPS id {ident.upper()[:10]}\n\tfor <{FUND}>; {date(got)}")
            if r.random() < .6:
                before = (when + datetime.timedelta(seconds=self.transit // 3)).astimezone(datetime.timezone.utc)
                h.append(f"Received: from [192.168.{r.randrange(20)}.{r.randrange(2, 250)}] (port={r.randrange(30000, 60000)} helo={r.choice(('PC-CHANCERY', 'DESKTOP-7K2', 'mission-pc', 'smtpclient.apple', 'WIN7'))})\n\tby mail.{domain} with esmtpa; {date(before)}")
        frm = f"{word(name)} <{addr}>" if name and name.isascii() and not any(c in name for c in ',.()":;@') else f'"{name}" <{addr}>' if name and name.isascii() else f"{word(name)} <{addr}>" if name else f"<{addr}>" if addr else "<>"
        heads = {"from": f"From: {frm}", "to": f"To: {self.to}", "cc": f"Cc: {self.cc}" if self.cc else None, "subject": f"Subject: {word(self.subject)}",
                 "date": f"Date: {date(when + datetime.timedelta(seconds=self.date_shift))}", "id": f"Message-ID: <{ {'gmail': 'CA+' + ident + 'x7Qz@mail.gmail.com', 'yahoo': f'{int(ident, 16) % 10**9}.{int(ident, 16) % 10**7}.1502@mail.yahoo.com'}.get(self.mua, ident.upper() + '.' + str(r.randrange(10**6)) + '@' + domain) }>",
                 "mime": "MIME-Version: 1.0"}
        order = {"gmail": "mime from date id subject to cc", "thunderbird": "to cc from subject id date mime", "apple": "from mime subject id date cc to", "yahoo": "date from to cc id subject mime", "exchange": "from to cc subject date id mime",
                 "coremail": "date from to cc subject mime id", "lotus": "to cc mime subject id from date"}.get(self.mua, "from to cc subject date id mime")
        h += [heads[k] for k in order.split() if heads[k]]
        if self.refs:
            h += [f"In-Reply-To: {self.refs}", f"References: {self.refs}"]
        agent = AGENTS.get(self.mua)
        if agent:
            h.append(agent.replace("{t}", base64.b64encode(ident.encode()).decode()[:14]).replace("{a}", "yes" if self.papers else "").replace("{o}", str(r.randrange(1, 250))))
        h += list(self.extra)
        raw_ = ("\n".join(h) + "\n").encode("utf-8" if not self.subject_raw else self.subject_charset or self.charset) + self.entity()
        return raw_.replace(b"\r\n", b"\n").replace(b"\n", self.eol.encode())


MAILS = []


def mail(*a, **k):
    m = Mail(*a, **k)
    MAILS.append(m)
    return m


def forwarded(*a, **k):
    """A mail inside a mail: a paper that is the message/rfc822 of another."""
    m = Mail(*a, nested=True, **k)
    inner = [q for p in m.papers for q in ([p] if p.kind else p.content.inner) if q.kind]
    return Content(m.data, m.source, inner)
