//! `verbale init DIR`: a fresh desk folder, the sample one of the migration fund or the blank one of a fund to be.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{Context, paint};
use crate::folder::sample::{self, Which};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The folder to write; made if it does not exist, refused if it holds a desk already.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Write the desk of a fund to be: one meeting, and EDIT at what is to be put in its place.
    #[arg(long)]
    blank: bool,
}

pub(super) fn run(_context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let dir = options.dir;
    anyhow::ensure!(
        !dir.join("desk.toml").exists(),
        "{} holds a desk already; name another folder, or remove it first",
        dir.display()
    );
    let which = if options.blank { Which::Blank } else { Which::Sample };
    let written = sample::write_desk(&dir, which)?;
    let shown = dir.display();
    anstream::println!("{} {written} files in {shown}.\n", paint::good("Written:"));
    anstream::println!("Next:");
    let first = match which {
        Which::Sample => {
            format!("edit {shown}/desk.toml: the office, the mailbox, the sender, the relay, the start date")
        }
        Which::Blank => format!("edit every place in {shown} that is marked EDIT: desk.toml, then rules/"),
    };
    anstream::println!("  1. {first}");
    anstream::println!("  2. verbale check --desk {shown}");
    anstream::println!(
        "  3. verbale try --desk {shown} MAIL          shows what a message would be answered"
    );
    anstream::println!(
        "  4. verbale run --desk {shown} --dry-run     shows what the mailbox would be answered, sends nothing"
    );
    anstream::println!("  5. verbale run --desk {shown}");
    Ok(ExitCode::SUCCESS)
}
