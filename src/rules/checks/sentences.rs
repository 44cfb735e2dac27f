//! The sentences of checks for letters, and what fills them.

use crate::diagnostic::did_you_mean;
use crate::rules::Effect;
use crate::rules::form::{Desk, Form, inside};
use crate::states::Language;

/// What sentences for letters may hold, and the fact that fills it.
pub(in crate::rules) const PLACEHOLDERS: [(&str, &str); 3] = [
    ("missing_papers", "request.missing_papers"),
    ("late_to", "event.late_to"),
    ("max_per_state", "event.max_per_state"),
];

/// A sentence may name what the request lacks; nothing half-filled goes out.
pub(super) fn placeholders(desk: &mut Desk<'_>, form: &Form<'_, '_>, unknown: Option<Effect>) {
    let Some(table) = form.table("letter", desk) else { return };
    for language in Language::ALL {
        let Some(value) = table.get(language.code()) else { continue };
        let Some(sentence) = value.get_ref().as_str() else { continue };
        let mut after = 0;
        for (at, _) in sentence.match_indices('{') {
            if at < after {
                continue;
            }
            let rest = sentence.get(at + 1..).unwrap_or_default();
            let (name, closed) = rest.split_once('}').map_or((rest, false), |(name, _)| (name, true));
            let whole = at..at + 1 + name.len() + usize::from(closed);
            after = whole.end;
            let span = inside(desk.text, &value.span(), sentence, &whole);
            let written = sentence.get(whole).unwrap_or_default();
            match PLACEHOLDERS.iter().find(|(known, _)| *known == name && closed) {
                None => {
                    let names = PLACEHOLDERS.map(|(name, _)| name);
                    let help = match did_you_mean(name.trim(), names) {
                        Some(near) => format!("did you mean `{{{near}}}`?"),
                        None => format!(
                            "write plain words, or one of {}; other facts belong into templates/",
                            names.map(|name| format!("{{{name}}}")).join(", ")
                        ),
                    };
                    desk.error(span, "placeholder", format!("there is no placeholder `{written}`"), help);
                }
                Some((name, fact)) if unknown == Some(Effect::Ask) => {
                    let message = format!(
                        "{{{name}}} cannot be filled where `{fact}` is unknown, and then the mission is asked"
                    );
                    desk.error(span, "placeholder", message, "write unknown = \"hold\"");
                }
                Some(_) => {}
            }
        }
    }
}
