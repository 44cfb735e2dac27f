//! `verbale schema NAME`: the JSON Schema of a rule file, for editors' completion.

use std::process::ExitCode;

use crate::rules::schema;
use crate::rules::shape;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The rule file: checks, events, papers, priority, costs or cases; without it, what there is.
    #[arg(value_name = "NAME", value_parser = shape::FILES.iter().map(|file| file.name).collect::<Vec<_>>())]
    name: Option<String>,
}

pub(super) fn run(options: Options) -> anyhow::Result<ExitCode> {
    match options.name.as_deref().and_then(shape::file) {
        Some(file) => anstream::println!("{}", serde_json::to_string_pretty(&schema::of(file))?),
        None => {
            for file in &shape::FILES {
                anstream::println!("{:<9} {:<20} {}", file.name, file.path, file.doc);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
