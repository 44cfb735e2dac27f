//! `verbale requests amend REFERENCE --from MESSAGE`: what an answer would change, and the order to apply it.

use std::path::Path;
use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use crate::calendar::Moment;
use crate::cli::officer::Consent;
use crate::cli::{Context, contract, paint};
use crate::daemon;
use crate::desk::{Amended, Basis, Order, OrderKind};
use crate::folder;
use crate::office::Office;
use crate::register::{Disposition, Register, Request};
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
    #[command(flatten)]
    consent: Consent,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let by = options.consent.given()?;
    let (reader, dir) = (context.reader()?, context.store()?);
    let (reference, message) = (options.reference.clone(), options.from);
    let what = OrderKind::Amend { request: reference.clone(), message };
    let register = reader.register()?;
    let office = office(&reader)?;
    let amended = preview(&reader, &what, &register, &office)
        .map_err(|error| anyhow::anyhow!("message {message} cannot be applied to {reference}: {error}"))?;
    let Some(request) = register.request(&reference) else {
        anyhow::bail!("there is no request {reference}")
    };
    if let Some(by) = &by {
        order(&dir, what, by)?;
    }
    if context.json {
        anstream::println!("{}", as_json(request, &amended, Some(message), by.is_some()));
        return Ok(ExitCode::SUCCESS);
    }
    show(request, Some(message), &amended);
    let asked = reader.request(&options.reference)?.map(|detail| detail.message.sender).unwrap_or_default();
    let answer = reader.message(options.from)?;
    let answers = answer.as_ref().map(|message| message.sender.clone()).unwrap_or_default();
    if domain(&asked) != domain(&answers) {
        anstream::println!(
            "  {} the request came from {}, the answer from {}",
            paint::warn("look:"),
            paint::tame(&asked),
            paint::tame(&answers)
        );
    }
    // The letter says when the request came; whether what completes it came in time is the officer's to judge.
    if let (Some(answer), Some(deadline)) = (&answer, &amended.judged.ruling.deadline)
        && answer.received > deadline.closes
    {
        anstream::println!(
            "  {} the answer came after the closing date of the request; no rule looks at when a request is completed",
            paint::warn("look:"),
        );
    }
    tell(&dir, by.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

/// Leaves an order in the name of who gives it.
pub(super) fn order(dir: &Path, what: OrderKind, by: &str) -> anyhow::Result<()> {
    store::leave_order(dir, &Order { what, by: by.to_owned(), at: Utc::now() })?;
    Ok(())
}

/// Says whether anything was ordered, and when it is done.
pub(super) fn tell(dir: &Path, by: Option<&str>) -> anyhow::Result<()> {
    let Some(by) = by.map(paint::tame) else {
        anstream::println!("\nNothing was changed. To order it, say the same with --yes.");
        return Ok(());
    };
    let waits = match store::daemon_pid(dir)? {
        Some(_) => "",
        None => " No daemon runs now; it is carried out when one starts.",
    };
    anstream::println!("\n{} by {by}.{waits}", paint::good("Ordered"));
    Ok(())
}

pub(super) fn as_json(
    request: &Request,
    amended: &Amended,
    message: Option<i64>,
    ordered: bool,
) -> serde_json::Value {
    let letters: Vec<_> = amended
        .letters
        .iter()
        .map(|l| json!({"template": l.letter.template.stem(), "to": l.letter.to}))
        .collect();
    json!({"reference": request.reference, "message": message, "taken": amended.taken,
        "before": request.disposition, "after": amended.judged.request.disposition, "letters": letters,
        "joined": amended.joined, "others": contract::stand(&amended.anew), "ordered": ordered})
}

fn domain(address: &str) -> String {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain).to_lowercase()
}

/// What would follow by the rules in force.
pub(super) fn preview(
    reader: &Reader,
    what: &OrderKind,
    register: &Register,
    office: &Office,
) -> anyhow::Result<Amended> {
    let order = Order { what: what.clone(), by: String::new(), at: Utc::now() };
    if let Some(reason) = reader.objection(&order)? {
        anyhow::bail!("{reason}");
    }
    let (_, amended) =
        daemon::by_order(reader, what, Basis { register, office, secret: b"", moment: Moment(Utc::now()) })?;
    Ok(amended)
}

/// The office in force.
pub(super) fn office(reader: &Reader) -> anyhow::Result<Office> {
    let Some(in_force) = reader.in_force()? else {
        anyhow::bail!("no desk folder is in force yet; the daemon must have run once")
    };
    let Some(kept) = reader.kept_office(&in_force.office)? else {
        anyhow::bail!("the desk folder in force was not kept; `verbale reload` puts the saved one in force")
    };
    folder::open_kept(&kept, &[]).map_err(|_| {
        anyhow::anyhow!("this program does not accept the desk folder in force; run `verbale check`")
    })
}

/// What would follow; `message` is the answer that is applied, where one is.
pub(super) fn show(request: &Request, message: Option<i64>, amended: &Amended) {
    let after = &amended.judged;
    let event = request.event.as_deref().unwrap_or("?");
    let state = request.state.map_or_else(|| "?".to_owned(), |state| state.to_string());
    anstream::println!("{}  {state} · {event}", paint::strong(&request.reference));
    match message {
        Some(message) => anstream::println!("  taken from message {message}:"),
        None if !amended.taken.is_empty() => {
            anstream::println!("  taken from the note by the rules in force:")
        }
        None => {}
    }
    if message.is_some() && amended.taken.is_empty() {
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
