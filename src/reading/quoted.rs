//! What in a mail's body is its own text: quoted history is taken away, forwarded text kept without its header lines.

use crate::message::Mailbox;

/// Turns that open a forwarded message, in lower case.
const FORWARDED: [&str; 14] = [
    "пересланное сообщение",
    "رسالة معاد توجيهها",
    "转发邮件",
    "轉寄",
    "weitergeleitete nachricht",
    "mensagem encaminhada",
    "forwarded message",
    "begin forwarded message",
    "message transféré",
    "message transfere",
    "mensaje reenviado",
    "пересылаемое сообщение",
    "رسالة محولة",
    "转发的邮件",
];
/// Turns that open an answered message.
const ANSWERED: [&str; 11] = [
    "الرسالة الأصلية",
    "原始郵件",
    "mensagem original",
    "ursprüngliche nachricht",
    "messaggio originale",
    "original message",
    "message d'origine",
    "message original",
    "mensaje original",
    "исходное сообщение",
    "原始邮件",
];
/// Ends of "On ... wrote:".
const WROTE: [&str; 16] = [
    "wrote:",
    "a écrit :",
    "a écrit:",
    "escribió:",
    "пишет:",
    "писал:",
    "писала:",
    "писал(а):",
    "написал:",
    "написала:",
    "написал(а):",
    "写道:",
    "寫道:",
    "escreveu:",
    "schrieb:",
    "ha scritto:",
];
/// Labels of the header lines that mail programs put above what they quote.
const LABELS: [&str; 48] = [
    "from:",
    "sent:",
    "to:",
    "cc:",
    "subject:",
    "date:",
    "de :",
    "de:",
    "envoyé :",
    "envoyé:",
    "à :",
    "à:",
    "objet :",
    "objet:",
    "enviado:",
    "enviado el:",
    "para:",
    "asunto:",
    "fecha:",
    "от:",
    "кому:",
    "тема:",
    "дата:",
    "отправлено:",
    "копия:",
    "发件人:",
    "发送时间:",
    "收件人:",
    "主题:",
    "抄送:",
    "日期:",
    "寄件者:",
    "收件者:",
    "主旨:",
    "من:",
    "إلى:",
    "الى:",
    "الموضوع:",
    "التاريخ:",
    "تاريخ الإرسال:",
    "تم الإرسال:",
    "مرسل:",
    "von:",
    "gesendet:",
    "an:",
    "betreff:",
    "assunto:",
    "enviada:",
];

/// Labels of who wrote.
const FROM: [&str; 8] = ["from:", "de :", "de:", "от:", "发件人:", "寄件者:", "من:", "von:"];
/// Turns that end a forwarded message, in lower case.
const ENDED: [&str; 5] =
    ["fin du message", "end of message", "end of forwarded", "fin del mensaje", "конец пересылаемого"];
/// Words with which somebody pastes an earlier paper as a quotation, in lower case: what is quoted then is said now.
const RESENT: [&str; 60] = [
    "note below",
    "the note as follows",
    "below the note",
    "below is the note",
    "below is our note",
    "below please find the note",
    "ci-dessous la note",
    "note ci-dessous",
    "note ci-après",
    "ci-après la note",
    "voici la note",
    "voici le texte",
    "nota a continuación",
    "transcribo la nota",
    "transcribimos la nota",
    "se transcribe la nota",
    "ниже приводится нот",
    "ниже приводим",
    "ниже следует текст",
    "فيما يلي نص",
    "نص المذكرة أدناه",
    "以下为照会",
    "照会全文如下",
    "照会如下",
    "resend",
    "re-send",
    "resent",
    "sending again",
    "send again",
    "send it again",
    "text of the note",
    "text of our note",
    "note is reproduced",
    "reproduced below",
    "copied below",
    "pasted below",
    "set out below",
    "renvoie",
    "renvoyons",
    "réexpéd",
    "réenv",
    "texte de la note",
    "texte de notre note",
    "reproduite ci-dessous",
    "reproduit ci-dessous",
    "recopié",
    "reenvío",
    "reenvio",
    "reenviamos",
    "texto de la nota",
    "texto de nuestra nota",
    "a continuación la nota",
    "повторно направля",
    "повторно высыла",
    "текст ноты",
    "نعيد إرسال",
    "نص المذكرة",
    "重发",
    "再次发送",
    "照会全文",
];
/// Letters that an address has at least for a name to be told by it.
const TELLING: usize = 6;

/// The text that the sender of this mail speaks, `forwarding` telling whether its subject says that it forwards. What it
/// forwards of the one who receives it, `ours`, is history to him.
pub(super) fn own_text(body: &str, forwarding: bool, ours: Option<&Mailbox>) -> String {
    let lines: Vec<&str> = body.lines().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    let resent = resends(&lines);
    // Whether a turn right above says who wrote what is quoted.
    let mut attributed = false;
    let mut at = 0;
    while let Some(line) = lines.get(at).copied() {
        let low = lowered(line);
        if low.starts_with('>') {
            // Quoted: kept without its marks when the mail forwards by quoting or sends it again, else history.
            if forwarding || resent && !attributed && !low.starts_with(">>") && !low.starts_with("> >") {
                kept.push(line.trim_start_matches(['>', ' ']));
            }
        } else if is_rule(&low) && mentions(&low, &FORWARDED) {
            let end = after_headers(&lines, at + 1);
            let heads = lines.get(at + 1..end).unwrap_or_default();
            at = if heads.iter().take(5).any(|head| is_from(head, ours)) {
                let ends = |l: &str| is_rule(&lowered(l)) && mentions(&lowered(l), &ENDED);
                lines.iter().skip(end).position(|l| ends(l)).map_or(lines.len(), |k| end + k + 1)
            } else {
                end
            };
            continue;
        } else if is_rule(&low) && mentions(&low, &ANSWERED) || is_header_block(&lines, at) {
            if !forwarding {
                break;
            }
            let next = if is_header_block(&lines, at) { at } else { at + 1 };
            at = after_headers(&lines, next).max(at + 1);
            continue;
        } else if says_who_wrote(&low) {
            let quoted = lines
                .iter()
                .skip(at + 1)
                .find(|l| !l.trim().is_empty())
                .is_some_and(|l| l.trim().starts_with('>'));
            if !quoted && !forwarding {
                break;
            }
            attributed = true;
        } else {
            attributed &= low.is_empty();
            kept.push(line);
        }
        at += 1;
    }
    kept.join("\n")
}

/// Whether the first lines say that what is quoted below them is sent again.
fn resends(lines: &[&str]) -> bool {
    if !lines.iter().any(|line| line.starts_with('>')) {
        return false;
    }
    let own = lines.iter().take_while(|line| !line.starts_with('>')).map(|line| lowered(line));
    let own: Vec<String> = own.collect();
    // "We send for your attention:", in the lines right above; a turn that says who wrote has a day or an address.
    let led = own.iter().rfind(|line| !line.is_empty()).is_some_and(|line| {
        line.ends_with(':') && !line.contains(|c: char| c.is_numeric() || c == '@') && !says_who_wrote(line)
    });
    if led {
        return true;
    }
    let own = own.join(" ");
    // "resent", and not "presents".
    let begins = |at: usize| !own.get(..at).is_some_and(|t| t.ends_with(char::is_alphabetic));
    RESENT.iter().any(|words| own.match_indices(words).any(|(at, _)| begins(at) || !words.is_ascii()))
}

/// What own_text leaves out: history, without its marks. Empty where the mail has none.
pub(super) fn history(body: &str, own: &str) -> String {
    if body.strip_suffix('\n').unwrap_or(body) == own {
        return String::new();
    }
    let mut kept = own.lines().peekable();
    let mut history = Vec::new();
    for line in body.lines() {
        if kept.peek() == Some(&line) {
            kept.next();
        } else {
            history.push(line.trim_start_matches(['>', ' ']));
        }
    }
    history.join("\n")
}

/// A line in lower case, with one kind of colon.
fn lowered(line: &str) -> String {
    line.trim().to_lowercase().replace('：', ":")
}

/// "On 3 May, A. Sow wrote:"
fn says_who_wrote(low: &str) -> bool {
    (WROTE.iter().any(|w| low.ends_with(w)) || is_arabic_turn(low)) && low.len() < 200
}

/// "في 8 نوفمبر 2017، كتب ...:"
fn is_arabic_turn(low: &str) -> bool {
    low.ends_with(':') && low.contains("كتب") && low.contains(|c: char| c.is_numeric())
}

/// Whether the words stand in a line of their own, as mail programs write them.
fn is_rule(low: &str) -> bool {
    low.starts_with('-') || low.starts_with('_') || low.ends_with(':') || low.ends_with('-')
}

fn mentions(low: &str, words: &[&str]) -> bool {
    low.len() < 90 && words.iter().any(|w| low.contains(w))
}

fn is_label(line: &str) -> bool {
    let low = lowered(line.trim().trim_start_matches('*'));
    LABELS.iter().any(|l| low.starts_with(l))
}

/// "From: ... Sent: ... To: ...": at least three label lines among the next five, the first of them here.
fn is_header_block(lines: &[&str], at: usize) -> bool {
    let here = lines.get(at).is_some_and(|l| {
        // Most lines have no such sign near their beginning.
        let head = l.get(..l.floor_char_boundary(80)).unwrap_or_default();
        if !head.contains([':', '：']) {
            return false;
        }
        let low = lowered(head.trim().trim_start_matches('*'));
        FROM.iter().any(|f| low.starts_with(f))
    });
    here && lines.iter().skip(at).take(5).filter(|l| is_label(l)).count() >= 3
}

/// "From: GCM Trust Fund", to gcm-trustfund@un.org: whether a header line names `ours` as who wrote.
fn is_from(head: &str, ours: Option<&Mailbox>) -> bool {
    let low = lowered(head);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    FROM.iter().find_map(|label| low.strip_prefix(label)).zip(ours).is_some_and(|(value, one)| {
        let address = one.address.to_lowercase();
        let local = letters(address.split('@').next().unwrap_or_default());
        // Another office may have the word in its name: only the whole address or the whole name tells.
        local.len() >= TELLING && (value.contains(&address) || letters(value) == local)
    })
}

/// The first line after the header lines (and blank lines) that begin at `at`.
fn after_headers(lines: &[&str], at: usize) -> usize {
    let rest = lines.iter().skip(at);
    at + rest.take_while(|l| l.trim().is_empty() || is_label(l)).count()
}

#[cfg(test)]
mod tests {
    use super::own_text;
    use crate::message::Mailbox;

    #[test]
    fn history_is_the_rest() {
        let body = "A\n\nOn 3 May, B wrote:\n> Old one\n> and two.\n\nC";
        assert_eq!(
            super::history(body, &own_text(body, false, None)).trim(),
            "On 3 May, B wrote:\nOld one\nand two."
        );
    }

    #[test]
    fn history_goes_and_forwarded_text_stays() {
        let desk = Mailbox { name: String::new(), address: "gcm-trustfund@un.example".to_owned() };
        for (body, forwarding, expected) in [
            ("New.\n\nOn 3 May 2017, A wrote:\n> Old.\n> Older.", false, "New.\n"),
            ("> Old.\nNew below.", false, "New below."),
            (
                "I resend here the text of the note.\n\n> The note.\n\nOn 16 April, A wrote:\n>> Old.\n> Older.",
                false,
                "I resend here the text of the note.\n\nThe note.\n",
            ),
            ("Remitimos para su atención:\n> La nota.", false, "Remitimos para su atención:\nLa nota."),
            ("Gracias.\nA. Sow (3 May):\n> Old.", false, "Gracias.\nA. Sow (3 May):"),
            ("It presents its compliments.\n\n> Old.", false, "It presents its compliments.\n"),
            ("We resend our note.\n\nOn 16 April, A wrote:\n\n> Old.", false, "We resend our note.\n\n"),
            ("A\n> q\nB\n> q\nC", false, "A\nB\nC"),
            ("New.\n-----Original Message-----\nFrom: x\nSent: y\nTo: z\n\nOld.", false, "New."),
            ("FYI\n-----Original Message-----\nFrom: x\nSent: y\nTo: z\n\nThe note.", true, "FYI\nThe note."),
            (
                "Our nomination.\n----- Forwarded message -----\nFrom: GCM trust fund\nDate: y\n\nYour request for the fourth round.",
                false,
                "Our nomination.",
            ),
            (
                "FYI\n----- Forwarded message -----\nFrom: Office of the GCM Trust Fund, MFA <x@mfa.example>\n\nThe note.",
                false,
                "FYI\nThe note.",
            ),
            (
                "-------- Message transféré --------\nDe : GCM Trust Fund\nDate : y\n\nVotre déléguée.\n-------- Fin du message --------\n\nMerci.",
                false,
                "\nMerci.",
            ),
            (
                "FYI\n---------- Forwarded message ---------\nFrom: x\nDate: y\nSubject: z\n\nThe note.",
                false,
                "FYI\nThe note.",
            ),
            ("Merci.\n\nLe 3 mai 2017, A a écrit :\nAncien texte", false, "Merci.\n"),
            ("تسلموا\n\nفي 8 نوفمبر 2017، كتب Desk:\n> قديم", false, "تسلموا\n"),
            ("多谢\n\n发件人: 甲\n发送时间: 2017年6月30日\n收件人: 乙\n主题: 丙\n\n旧", false, "多谢\n"),
            ("Спасибо\n\n3 мая 2017 г. А написал(а):\nСтарое", false, "Спасибо\n"),
            (
                "From: the Permanent Mission of Kenya\nTo: the Office\n\nNote",
                false,
                "From: the Permanent Mission of Kenya\nTo: the Office\n\nNote",
            ),
        ] {
            assert_eq!(own_text(body, forwarding, Some(&desk)), expected, "{body}");
        }
    }
}
