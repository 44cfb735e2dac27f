//! The steps (fetch, desk, post, day) and the loops that only wait.
//!
//! ```text
//!  fetch ── T1 keep ──▶ store ──▶ desk ── T2 settle ──▶ store ──▶ post ── T3 book, send, T4 close
//!                                    ▲ day: orders, notices, reload, disk, silence
//! ```
//! Each loop calls its step, then waits for work, a clock or the end. All that must survive a crash is in the
//! store before the next step may see it; the process may be killed between any two lines.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use crate::delivery;
use crate::folder::Desk;
use crate::mailbox::reconnect_pause;
use crate::store::{self, Store};
use crate::worker::Workers;

mod day;
mod desk;
mod fetch;
mod in_force;
mod post;

pub use desk::{Refused, by_order};
pub use in_force::last_good;

/// The longest pause before a full or failing disk is tried again.
const LONGEST_STORE_PAUSE: Duration = Duration::from_secs(10);

/// How a daemon is to run.
#[derive(Debug, Clone)]
pub struct Mode {
    /// Ends when the mailbox has been read to its end, everything is settled and nothing is due.
    pub once: bool,
    /// Books and sends nothing.
    pub silent: bool,
    /// Who ordered to go on with a store whose mail came from another mailbox.
    pub other_mailbox: Option<String>,
    /// Our own program, for the confined children.
    pub program: PathBuf,
    /// Confined children at the same time.
    pub workers: usize,
}

/// How a daemon ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The mailbox was read to its end at least once.
    Read,
    /// It was told to end before the mailbox had been read.
    Unread,
}

/// What the loops share.
#[derive(Clone)]
struct Shared {
    store: Store,
    /// The desk folder in force; a reload replaces it whole.
    desk: watch::Receiver<Arc<Desk>>,
    /// Something was kept, or a pass ended: the desk has work.
    kept: Arc<Notify>,
    /// Something was settled or released: the post has work.
    due: Arc<Notify>,
    /// A request was judged anew by order: others may stand elsewhere than the rules in force would put them.
    ruled: Arc<Notify>,
    /// A pass over the mailbox ended.
    passed: watch::Sender<Option<fetch::Passed>>,
    /// Ends every loop.
    end: CancellationToken,
}

/// Runs the daemon in `dir` until `end` is cancelled (or, with [`Mode::once`], until nothing is left to do).
/// `reload` is told by SIGHUP.
///
/// # Errors
/// The store cannot be opened, or a loop failed in a way that it could not mend. With [`Mode::once`], too: the mailbox
/// cannot be read.
pub async fn run(
    dir: PathBuf,
    desk: Desk,
    mode: Mode,
    reload: Arc<Notify>,
    end: CancellationToken,
) -> anyhow::Result<Ended> {
    let Some(opened) = open(&desk.settings.store, &end).await? else { return Ok(Ended::Unread) };
    same_mailbox(&opened.store, &desk, mode.other_mailbox.clone()).await?;
    let Some(desk) = begin(&opened.store, desk, &end).await? else { return Ok(Ended::Unread) };
    tracing::info!(store = %desk.settings.store.display(), office = %desk.office.hash, "verbale starts");
    let workers = Workers::new(mode.program.clone(), desk.settings.limits.clone(), mode.workers);
    let (desk_in_force, desk) = watch::channel(Arc::new(desk));
    let (passed, pass_seen) = watch::channel(None);
    let shared = Shared {
        store: opened.store.clone(),
        desk,
        kept: Arc::new(Notify::new()),
        due: Arc::new(Notify::new()),
        ruled: Arc::new(Notify::new()),
        passed,
        end: end.child_token(),
    };
    let mut force = in_force::InForce::new(shared.clone(), dir, desk_in_force);
    orders_first(&shared, &mut force).await?;
    let mut loops = tokio::task::JoinSet::new();
    loops.spawn(fetch::run(shared.clone(), mode.once));
    loops.spawn(desk::run(shared.clone(), workers, opened.register, opened.secret.clone(), mode.once));
    loops.spawn(day::run(shared.clone(), force, reload, opened.secret));
    if !mode.silent {
        loops.spawn(post::run(shared.clone()));
    }
    if mode.once {
        loops.spawn(until_idle(shared.clone(), pass_seen, mode.silent));
    }
    // The first loop that ends takes the others with it: a daemon that works by halves would be worse than none.
    let mut failure = None;
    while let Some(ended) = loops.join_next().await {
        shared.end.cancel();
        match ended {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failure = failure.or(Some(error)),
            Err(error) => {
                failure = failure.or(Some(anyhow::anyhow!("a loop of the daemon panicked: {error}")))
            }
        }
    }
    // On a full disk the line is missing; the daemon ends in good order all the same.
    if let Err(error) = shared.store.note(vec![line(store::Event::Stopped)]).await {
        tracing::warn!(%error, "the end could not be written down");
    }
    let read = shared.passed.borrow().as_ref().is_some_and(|passed| passed.succeeded.is_some());
    failure.map_or(Ok(if read { Ended::Read } else { Ended::Unread }), Err)
}

/// Refuses a store whose mail came from another mailbox: letters of a trial on files that wait in it would go to those in
/// whose name its invented notes were written. With consent the store goes on as that of this mailbox.
async fn same_mailbox(store: &Store, desk: &Desk, consent: Option<String>) -> anyhow::Result<()> {
    let account = desk.settings.mailbox.account();
    let by = match store.account().await? {
        Some(before) if before == account => return Ok(()),
        Some(before) if consent.is_none() => anyhow::bail!(
            "the mail in the store {} came from {before}, and the mailbox is {account} now: nothing is fetched and nothing is \
             sent. If a trial wrote that store, delete it or set another `path` under [store] in desk.toml; if the mailbox \
             only moved, run once with `--other-mailbox`, and the letters that are due there go out",
            desk.settings.store.display()
        ),
        Some(_) => consent,
        None => None,
    };
    match store.accept(account, by, Utc::now()).await {
        // On a full disk it is written down at the next start.
        Ok(()) | Err(store::Error::Full) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Finds the folder in force and writes down that the daemon began; on a full disk waits. None when the daemon is told
/// to end meanwhile.
async fn begin(store: &Store, saved: Desk, end: &CancellationToken) -> anyhow::Result<Option<Desk>> {
    let (desk, newly) = in_force::at_start(store, saved)?;
    let mut failures = 0;
    while !end.is_cancelled() {
        let written = match newly {
            true => {
                store
                    .put_in_force(desk.kept.clone(), desk.office.all_zones(), in_force::START, Utc::now())
                    .await
            }
            false => store.keep_zones(desk.office.all_zones()).await,
        };
        let noted = match written {
            Ok(()) => store.note(vec![line(store::Event::Started)]).await,
            Err(error) => Err(error),
        };
        match noted {
            Ok(()) => return Ok(Some(desk)),
            Err(error) => failures = wait_for_space(error, failures, end).await?,
        }
    }
    Ok(None)
}

/// What officers ordered while no daemon ran is done before mail is looked at: it is judged by the rules that they put
/// in force, not by those before.
async fn orders_first(shared: &Shared, force: &mut in_force::InForce) -> anyhow::Result<()> {
    let mut failures = 0;
    while !shared.end.is_cancelled() {
        match day::carry_out_orders(shared, force, Utc::now()).await {
            Ok(()) => break,
            Err(error) => failures = wait_for_space(error, failures, &shared.end).await?,
        }
    }
    Ok(())
}

/// Opens the store; on a full disk waits until there is space, as everything else does. None when the daemon is told
/// to end meanwhile.
async fn open(dir: &Path, end: &CancellationToken) -> anyhow::Result<Option<store::Opened>> {
    let mut failures = 0;
    while !end.is_cancelled() {
        match store::Store::open(dir, Utc::now()) {
            Ok(opened) => return Ok(Some(opened)),
            Err(error) => failures = wait_for_space(error, failures, end).await?,
        }
    }
    Ok(None)
}

/// Waits when `error` is the full disk; any other error is handed back.
async fn wait_for_space(
    error: store::Error,
    failures: u32,
    end: &CancellationToken,
) -> Result<u32, store::Error> {
    if error != store::Error::Full {
        return Err(error);
    }
    tracing::error!(%error, "nothing can be done until there is space; waiting");
    tokio::select! {
        () = tokio::time::sleep(store_pause(failures + 1)) => {}
        () = end.cancelled() => {}
    }
    Ok(failures + 1)
}

/// Ends the daemon when the mailbox was read to its end, everything is settled and nothing is due; where the mailbox
/// cannot be read, when what was kept before is settled, with an error that says why.
async fn until_idle(
    shared: Shared,
    mut passed: watch::Receiver<Option<fetch::Passed>>,
    silent: bool,
) -> anyhow::Result<()> {
    let mut idle = tokio::time::interval(Duration::from_millis(20));
    while !shared.end.is_cancelled() {
        idle.tick().await;
        let (complete, why) = match passed.borrow_and_update().as_ref() {
            Some(pass) => (pass.error.is_none(), pass.error.clone().filter(|_| pass.given_up)),
            None => (false, None),
        };
        if (complete || why.is_some()) && shared.store.is_idle(Utc::now(), silent).await? {
            if let Some(why) = why {
                anyhow::bail!(
                    "the mailbox could not be read: {why}. Mend that, or [mailbox] in desk.toml, and run it again; \
                     nothing in the mailbox was lost or changed"
                );
            }
            break;
        }
    }
    Ok(())
}

/// A line of the journal about the desk as a whole.
fn line(event: store::Event) -> store::Entry {
    store::Entry::of_desk(Utc::now(), event)
}

/// Waits for `pause`, or less when the daemon ends.
async fn rest(shared: &Shared, pause: Duration) {
    tokio::select! {
        () = tokio::time::sleep(pause) => {}
        () = shared.end.cancelled() => {}
    }
}

/// The pause after the `failures`-th failure in a row of anything that will mend itself.
fn pause_after(failures: u32) -> Duration {
    reconnect_pause(failures)
}

/// The pause after the `failures`-th failure in a row of the store: a disk is asked sooner than a far server, so that
/// work goes on soon after there is space.
fn store_pause(failures: u32) -> Duration {
    pause_after(failures).min(LONGEST_STORE_PAUSE)
}

/// The couriers' settings of the desk in force.
fn delivery_settings(shared: &Shared) -> delivery::Settings {
    shared.desk.borrow().settings.delivery.clone()
}
