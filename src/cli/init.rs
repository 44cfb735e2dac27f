//! `verbale init DIR`: a fresh desk folder, the sample one of the migration fund or the blank one of a fund to be.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::{Context, paint};
use crate::folder::sample::{self, Which};
use crate::states::Language;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The folder to write; made if it does not exist, refused if it holds a desk already.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Write the desk of a fund to be: one meeting, and EDIT at what is to be put in its place.
    #[arg(long)]
    blank: bool,
    /// The languages of its letters, such as en,fr; English is always among them.
    #[arg(long, requires = "blank", value_delimiter = ',', value_name = "LANGUAGES")]
    languages: Vec<String>,
}

pub(super) fn run(_context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let dir = options.dir;
    anyhow::ensure!(
        !dir.join("desk.toml").exists(),
        "{} holds a desk already; name another folder, or remove it first",
        dir.display()
    );
    let which = if options.blank { Which::Blank(languages(&options.languages)?) } else { Which::Sample };
    let written = sample::write_desk(&dir, &which)?;
    let shown = dir.display();
    anstream::println!("{} {written} files in {shown}.\n", paint::good("Written:"));
    anstream::println!("Next:");
    let first = match which {
        Which::Sample => {
            format!("edit {shown}/desk.toml: the office, the mailbox, the sender, the relay, the start date")
        }
        Which::Blank(_) => {
            format!("edit every place in {shown} that is marked EDIT: desk.toml, rules/, then templates/")
        }
    };
    let mail = if options.blank { format!("{shown}/mail") } else { "MAIL".to_owned() };
    anstream::println!("  1. {first}");
    anstream::println!("  2. verbale check --desk {shown}");
    anstream::println!("  3. verbale try --desk {shown} {mail}");
    anstream::println!("     shows what a message would be answered");
    anstream::println!("  4. verbale run --desk {shown} --dry-run");
    anstream::println!("     shows what the mailbox would be answered, sends nothing");
    anstream::println!("  5. verbale run --desk {shown}");
    Ok(ExitCode::SUCCESS)
}

/// The languages named, with English.
fn languages(named: &[String]) -> anyhow::Result<BTreeSet<Language>> {
    let there = sample::languages();
    let mut wanted = BTreeSet::from([Language::En]);
    for code in named {
        let language = Language::from_code(code.trim()).filter(|language| there.contains(language));
        wanted.extend([language.with_context(|| {
            let there: Vec<&str> = there.iter().map(|language| language.code()).collect();
            format!(
                "there are no templates in `{code}`, only in {}; docs/templates.md says how to add a language",
                there.join(", ")
            )
        })?]);
    }
    Ok(wanted)
}
