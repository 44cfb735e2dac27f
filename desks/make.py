#!/usr/bin/env python3
"""Writes the sample notes of the desks (DESK/samples/*.eml): invented, the same bytes at every run.

    python3 desks/make.py

Needs Python's standard library only.
"""
import importlib.util, pathlib, textwrap
from datetime import datetime, timezone
from email.utils import format_datetime

HERE = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("demo", HERE.parent / "demo" / "make.py")
demo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(demo)


def mail(desk, slug, sender, name, subject, received, body, papers=(), verdict="dmarc=pass"):
    """Writes one message. `received` is UTC; `papers` are (file name, text), each a PDF of one page."""
    domain = sender.split("@")[1]
    when = format_datetime(datetime.fromisoformat(received).replace(tzinfo=timezone.utc))
    head = (f"Return-Path: <{sender}>\nReceived: from mx.{domain} by mx.fund.example with ESMTPS; {when}\n"
            f"Authentication-Results: mx.fund.example; {verdict} header.from={domain}\n"
            f"From: {name} <{sender}>\nTo: Desk <desk@fund.example>\nSubject: {subject}\nDate: {when}\n"
            f"Message-ID: <{slug}@{domain}>\nMIME-Version: 1.0\n")
    text = "Content-Type: text/plain; charset=us-ascii\n\n" + body.strip("\n") + "\n"
    if papers:
        edge = f"=_{slug}"
        parts = "".join(f'--{edge}\nContent-Type: application/pdf; name="{file}"\nContent-Transfer-Encoding: base64\n'
                        f'Content-Disposition: attachment; filename="{file}"\n\n{demo.wrap(demo.pdf(words))}'
                        for file, words in papers)
        text = f'Content-Type: multipart/mixed; boundary="{edge}"\n\n--{edge}\n{text}\n{parts}--{edge}--\n'
    (HERE / desk / "samples" / f"{slug}.eml").write_bytes((head + text).encode("ascii"))


def note(state, to, what, ref, place, date, city="New York", office="New York"):
    fill = lambda text: "\n".join(textwrap.wrap(text, 76))
    return "\n".join([
        f"PERMANENT MISSION OF {state.upper()}", f"TO THE UNITED NATIONS{'' if office == 'New York' else ' OFFICE AT ' + office.upper()}", "",
        f"No. {ref}", "",
        fill(f"The Permanent Mission of {state} to the United Nations {'in New York' if office == 'New York' else 'Office and other international organizations in ' + office} "
             f"presents its compliments to {to} and has the honour to {what}"), "",
        fill(f"The Permanent Mission of {state} avails itself of this opportunity to renew to {to} the assurances of its "
             "highest consideration."), "", f"{city}, {date}"])


DOALOS = "the Division for Ocean Affairs and the Law of the Sea"
SECOND = ("the second session of the intergovernmental conference on marine biological diversity of areas beyond national "
          "jurisdiction, to be held in New York from 25 March to 5 April 2019")
FUND = "request assistance from the voluntary trust fund for the travel of "


def form(name):
    return ("application-form.pdf", f"APPLICATION FORM FOR FINANCIAL ASSISTANCE\nName: {name}\nDate of birth: 17 May 1980\nSignature")


def passport(name):
    return ("passport.pdf", f"PASSPORT\nPassport No. X0000000\nSurname {name.split()[-1]}\nDate of birth 17 MAY 1980\nDate of expiry 1 JAN 2025\nP<XXX")


VISA = ("visa.pdf", "VISA\nUnited States of America\nVisa type G2\nDate of expiry 1 JAN 2025")
BANK = ("banking-form.pdf", "BANKING FORM\nBank account\nIBAN XX00 0000 0000\nSWIFT EXAMPLEX")


def four(name):
    return [form(name), passport(name), VISA, BANK]


def bbnj():
    n = lambda slug, sender, state, what, ref, received, date, papers, **more: mail(
        "bbnj", slug, f"office@{sender}-mission.example", f"Permanent Mission of {state}", f"Note verbale {ref}", received,
        note(state, DOALOS, what, ref, "New York", date, **{k: v for k, v in more.items() if k != "verdict"}), papers,
        **{k: v for k, v in more.items() if k == "verdict"})
    n("01-complete", "fiji", "the Republic of Fiji", f"{FUND}Ms. Litia Example, Director of Oceans at the Ministry of Foreign Affairs, "
      f"to {SECOND}. The Government of Fiji will bear the cost of terminal transfers.", "FJ/12/2019", "2019-01-14T15:00:00",
      "14 January 2019", four("Litia Example"))
    n("02-two-in-order", "kenya", "the Republic of Kenya", f"{FUND}Ms. Amina Example, Principal Secretary at the Ministry of "
      f"Agriculture and Fisheries, and Mr. Bakari Example, Counsellor at the Ministry of Foreign Affairs, in this order of priority, to {SECOND}.", "KE/40/2019", "2019-01-15T15:00:00", "15 January 2019", four("Amina Example"))
    n("03-no-visa", "nepal", "the Federal Democratic Republic of Nepal", f"{FUND}Mr. Hari Example, Under-Secretary at the Ministry of Foreign "
      f"Affairs, to {SECOND}.", "NP/3/2019", "2019-01-16T15:00:00", "16 January 2019", [form("Hari Example"), passport("Hari Example")])
    n("04-last-day", "lesotho", "the Kingdom of Lesotho", f"{FUND}Ms. Palesa Example, Legal Officer at the Ministry of Foreign Affairs, to "
      f"{SECOND}.", "LES/9/2019", "2019-01-26T04:59:59", "25 January 2019", four("Palesa Example"))
    n("05-one-second-late", "togo", "the Togolese Republic", f"{FUND}Mr. Kossi Example, Director at the Ministry of Maritime Economy, to "
      f"{SECOND}.", "TG/7/2019", "2019-01-26T05:00:00", "25 January 2019", four("Kossi Example"))
    n("06-norway", "norway", "Norway", f"{FUND}Ms. Kari Example, Adviser at the Ministry of Foreign Affairs, to {SECOND}.", "NO/1/2019",
      "2019-01-17T15:00:00", "17 January 2019", four("Kari Example"))
    n("07-consultative-process", "samoa", "the Independent State of Samoa", f"{FUND}Ms. Sina Example, Officer at the Ministry of Natural "
      "Resources, to the nineteenth meeting of the Open-ended Informal Consultative Process on Oceans and the Law of the Sea, to be held in "
      "New York from 18 to 22 June 2018.", "WS/5/2018", "2018-05-02T15:00:00", "2 May 2018", four("Sina Example"))
    n("08-geneva", "palau", "the Republic of Palau", f"{FUND}Mr. Kaleb Example, Director at the Bureau of Marine Resources, to {SECOND}.",
      "PW/2/2019", "2019-01-18T15:00:00", "18 January 2019", four("Kaleb Example"), city="Geneva", office="Geneva")
    mail("bbnj", "09-plain-mail", "desk@maldives-mission.example", "Desk officer", "Travel support", "2019-01-18T16:00:00",
         "Hello,\n\nCould you please pay for the travel of Ms. Aminath Example of our Ministry of Fisheries to\nthe second session of the "
         "conference on marine biological diversity of areas beyond\nnational jurisdiction in New York, 25 March to 5 April 2019?\n\nBest "
         "regards,\nIbrahim\n")
    n("10-forged", "zambia", "the Republic of Zambia", f"{FUND}Mr. Chanda Example, Director at the Ministry of Lands, to {SECOND}.",
      "ZM/11/2019", "2019-01-21T15:00:00", "21 January 2019", four("Chanda Example"), verdict="dmarc=fail")


UNCTAD = "the secretariat of the United Nations Conference on Trade and Development"
TRANSPORT = ("the Multi-year Expert Meeting on Transport, Trade Logistics and Trade Facilitation, sixth session, to be held in Geneva from 21 "
             "to 23 November 2018")
FINANCE = "request that the secretariat finance the travel of "


def cv(name):
    return ("curriculum-vitae.pdf", f"CURRICULUM VITAE\n{name}\nEDUCATION\nMaster of Economics\nPROFESSIONAL EXPERIENCE\nDirector since 2010\n"
            "PUBLICATIONS\nLANGUAGES\nEnglish, French")


def unctad():
    def n(slug, sender, state, what, ref, received, date, papers, verdict="dmarc=pass", city="Geneva", office="Geneva"):
        mail("unctad", slug, f"office@{sender}-mission.example", f"Permanent Mission of {state}", f"Note verbale {ref}", received,
             note(state, UNCTAD, what, ref, city, date, city=city, office=office), papers, verdict)
    n("01-complete", "zambia", "the Republic of Zambia", f"{FINANCE}Ms. Mwila Example, Director of Transport at the Ministry of Transport, "
      f"nominated as an expert to {TRANSPORT}.", "ZM/88/2018", "2018-10-01T09:00:00", "1 October 2018", [cv("Mwila Example")])
    n("02-no-cv", "nepal", "the Federal Democratic Republic of Nepal", f"{FINANCE}Mr. Hari Example, Joint Secretary at the Ministry of "
      f"Commerce, nominated as an expert to {TRANSPORT}.", "NP/31/2018", "2018-10-02T09:00:00", "2 October 2018", [])
    n("03-transition", "serbia", "the Republic of Serbia", f"{FINANCE}Ms. Jelena Example, Adviser at the Ministry of Trade, nominated as an "
      f"expert to {TRANSPORT}.", "RS/14/2018", "2018-10-03T09:00:00", "3 October 2018", [cv("Jelena Example")])
    n("04-last-second", "togo", "the Togolese Republic", f"{FINANCE}Mr. Kossi Example, Director at the Ministry of Trade, nominated as an "
      f"expert to {TRANSPORT}.", "TG/71/2018", "2018-10-24T21:59:59", "24 October 2018", [cv("Kossi Example")])
    n("05-one-second-late", "benin", "the Republic of Benin", f"{FINANCE}Ms. Afi Example, Director at the Ministry of Trade, nominated as an "
      f"expert to {TRANSPORT}.", "BJ/9/2018", "2018-10-24T22:00:00", "24 October 2018", [cv("Afi Example")])
    n("06-norway", "norway", "Norway", f"{FINANCE}Mr. Ola Example, Adviser at the Ministry of Transport, nominated as an expert to "
      f"{TRANSPORT}.", "NO/4/2018", "2018-10-04T09:00:00", "4 October 2018", [cv("Ola Example")])
    n("07-two-experts", "kenya", "the Republic of Kenya", f"{FINANCE}Ms. Amina Example, Director at the Ministry of Transport, and Mr. Bakari "
      f"Example, Director at the Ministry of Trade, nominated as experts to {TRANSPORT}.", "KE/17/2018", "2018-10-05T09:00:00",
      "5 October 2018", [cv("Amina Example"), ("cv-bakari-example.pdf", cv("Bakari Example")[1])])
    n("08-the-board", "samoa", "the Independent State of Samoa", f"{FINANCE}Ms. Sina Example, Officer at the Ministry of Commerce, to the "
      "sixty-fifth session of the Trade and Development Board, to be held in Geneva from 4 to 12 June 2018.", "WS/6/2018",
      "2018-04-20T09:00:00", "20 April 2018", [cv("Sina Example")])
    mail("unctad", "09-plain-mail", "ama@institute.example", "Ama Example", "Travel", "2018-10-08T09:00:00",
         "Dear colleagues,\n\nWe request travel support for Mr. Kofi Example, Director at the Ministry of Transport of\nGhana, who will take "
         "part in the Multi-year Expert Meeting on Transport, Trade Logistics and Trade\nFacilitation in Geneva, 21 to 23 November "
         "2018.\n\nBest regards,\nAma Example\n")
    n("10-new-york", "fiji", "the Republic of Fiji", f"{FINANCE}Ms. Litia Example, Director at the Ministry of Trade, nominated as an expert to "
      f"{TRANSPORT}.", "FJ/66/2018", "2018-10-09T14:00:00", "9 October 2018", [cv("Litia Example")], city="New York", office="New York")


if __name__ == "__main__":
    for write in (bbnj, unctad):
        write()
