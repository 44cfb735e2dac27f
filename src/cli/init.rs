//! `verbale init DIR`: a fresh desk folder, the sample one of the migration fund.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{Context, paint};
use crate::folder::sample;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The folder to write; made if it does not exist, refused if it holds a desk already.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

pub(super) fn run(_context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let dir = options.dir;
    anyhow::ensure!(
        !dir.join("desk.toml").exists(),
        "{} holds a desk already; name another folder, or remove it first",
        dir.display()
    );
    let written = sample::write(&dir)?;
    let shown = dir.display();
    anstream::println!("{} {written} files in {shown}.\n", paint::good("Written:"));
    anstream::println!("Next:");
    anstream::println!(
        "  1. edit {shown}/desk.toml: the office, the mailbox, the sender, the relay, the start date"
    );
    anstream::println!("  2. verbale check --desk {shown}");
    anstream::println!(
        "  3. verbale run --desk {shown} --dry-run     shows what would be answered, sends nothing"
    );
    anstream::println!("  4. verbale run --desk {shown}");
    Ok(ExitCode::SUCCESS)
}
