"""Messages as mail programs of 2017 wrote them: headers, charsets, encodings, attachments. No clock, no chance."""

import base64
import hashlib
import quopri
import textwrap
from datetime import datetime, timedelta

TO = "desk@fund.example"


def digest(*words):
    return hashlib.sha256("\0".join(map(str, words)).encode()).hexdigest()


def moment(text):
    """'2017-08-10 16:20 -0400' as a datetime."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M %z")


def rfc822(when):
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return (f"{days[when.weekday()]}, {when.day} {months[when.month - 1]} {when.year} "
            f"{when:%H:%M:%S} {when:%z}")


def word(text, charset="utf-8", way="B"):
    """RFC 2047 encoded words, several where one would be too long."""
    if text.isascii():
        return text
    out, piece = [], ""

    def flush(p):
        raw = p.encode(charset)
        if way == "B":
            return f"=?{charset}?B?{base64.b64encode(raw).decode()}?="
        q = "".join(chr(b) if chr(b).isalnum() and b < 128 else "_" if b == 32 else f"={b:02X}" for b in raw)
        return f"=?{charset}?Q?{q}?="

    for c in text:
        if len(flush(piece + c)) > 70:
            out.append(flush(piece))
            piece = ""
        piece += c
    out.append(flush(piece))
    return "\n ".join(out)


def address(text, charset="utf-8", way="B"):
    """'Name <a@b>' with its name encoded where it must be."""
    if "<" not in text:
        return text
    name, addr = text.rsplit("<", 1)
    name = name.strip()
    if not name:
        return f"<{addr}"
    if not name.isascii():
        return f"{word(name, charset, way)} <{addr}"
    if any(c in name for c in ",.()@:"):
        name = f'"{name}"'
    return f"{name} <{addr}"


def parameter(key, value, way):
    """One parameter of a media type or disposition: 'plain', '2231', '2047' (widespread, though forbidden) or 'raw'."""
    if value.isascii() or way == "raw":
        return f'{key}="{value}"'
    if way.startswith("2047"):
        charset = way.partition(":")[2] or "utf-8"
        return f'{key}="{word(value, charset)}"'
    charset = way.partition(":")[2] or "utf-8"
    quoted = "".join(chr(b) if b < 128 and (chr(b).isalnum() or chr(b) in "-._") else f"%{b:02X}"
                     for b in value.encode(charset))
    if len(quoted) < 60:
        return f"{key}*={charset}''{quoted}"
    pieces, rest, n = [], f"{charset}''" + quoted, 0
    while rest:
        cut = 55
        while "%" in rest[cut - 2:cut]:
            cut -= 1
        pieces.append(f"{key}*{n}*={rest[:cut]}")
        rest, n = rest[cut:], n + 1
    return ";\n\t".join(pieces)


def encoded(raw, cte):
    if cte == "base64":
        return "\n".join(textwrap.wrap(base64.b64encode(raw).decode(), 76)).encode()
    if cte == "quoted-printable":
        return quopri.encodestring(raw.replace(b"\r\n", b"\n")).rstrip(b"\n")
    return raw


def fill(text, width=72):
    """Paragraphs filled to a width; lines that begin with '|' or two spaces stay as they are (without the '|')."""
    out = []
    for para in text.strip("\n").split("\n\n"):
        lines = para.split("\n")
        if any(l.startswith(("|", "  ", ">", "--")) for l in lines):
            out.append("\n".join(l[1:] if l.startswith("|") else l for l in lines))
        else:
            out.append(textwrap.fill(" ".join(lines), width, break_long_words=False, break_on_hyphens=False))
    return "\n\n".join(out)


def flowed(text, width=70):
    """RFC 3676: soft breaks end in a space."""
    out = []
    for line in text.split("\n"):
        if line == "-- " or len(line) <= width:
            out.append(line)
            continue
        pieces = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        out += [p + " " for p in pieces[:-1]] + [pieces[-1]]
    return "\n".join(out)


class Part:
    """A MIME part: headers in their order, and either bytes as they go over the wire or child parts."""

    def __init__(self, headers, body=b"", children=(), boundary=None, preamble=b""):
        self.headers, self.body, self.children = headers, body, list(children)
        self.boundary, self.preamble = boundary, preamble

    def raw(self):
        head = "".join(f"{k}: {v}\n" for k, v in self.headers).encode("utf-8", "surrogateescape")
        if not self.children:
            return head + b"\n" + self.body + b"\n"
        out = head + b"\n" + self.preamble
        for c in self.children:
            out += b"--" + self.boundary.encode() + b"\n" + c.raw()
        return out + b"--" + self.boundary.encode() + b"--\n"


def text_part(text, subtype="plain", charset="utf-8", cte="8bit", label=None, is_flowed=False, bare=False):
    """`label`: the charset as labelled, if not the true one ('' leaves it out)."""
    if is_flowed:
        text = flowed(text)
    raw = text.encode(charset)
    if bare:
        return Part([], encoded(raw, cte))
    shown = charset if label is None else label
    kind = f"text/{subtype}" + (f"; charset={shown}" if shown else "") + ("; format=flowed" if is_flowed else "")
    return Part([("Content-Type", kind), ("Content-Transfer-Encoding", cte)], encoded(raw, cte))


def multi(subtype, children, seed, extra="", style="----=_Part_{}"):
    boundary = style.format(digest(seed, subtype)[:20])
    return Part([("Content-Type", f'multipart/{subtype};{extra}\n\tboundary="{boundary}"')], b"", children, boundary)


TYPES = {"pdf": "application/pdf", "doc": "application/msword", "rtf": "application/rtf", "zip": "application/zip",
         "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "odt": "application/vnd.oasis.opendocument.text", "jpg": "image/jpeg", "jpeg": "image/jpeg",
         "png": "image/png", "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "dat": "application/ms-tnef",
         "txt": "text/plain", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def file_part(name, data, media=None, way="2231", disposition="attachment", cid=None):
    media = media or TYPES[name.rsplit(".", 1)[-1].lower()]
    heads = [("Content-Type", f"{media};\n\t{parameter('name', name, '2047' if way == '2231' else way)}")]
    if cid:
        heads.append(("Content-ID", f"<{cid}>"))
    if disposition:
        heads.append(("Content-Disposition", f"{disposition};\n\t{parameter('filename', name, way)}"))
    heads.append(("Content-Transfer-Encoding", "base64"))
    return Part(heads, encoded(data, "base64"))


AGENTS = {
    "outlook": [("X-Mailer", "Microsoft Outlook 15.0"), ("Content-Language", "en-us")],
    "exchange": [("Thread-Topic", "{subject}"), ("Thread-Index", "{index}"), ("Accept-Language", "en-US"),
                 ("X-MS-Has-Attach", "{has}"), ("X-MS-TNEF-Correlator", "")],
    "gmail": [], "yahoo": [("X-Mailer", "WebService/1.1.10451 YahooMailNeo Mozilla/5.0 (Windows NT 6.1)")],
    "hotmail": [("Accept-Language", "en-US"), ("X-MS-Has-Attach", "{has}"), ("x-tmn", "[{index}]")],
    "thunderbird": [("User-Agent", "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:52.0) Gecko/20100101\n Thunderbird/52.3.0")],
    "apple": [("X-Mailer", "Apple Mail (2.3273)")], "iphone": [("X-Mailer", "iPhone Mail (14G60)")],
    "zimbra": [("X-Mailer", "Zimbra 8.6.0_GA_1194 (ZimbraWebClient - FF55 (Win)/8.6.0_GA_1194)")],
    "roundcube": [("User-Agent", "Roundcube Webmail/1.2.3"), ("X-Sender", "{addr}")],
    "coremail": [("X-Priority", "3"), ("X-Mailer", "Coremail Webmail Server Version XT3.0.8 dev build")],
    "yandex": [("X-Mailer", "Yamail [ http://yandex.ru ] 5.0")], "mailru": [("X-Mailer", "Mail.Ru Mailer 1.0")],
    "notes": [("X-Mailer", "Lotus Notes Release 8.5.3 September 15, 2011"), ("X-MIMETrack", "Itemize by SMTP Server on "
              "MAILHUB/MFA at {date}")],
    "horde": [("User-Agent", "Internet Messaging Program (IMP) H5 (6.1.4)")],
    "express": [("X-Priority", "3"), ("X-MSMail-Priority", "Normal"), ("X-Mailer", "Microsoft Outlook Express 6.00.2900.5931"),
                ("X-MimeOLE", "Produced By Microsoft MimeOLE V6.00.2900.6157")],
    "bat": [("X-Mailer", "The Bat! (v5.0.20) Professional"), ("X-Priority", "3 (Normal)")],
    "foxmail": [("X-Mailer", "Foxmail 7.2.9.79[cn]"), ("X-Priority", "3")],
    "scanner": [("X-Mailer", "KONICA MINOLTA bizhub C364e")], "none": [],
}
BOUNDARIES = {"outlook": "----=_NextPart_000_{}", "exchange": "_004_{}_", "gmail": "{}", "yahoo": "----=_Part_{}",
              "thunderbird": "------------{}", "apple": "Apple-Mail=_{}", "iphone": "Apple-Mail-{}", "zimbra": "=_{}",
              "roundcube": "=_{}", "coremail": "----=_Part_{}", "notes": "=_mixed {}", "horde": "=_{}",
              "express": "----=_NextPart_000_{}", "bat": "----------{}", "foxmail": "----=_001_NextPart{}_=----",
              "hotmail": "_004_{}_"}


def headers(subject, frm, date, agent, has, to=TO, cc=None, charset="utf-8", way="B", extra=(), lag=1, received=True,
            reply_to=None, raw_subject=False, message_id=None):
    """The header of a whole message as its program and the hosts on the way wrote it."""
    when = moment(date)
    addr = frm.rsplit("<", 1)[-1].rstrip(">")
    domain = addr.split("@")[-1]
    h = digest(subject, frm, date)
    arrive = when + timedelta(minutes=lag, seconds=int(h[:2], 16) % 50)
    out = []
    if received:
        host = {"gmail.com": "mail-qk0-f172.google.com", "yahoo.com": "sonic309-22.consmr.mail.ne1.yahoo.com",
                "hotmail.com": "NAM04-SN1-obe.outbound.protection.outlook.com"}.get(domain, f"mail.{domain}")
        a, b, c, d = (int(h[i:i + 2], 16) for i in (2, 4, 6, 8))
        out.append(("Received", f"from {host} ({host} [{a % 190 + 12}.{b}.{c}.{d}])\n\tby mx.fund.example (Postfix) with "
                    f"ESMTPS id {h[10:20].upper()}\n\tfor <{TO}>; {rfc822(arrive)}"))
        if agent in ("outlook", "thunderbird", "express", "bat", "foxmail"):
            out.append(("Received", f"from WS{c % 40:02d} ([192.168.{b % 9}.{d}])\n\tby {host} with ESMTPA; "
                        f"{rfc822(when + timedelta(seconds=9))}"))
        elif agent == "exchange":
            out.append(("Received", f"from EX0{c % 3 + 1}.{domain} (10.0.{b % 9}.{d}) by {host}\n (10.0.{b % 9}.{a}) with "
                        f"Microsoft SMTP Server (TLS) id 15.0.1320.4; {rfc822(when + timedelta(seconds=6))}"))
    shown = subject if raw_subject else word(subject, charset, way)
    fill_in = {"subject": shown, "index": base64.b64encode(bytes.fromhex(h[:44])).decode(), "has": "yes" if has else "",
               "addr": addr, "date": f"{when:%d/%m/%Y %H:%M:%S}"}
    ident = message_id or {"gmail": f"CA+{h[20:50]}@mail.gmail.com", "yahoo": f"{int(h[:8], 16)}.{int(h[8:16], 16)}.{int(when.timestamp())}123@mail.yahoo.com",
             "apple": f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:32]}@{domain}".upper(), "exchange": f"{h[:32]}@EX01.{domain}",
             "coremail": f"{h[:6]}.{h[6:10]}.{h[10:21]}.Coremail.{addr}"}.get(agent, f"{h[:12]}.{int(h[12:18], 16)}@{domain}")
    heads = [("From", address(frm, charset, way)), ("To", to if "@" in to else word(to)), ("Subject", shown),
             ("Date", rfc822(when)), ("Message-ID", f"<{ident}>")]
    if cc:
        heads.insert(2, ("Cc", cc))
    if reply_to:
        heads.insert(2, ("Reply-To", reply_to))
    if agent in ("gmail", "apple", "iphone"):
        heads = [heads[0]] + [h for h in heads if h[0] == "Date"] + [h for h in heads[1:] if h[0] != "Date"]
    return (out + heads + list(extra) + [("MIME-Version", "1.0")]
            + [(k, v.format(**fill_in)) for k, v in AGENTS[agent]])


def message(head, top, crlf=True):
    """The whole message; the part's own headers follow the message's. CRLF as on the wire, or LF as a Maildir keeps it."""
    raw = Part(head + top.headers, top.body, top.children, top.boundary, top.preamble).raw()
    raw = raw.replace(b"\r\n", b"\n")
    return raw.replace(b"\n", b"\r\n") if crlf else raw
