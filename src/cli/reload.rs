//! `verbale reload`: checks the desk folder, then tells the running daemon to take it over.

use std::process::ExitCode;

use rustix::process::{Pid, Signal, kill_process};

use crate::cli::{Context, check, paint};
use crate::store;

pub(super) fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let desk = context.load()?;
    check::print(&context.desk, &desk.notices, context.json);
    let store = &desk.settings.store;
    let daemon = store::daemon_pid(store)?.and_then(|pid| Pid::from_raw(i32::try_from(pid).ok()?));
    let Some(pid) = daemon else {
        anyhow::bail!(
            "no daemon runs on the store {}; the folder is used at its next start",
            store.display()
        );
    };
    kill_process(pid, Signal::HUP)?;
    anstream::println!(
        "{} The daemon (process {}) was told to take it over; `verbale journal` shows that it did.",
        paint::good("The desk folder is in order."),
        pid.as_raw_nonzero()
    );
    Ok(ExitCode::SUCCESS)
}
