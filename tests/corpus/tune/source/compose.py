"""The words the mails are written in: mail(...), P(...) for a paper, G(...) for what is true of it, T(...) for a traveller."""

import zlib

import carry
import mime
import sheet

MAILS = {}


def T(name, gender=None, function=None):
    return {"name": name, "gender": gender, "function": function}


def G(kind, form, language, state, channel, reference, date, events, travellers=(), hard=(), marks=(), carrier="text", unreadable=False):
    gold = {"kind": kind, "form": form, "language": language, "state": state, "channel": channel, "note_reference": reference,
            "note_date": date, "events": list(events), "travellers": list(travellers), "automatic_marks": list(marks), "carrier": carrier,
            "papers": [], "hard": list(hard)}
    if unreadable:
        gold["unreadable"] = True
    return gold


class P:
    """A paper: its name in the mail, its kind, how it is set (a function of sheet.py, 'wordpdf', or 'raw') and its text."""

    def __init__(self, name, kind, how, text="", media=None, way="2231", disp="attachment", listed=True, cid=None, **look):
        self.name, self.kind, self.how, self.text = name, kind, how, text
        self.media, self.way, self.disp, self.listed, self.cid, self.look = media, way, disp, listed, cid, look

    def data(self):
        seed = zlib.crc32((self.name + self.text[:200]).encode()) % 100000
        look = self.look
        if self.how in ("pdf", "docx", "odt", "rtf"):
            return getattr(sheet, self.how)(self.text, **look)
        if self.how == "scan":
            return sheet.scan(self.text, look.pop("seed", seed) if "seed" in look else seed, **look)
        if self.how == "photo":
            return sheet.photo(self.text, seed, **look)
        if self.how == "txt":
            return sheet.plain(self.text).replace("\n", "\r\n").encode(look.get("charset", "utf-8"))
        if self.how in ("doc", "wordpdf"):
            keep = f"{zlib.crc32((self.text + repr(sorted(look.items()))).encode()):08x}.{'doc' if self.how == 'doc' else 'pdf'}"
            return sheet.office(sheet.docx(self.text, **look), "docx", "doc:MS Word 97" if self.how == "doc" else "pdf", keep)
        if self.how == "zip":
            return sheet.fixed_zip([(p.name, p.data()) for p in look["inner"]])
        if self.how == "tnef":
            return carry.tnef(self.text, [(p.name, p.data()) for p in look["inner"]], look.get("codepage", 1252))
        if self.how == "logo":
            return sheet.logo(seed)
        return look["raw"]() if callable(look["raw"]) else look["raw"]

    def inner(self):
        return self.look.get("inner", [])

    def part(self):
        return mime.file_part(self.name, self.data(), self.media, self.way, self.disp, self.cid)


class Mail:
    def __init__(self, n, slug, frm, subject, date, agent, body, gold, papers=(), html=None, charset=None, cte=None, label=None, flowed=False,
                 crlf=True, way="B", head_charset=None, top=None, said="", bare=False, related=(), nested=None, **head):
        self.__dict__.update(locals())
        gold["papers"] = [{"name": p.name, "kind": p.kind} for q in [*related, *papers] for p in (q.inner() or [q]) if p.listed]

    def texts(self):
        """Everything that can be read in the mail, for check.py."""
        out = [self.subject, self.frm, self.body or "", self.html or "", self.said]
        for p in self.papers:
            out += [p.text] + [q.text for q in p.inner()]
        if self.nested:
            out += self.nested.texts()
        return "\n".join(out)

    def leaf(self, text, subtype):
        charset = self.charset or ("us-ascii" if text.isascii() else "utf-8")
        cte = self.cte or ("7bit" if text.isascii() else "8bit")
        return mime.text_part(text, subtype, charset, cte, self.label, self.flowed and subtype == "plain", self.bare)

    def content(self):
        seed = f"{self.n}{self.slug}"
        style = mime.BOUNDARIES.get(self.agent, "----=_Part_{}")
        top = None
        if self.body is not None:
            top = self.leaf(self.body, "plain")
        if self.html:
            h = self.leaf(self.html, "html")
            if self.related:
                h = mime.multi("related", [h] + [p.part() for p in self.related], seed, style=style)
            top = h if top is None else mime.multi("alternative", [top, h], seed, style=style)
        rest = [p.part() for p in self.papers]
        if self.nested:
            rest.append(mime.Part([("Content-Type", "message/rfc822"), ("Content-Disposition", "attachment")], self.nested.bytes(False).rstrip(b"\n")))
        if rest:
            top = mime.multi("mixed", ([top] if top else []) + rest, seed, style=style)
        return top

    def header(self):
        return mime.headers(self.subject, self.frm, self.date, self.agent, bool(self.papers), charset=self.head_charset or self.charset or "utf-8", way=self.way, **self.head)

    def bytes(self, crlf=None):
        return mime.message(self.header(), self.top(self) if self.top else self.content(), self.crlf if crlf is None else crlf)


def mail(n, slug, *args, **kw):
    assert n not in MAILS, n
    MAILS[n] = Mail(n, slug, *args, **kw)


def as_smime(seed, name):
    """`top` for a mail that goes as opaque S/MIME."""
    def top(m):
        inner = m.content().raw()
        der = carry.smime(inner, seed, name, m.frm.rsplit("<", 1)[-1].rstrip(">"))
        return mime.Part([("Content-Type", 'application/pkcs7-mime; smime-type=signed-data;\n\tname="smime.p7m"'),
                          ("Content-Disposition", 'attachment; filename="smime.p7m"'), ("Content-Transfer-Encoding", "base64")], mime.encoded(der, "base64"))
    return top
