#!/usr/bin/env python3
"""Writes the demo's mailbox (mailbox/*.eml): invented notes of August 2017, the same bytes at every run.

    python3 demo/make.py

Needs Python's standard library only. `verbale demo` carries the result inside the program.
"""
import base64, io, pathlib, quopri, textwrap, zipfile, zlib
from datetime import datetime, timezone
from email.header import Header
from email.utils import format_datetime

OUT = pathlib.Path(__file__).parent / "mailbox"
DESK = "desk@fund.example"


def pdf(text):
    """One page of text with a text layer (Helvetica, WinAnsi)."""
    ops = [b"BT /F1 11 Tf 15 TL 64 760 Td"]
    for line in text.split("\n"):
        raw = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        ops.append(b"(" + raw + b") Tj T*")
    stream = zlib.compress(b"\n".join(ops + [b"ET"]), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def docx(text):
    """A Word file with one paragraph for each line."""
    safe = lambda s: s.replace("&", "&amp;").replace("<", "&lt;")
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{safe(l)}</w:t></w:r></w:p>' for l in text.split("\n"))
    office = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2017, 8, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, data)
    return out.getvalue()


def mail(slug, sender, name, subject, received, body, paper=None, extra="", verdict="dmarc=pass"):
    """Writes one message. `received` is UTC; `paper` is (file name, media type, bytes)."""
    domain = sender.split("@")[1]
    at = datetime.fromisoformat(received).replace(tzinfo=timezone.utc)
    when = format_datetime(at)
    from_ = f"{Header(name, 'utf-8' if not name.isascii() else 'us-ascii').encode()} <{sender}>"
    head = (f"Return-Path: <{sender}>\nReceived: from mx.{domain} by mx.fund.example with ESMTPS; {when}\n"
            f"Authentication-Results: mx.fund.example; {verdict} header.from={domain}\n"
            f"From: {from_}\nTo: Travel support desk <{DESK}>\n"
            f"Subject: {Header(subject, 'utf-8' if not subject.isascii() else 'us-ascii', maxlinelen=70).encode()}\n"
            f"Date: {when}\nMessage-ID: <{slug}.{at:%Y%m%d}@{domain}>\n{extra}MIME-Version: 1.0\n")
    body = textwrap.dedent(body).strip("\n") + "\n"
    if body.isascii():
        text = "Content-Type: text/plain; charset=us-ascii\n\n" + body
    elif sum(not c.isascii() for c in body) * 4 < len(body):
        text = ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + quopri.encodestring(body.encode()).decode("ascii"))
    else:
        text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + wrap(body.encode())
    if paper:
        file, media, data = paper
        edge = f"=_{slug}"
        text = (f'Content-Type: multipart/mixed; boundary="{edge}"\n\n--{edge}\n{text}\n--{edge}\n'
                f'Content-Type: {media}; name="{file}"\nContent-Transfer-Encoding: base64\n'
                f'Content-Disposition: attachment; filename="{file}"\n\n{wrap(data)}--{edge}--\n')
    (OUT / f"{slug}.eml").write_bytes((head + text).encode("ascii"))


def wrap(data):
    return "\n".join(textwrap.wrap(base64.b64encode(data).decode(), 76)) + "\n"


def en(state, who, event, ref, date, more=""):
    return "\n".join([
        f"PERMANENT MISSION OF {state.upper()}", "TO THE UNITED NATIONS", "", f"Ref. No.: {ref}", "",
        *textwrap.wrap(f"The Permanent Mission of {state} to the United Nations in New York presents its compliments to the "
                       "Office of the Special Representative of the Secretary-General for International Migration and has "
                       f"the honour to request travel support from the voluntary trust fund for {who}, who will attend "
                       f"{event}.{more}", 78), "",
        *textwrap.wrap(f"The Permanent Mission of {state} avails itself of this opportunity to renew to the Office the "
                       "assurances of its highest consideration.", 78), "", f"New York, {date}"])


VIENNA = ("the fifth informal thematic session on smuggling of migrants, trafficking in persons and contemporary forms of "
          "slavery, to be held in Vienna on 4 and 5 September 2017")
COVER = "Dear colleagues,\n\nPlease find attached a note verbale of this Mission.\n\nThe Chancery\n"


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.glob("*.eml"):
        old.unlink()
    mail("01-lesotho", "office@lesotho-mission.example", "Permanent Mission of Lesotho", "Note verbale: travel support",
         "2017-08-10T14:20:00",
         en("the Kingdom of Lesotho", "Ms. Palesa Mokhethi, Director of Migration at the Ministry of Home Affairs", VIENNA,
            "LES/UN/114/2017", "10 August 2017"))
    mail("02-benin", "contact@benin-mission.example", "Mission permanente du Bénin", "Note verbale n° 218",
         "2017-08-16T20:05:00",
         "Madame, Monsieur,\n\nVeuillez trouver ci-joint une note verbale de la Mission.\n\nLa Chancellerie\n",
         ("note-verbale-218.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx(
             "MISSION PERMANENTE DE LA RÉPUBLIQUE DU BÉNIN\nAUPRÈS DES NATIONS UNIES\n\nN/Réf. : 218/MPB/NU/2017\n\n"
             "La Mission permanente de la République du Bénin auprès de l'Organisation des Nations Unies à New York présente "
             "ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations "
             "internationales et a l'honneur de solliciter la prise en charge, par le fonds d'affectation spéciale, du "
             "voyage de Mme Rachidatou Agossa, Conseillère au Ministère des affaires étrangères, désignée pour participer à "
             "la cinquième session thématique informelle, qui se tiendra à Vienne les 4 et 5 septembre 2017.\n\n"
             "La Mission permanente de la République du Bénin saisit cette occasion pour renouveler au Bureau les "
             "assurances de sa très haute considération.\n\nNew York, le 16 août 2017")))
    mail("03-honduras", "mision@honduras-mission.example", "Misión Permanente de Honduras", "Nota verbal: apoyo de viaje",
         "2017-08-14T16:45:00", """
         MISIÓN PERMANENTE DE HONDURAS
         ANTE LAS NACIONES UNIDAS

         Nota No. 097/MPH/2017

         La Misión Permanente de la República de Honduras ante las Naciones Unidas saluda
         atentamente a la Oficina de la Representante Especial del Secretario General para la
         Migración Internacional y tiene el honor de solicitar el apoyo del fondo fiduciario
         para el viaje del Sr. Ramiro Zelandia Fúnez, Director General de Protección al
         Migrante de la Secretaría de Relaciones Exteriores, a fin de que participe en la
         quinta sesión temática oficiosa, que se celebrará en Viena los días 4 y 5 de
         septiembre de 2017.

         La Misión Permanente de Honduras aprovecha la oportunidad para reiterar a la Oficina
         las seguridades de su más alta consideración.

         Nueva York, 14 de agosto de 2017
         """)
    mail("04-nepal", "chancery@nepal-mission.example", "Permanent Mission of Nepal", "Note verbale", "2017-08-15T18:00:00",
         COVER, ("NV-UN-77.pdf", "application/pdf", pdf(
             en("Nepal", "Mr. Bishan Thapaliya, Under-Secretary at the Ministry of Labour and Employment", VIENNA,
                "NV/UN/77", "15 August 2017"))))
    mail("05-yemen", "mission@yemen-mission.example", "Permanent Mission of Yemen", "مذكرة شفوية", "2017-08-11T15:00:00", """
         البعثة الدائمة للجمهورية اليمنية لدى الأمم المتحدة

         الرقم: 45/2017

         تهدي البعثة الدائمة للجمهورية اليمنية لدى الأمم المتحدة في نيويورك أطيب تحياتها إلى مكتب
         الممثلة الخاصة للأمين العام المعنية بالهجرة الدولية، وتتشرف بطلب دعم سفر السيدة أروى
         الحمادي، مستشارة في وزارة الخارجية، من الصندوق الاستئماني للمشاركة في الدورة المواضيعية
         غير الرسمية الخامسة التي ستعقد في فيينا يومي 4 و 5 أيلول/سبتمبر 2017.

         وتغتنم البعثة الدائمة هذه الفرصة لتعرب للمكتب عن فائق تقديرها واحترامها.

         نيويورك، 11 آب/أغسطس 2017
         """)
    mail("06-tajikistan", "mission@tajikistan-mission.example", "Постоянное представительство Таджикистана", "Вербальная нота",
         "2017-08-09T13:30:00", """
         ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО РЕСПУБЛИКИ ТАДЖИКИСТАН
         ПРИ ОРГАНИЗАЦИИ ОБЪЕДИНЕННЫХ НАЦИЙ

         № 312

         Постоянное представительство Республики Таджикистан при Организации Объединенных Наций
         в Нью-Йорке свидетельствует свое уважение Канцелярии Специального представителя
         Генерального секретаря по вопросам международной миграции и имеет честь просить о
         предоставлении из целевого фонда поддержки для поездки г-на Фарруха Назаровича
         Шарипзода, советника Министерства иностранных дел, для участия в пятой неофициальной
         тематической сессии, которая состоится в Вене 4–5 сентября 2017 года.

         Постоянное представительство пользуется случаем, чтобы возобновить Канцелярии
         уверения в своем весьма высоком уважении.

         Нью-Йорк, 9 августа 2017 года
         """)
    mail("07-cambodia", "mission@cambodia-mission.example", "Permanent Mission of Cambodia", "普通照会", "2017-08-08T17:10:00", """
         柬埔寨王国常驻联合国代表团

         编号：2017/088

         柬埔寨王国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并谨请信托基金为
         外交与国际合作部参赞索帕女士前往维也纳出席2017年9月4日至5日举行的第五次非正式
         专题会议提供旅费支助。

         顺致最崇高的敬意。

         2017年8月8日于纽约
         """)
    mail("08-zambia-late", "office@zambia-mission.example", "Permanent Mission of Zambia", "Request for travel support",
         "2017-08-19T04:30:00",
         en("the Republic of Zambia", "Mr. Chanda Mwelwa, Chief Immigration Officer at the Ministry of Home Affairs", VIENNA,
            "ZM/NY/51/17", "18 August 2017"))
    mail("09-norway", "delun@norway-mission.example", "Permanent Mission of Norway", "Note verbale", "2017-08-10T12:00:00",
         en("Norway", "Mr. Eirik Solbakkhaug, Senior Adviser at the Ministry of Justice", VIENNA, "NOR/2017/33",
            "10 August 2017"))
    mail("10-togo-two", "mission@togo-mission.example", "Mission permanente du Togo", "Note verbale - demande de soutien",
         "2017-08-12T19:00:00", """
         MISSION PERMANENTE DE LA RÉPUBLIQUE TOGOLAISE
         AUPRÈS DES NATIONS UNIES

         Réf. : 0145/MPT/NY/17

         La Mission permanente de la République togolaise auprès de l'Organisation des Nations
         Unies à New York présente ses compliments au Bureau de la Représentante spéciale du
         Secrétaire général pour les migrations internationales et a l'honneur de solliciter la
         prise en charge du voyage de M. Kodjo Améganvi, Directeur des Togolais de l'extérieur
         au Ministère des affaires étrangères, et de Mme Essi Lawsonvi, Conseillère au Ministère
         de l'intérieur, pour leur participation à la cinquième session thématique informelle,
         qui se tiendra à Vienne les 4 et 5 septembre 2017.

         La Mission permanente saisit cette occasion pour renouveler au Bureau les assurances de
         sa très haute considération.

         New York, le 12 août 2017
         """)
    mail("11-out-of-office", "j.sandvik@norway-mission.example", "Johanna Sandvik", "Automatic reply: Note verbale",
         "2017-08-10T12:00:05", """
         I am out of the office until 21 August and will answer when I am back.
         """, extra="Auto-Submitted: auto-replied\n")
    mail("12-forged", "chancery@ethiopia-mission.example", "Permanent Mission of Ethiopia", "Urgent note verbale",
         "2017-08-13T02:00:00",
         en("the Federal Democratic Republic of Ethiopia", "Mr. Dawit Kebreab, Counsellor at the Ministry of Foreign Affairs",
            VIENNA, "ETH/NV/9", "12 August 2017"), verdict="dmarc=fail")
    mail("13-bolivia-other-meeting", "mision@bolivia-mission.example", "Misión Permanente de Bolivia",
         "Nota verbal: reunión de alto nivel", "2017-08-17T15:30:00", """
         MISIÓN PERMANENTE DEL ESTADO PLURINACIONAL DE BOLIVIA
         ANTE LAS NACIONES UNIDAS

         Nota No. MPB-ONU 0233/2017

         La Misión Permanente del Estado Plurinacional de Bolivia ante las Naciones Unidas saluda
         atentamente a la Oficina de la Representante Especial del Secretario General para la
         Migración Internacional y tiene el honor de solicitar el apoyo del fondo fiduciario para
         el viaje de la Sra. Nayra Condorcett, Viceministra de Seguridad Ciudadana, a la reunión
         de alto nivel sobre el Plan de Acción Mundial para Combatir la Trata de Personas, que se
         celebrará en Nueva York el 27 de septiembre de 2017.

         La Misión Permanente aprovecha la oportunidad para reiterar a la Oficina las seguridades
         de su más alta consideración.

         Nueva York, 17 de agosto de 2017
         """)
    mail("14-plain-mail", "t.hasanka@malawi-mission.example", "Thoko Hasanka", "Vienna meeting", "2017-08-09T21:15:00", """
         Dear colleagues,

         could the trust fund pay the ticket of my colleague from Lilongwe, Mr. Bright Phirimba of
         the Ministry of Foreign Affairs of Malawi, for the thematic session in Vienna on 4 and 5
         September 2017?

         Many thanks and kind regards,
         Thoko Hasanka
         Second Secretary, Permanent Mission of Malawi
         """)
    mail("15-denmark-contribution", "nyc@denmark-mission.example", "Permanent Mission of Denmark", "Contribution to the trust fund",
         "2017-08-11T14:00:00", """
         PERMANENT MISSION OF DENMARK TO THE UNITED NATIONS

         File No.: 400.E.2-0-12

         The Permanent Mission of Denmark to the United Nations presents its compliments to the
         Office of the Special Representative of the Secretary-General for International Migration
         and has the honour to inform it that the Government of Denmark intends to make a voluntary
         contribution of USD 150,000 to the trust fund. The Permanent Mission would be grateful for
         information on the procedure to be followed.

         The Permanent Mission of Denmark avails itself of this opportunity to renew to the Office
         the assurances of its highest consideration.

         New York, 11 August 2017
         """)
    mail("16-newsletter", "news@migration-review.example", "Migration Review", "August issue: ten charts on mobility",
         "2017-08-15T06:00:00", """
         This month: ten charts on mobility, and an interview. Read it on our website.
         You receive this because you subscribed. Unsubscribe at any time.
         """, extra="List-Id: <news.migration-review.example>\nPrecedence: bulk\n")
    mail("17-scanner", "scanner@chad-mission.example", "Scan to mail", "Scanned document", "2017-08-15T19:40:00",
         "A document was scanned and sent to you.\n",
         ("scan0042.pdf", "application/pdf", pdf(
             en("the Republic of Chad", "Ms. Achta Ngaradoum, Adviser at the Ministry of Public Security", VIENNA,
                "TCD/NV/2017/061", "15 August 2017"))), extra="Auto-Submitted: auto-generated\n")


if __name__ == "__main__":
    main()
