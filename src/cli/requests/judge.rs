//! `verbale requests judge REFERENCE...`: what the rules in force make of requests that were judged by others, and the
//! order to judge them anew.

use std::process::ExitCode;

use chrono::Utc;

use super::amend::{as_json, office, order, preview, show, tell};
use crate::calendar::Moment;
use crate::cli::officer::Consent;
use crate::cli::{Context, paint};
use crate::desk::{self, OrderKind};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Options {
    /// The requests, such as GCM-2017-0042.
    #[arg(value_name = "REFERENCE", required_unless_present = "changed")]
    references: Vec<String>,
    /// All that stand elsewhere than the rules in force would put them, as `verbale today` lists them.
    #[arg(long, conflicts_with = "references")]
    changed: bool,
    /// Of those only the ones for this event.
    #[arg(long, requires = "changed")]
    event: Option<String>,
    #[command(flatten)]
    consent: Consent,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let (reader, dir) = (context.reader()?, context.store()?);
    let by = options.consent.given()?;
    let mut register = reader.register()?;
    let office = office(&reader)?;
    let references = match options.changed {
        true => reader.flipped()?,
        false => options.references.iter().map(|reference| reference.to_uppercase()).collect(),
    };
    let mut code = ExitCode::SUCCESS;
    let mut shown = 0_usize;
    for reference in references {
        let request = register.request(&reference).cloned();
        if let (Some(wanted), Some(request)) = (&options.event, &request)
            && request.event.as_ref() != Some(wanted)
        {
            continue;
        }
        let what = OrderKind::Judge { request: reference.clone() };
        let amended = match (preview(&reader, &what, &register, &office), request) {
            (Ok(amended), Some(request)) => (amended, request),
            (Err(error), _) => {
                anstream::eprintln!("{} {reference} is not judged anew: {error}", paint::bad("error:"));
                code = ExitCode::FAILURE;
                continue;
            }
            (Ok(_), None) => continue,
        };
        let (amended, request) = amended;
        if let Some(by) = &by {
            order(&dir, what, by)?;
        }
        match context.json {
            true => anstream::println!("{}", as_json(&request, &amended, None, by.is_some())),
            false => show(&request, None, &amended),
        }
        shown += 1;
        // The next is judged with this one as it stands then.
        desk::absorb_amended(&mut register, &amended, Moment(Utc::now()));
    }
    if context.json {
        return Ok(code);
    }
    match shown {
        0 if options.changed => {
            anstream::println!("No request stands elsewhere than the rules in force would put it.")
        }
        0 => {}
        _ => tell(&dir, by.as_deref())?,
    }
    Ok(code)
}
