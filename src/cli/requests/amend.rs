//! `verbale requests amend REFERENCE --from MESSAGE`: what an answer would change, and the order to apply it.

use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use crate::calendar::Moment;
use crate::cli::reload::officer;
use crate::cli::{Context, paint};
use crate::desk::{self, Amended, Kept, Order, OrderKind};
use crate::folder;
use crate::register::{Disposition, Request};
use crate::rules::Effect;
use crate::store::{self, Reader};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Options {
    /// The request, such as GCM-2017-0042.
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// The number of the message that answers; `verbale held show` prints it.
    #[arg(long, value_name = "MESSAGE")]
    from: i64,
    /// Order it; without this only show what would change.
    #[arg(long)]
    yes: bool,
    /// Who orders it; stands in the journal [default: the name of the user]
    #[arg(long)]
    by: Option<String>,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let (reader, dir) = (context.reader()?, context.store()?);
    let (request, amended) = preview(&reader, options)?;
    let ordered = options.yes;
    let by = options.by.clone().unwrap_or_else(officer);
    if ordered {
        let what = OrderKind::Amend { request: options.reference.clone(), message: options.from };
        store::leave_order(&dir, &Order { what, by: by.clone(), at: Utc::now() })?;
    }
    let waits = store::daemon_pid(&dir)?.is_none();
    let after = &amended.judged;
    if context.json {
        let letters: Vec<_> = amended
            .letters
            .iter()
            .map(|l| json!({"template": l.letter.template.stem(), "to": l.letter.to}))
            .collect();
        let others: Vec<_> = amended
            .anew
            .iter()
            .map(|o| json!({"reference": o.request.reference, "disposition": o.request.disposition}))
            .collect();
        anstream::println!(
            "{}",
            json!({"reference": request.reference, "message": options.from, "taken": amended.taken,
                "before": request.disposition, "after": after.request.disposition, "letters": letters,
                "joined": amended.joined, "others": others, "ordered": ordered})
        );
        return Ok(ExitCode::SUCCESS);
    }
    show(&request, options.from, &amended);
    let asked = reader.request(&options.reference)?.map(|detail| detail.message.sender).unwrap_or_default();
    let answers = reader.message(options.from)?.map(|message| message.sender).unwrap_or_default();
    if domain(&asked) != domain(&answers) {
        anstream::println!(
            "  {} the request came from {}, the answer from {}",
            paint::warn("look:"),
            paint::tame(&asked),
            paint::tame(&answers)
        );
    }
    match (ordered, waits) {
        (false, _) => anstream::println!("\nNothing was changed. To order it, say the same with --yes."),
        (true, false) => anstream::println!("\n{} by {}.", paint::good("Ordered"), paint::tame(&by)),
        (true, true) => anstream::println!(
            "\n{} by {}. No daemon runs now; it is carried out when one starts.",
            paint::good("Ordered"),
            paint::tame(&by)
        ),
    }
    Ok(ExitCode::SUCCESS)
}

fn domain(address: &str) -> String {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain).to_lowercase()
}

/// The request as it stands, and what would follow by the rules in force.
fn preview(reader: &Reader, options: &Options) -> anyhow::Result<(Request, Amended)> {
    let (reference, message) = (&options.reference, options.from);
    let what = OrderKind::Amend { request: reference.clone(), message };
    if let Some(reason) = reader.objection(&Order { what, by: String::new(), at: Utc::now() })? {
        anyhow::bail!("{reason}");
    }
    let register = reader.register()?;
    let Some(request) = register.request(reference) else { anyhow::bail!("there is no request {reference}") };
    let Some(stored) = reader.stored_message(message)? else {
        anyhow::bail!("there is no message {message}")
    };
    let Some(in_force) = reader.in_force()? else {
        anyhow::bail!("no desk folder is in force yet; the daemon must have run once")
    };
    let Some(kept) = reader.kept_office(&in_force.office)? else {
        anyhow::bail!("the desk folder in force was not kept; `verbale reload` puts the saved one in force")
    };
    let office = folder::open_kept(&kept, &[]).map_err(|_| {
        anyhow::anyhow!("this program does not accept the desk folder in force; run `verbale check`")
    })?;
    let (opened, understood) = stored.open()?;
    let answer = Kept { message: &opened, receipt: &stored.receipt, too_large: stored.too_large };
    let before = reader.letters_on(message)?;
    let amended =
        desk::amend(request, (&answer, &understood), before, &register, &office, b"", Moment(Utc::now()))
            .map_err(|words| {
                anyhow::anyhow!("message {message} cannot be applied to {reference}: {words}")
            })?;
    Ok((request.clone(), amended))
}

fn show(request: &Request, message: i64, amended: &Amended) {
    let after = &amended.judged;
    let event = request.event.as_deref().unwrap_or("?");
    let state = request.state.map_or_else(|| "?".to_owned(), |state| state.to_string());
    anstream::println!("{}  {state} · {event}", paint::strong(&request.reference));
    anstream::println!("  taken from message {message}:");
    if amended.taken.is_empty() {
        anstream::println!("    nothing that is new");
    }
    for taken in &amended.taken {
        anstream::println!("    {}", paint::tame(taken));
    }
    let standing = |d: Disposition| paint::standing(d.as_str());
    anstream::println!(
        "  stands {}, and then {}",
        standing(request.disposition),
        standing(after.request.disposition)
    );
    for finding in after.ruling.findings.iter().filter(|f| f.effect > Effect::Note) {
        anstream::println!("    {:<26} {}", finding.rule, paint::tame(&finding.reason));
    }
    if let Some(joined) = &amended.joined {
        let to = &request.reference;
        anstream::println!("  {joined}, which the message made, ends: it is joined to {to}");
    }
    for other in &amended.anew {
        let reference = &other.request.reference;
        anstream::println!("  {reference} would stand {}", standing(other.request.disposition));
    }
    for letter in &amended.letters {
        let to = letter.letter.to.join(", ");
        anstream::println!("  {} to {to}, held until you release it", letter.letter.template.stem());
    }
    for withheld in &amended.withheld {
        anstream::println!("  no letter: {}", paint::tame(&withheld.words));
    }
}
