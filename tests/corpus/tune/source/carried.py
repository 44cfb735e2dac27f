"""Text mails of ../../hands that are carried otherwise: the text becomes a paper, sent with a short line."""

import email
import email.policy
import json
import pathlib
import re

import mime

HANDS = pathlib.Path(__file__).resolve().parents[2] / "hands"
OTHER_KINDS = ("amendment", "withdrawal", "attendance")
WHOLE = ("kind", "state", "note_reference", "note_date")
LINES = {
    "en": ("Please find attached a communication from the Mission.\n\nKind regards", "See attached.", "Dear colleagues,\n\nKindly see the attached.\n"),
    "fr": ("Veuillez trouver ci-joint une communication de la Mission.\n\nCordialement", "Ci-joint.", "Bonjour,\n\nVoir pièce jointe, merci.\n"),
    "es": ("Se adjunta comunicación de la Misión.\n\nSaludos cordiales", "Adjunto.", "Estimados colegas:\n\nVer documento adjunto.\n"),
    "ar": ("تجدون طيه مراسلة من البعثة.\n\nمع التحية", "مرفق.", "السادة الزملاء،\n\nيرجى الاطلاع على المرفق.\n"),
    "ru": ("Направляем документ во вложении.\n\nС уважением", "Во вложении.", "Уважаемые коллеги!\n\nСм. вложение.\n"),
    "zh": ("请查收附件。\n\n谢谢", "见附件。", "您好：\n\n请见附件。\n"),
}


def mail(slug):
    return email.message_from_bytes((HANDS / slug / "message.eml").read_bytes(), policy=email.policy.default)


def gold(slug):
    return json.loads((HANDS / slug / "gold.json").read_text(encoding="utf-8"))


def is_whole(label, said):
    names = [[p["name"] for p in x["travellers"]] for x in (label, said)]
    return all(label[f] == said[f] for f in WHOLE) and sorted(label["events"]) == sorted(said["events"]) and names[0] == names[1]


def write(folder, slug, line, name, data, **changes):
    """The mail `slug` with `line` for its text and the file `name` for a paper; its label is the mail's own but for `changes`."""
    top = mime.multi("mixed", [mime.text_part(line), mime.file_part(name, data)], slug)
    raw = (HANDS / slug / "message.eml").read_bytes().replace(b"\r\n", b"\n").split(b"\n\n")[0].decode()
    # A continued line belongs to the head that begins it.
    heads = [h for h in re.split(r"\n(?=\S)", raw) if not h.lower().startswith("content-")]
    out = pathlib.Path(folder) / slug
    out.mkdir(exist_ok=True, parents=True)
    (out / "message.eml").write_bytes("\n".join(heads).encode() + b"\n" + top.raw())
    label = {**gold(slug), **changes, "papers": [{"name": name, "kind": "note"}]}
    (out / "gold.json").write_text(json.dumps(label, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
