//! Messages that lie in files, opened by the confined children.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::{DateTime, SubsecRound, Utc};
use futures_util::StreamExt as _;

use crate::cli::paint;
use crate::message::{Digest, Message, Receipt, ReceivedFrom};
use crate::office::Policy;
use crate::worker::Workers;

/// A message of a file, as the children gave it.
pub(super) struct Opened {
    pub path: PathBuf,
    pub message: Message,
    pub receipt: Receipt,
    /// Above the desk's `max_message`.
    pub too_large: bool,
    /// How long the children took, waiting for a free one included.
    pub opening: Duration,
}

/// Messages that are opened at a time where nobody says otherwise: one for each core.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// The number of an option `--jobs`.
pub(super) fn jobs(word: &str) -> Result<usize, String> {
    match word.parse() {
        Ok(jobs @ 1..=256) => Ok(jobs),
        _ => Err("a number from 1 to 256".to_owned()),
    }
}

/// Opens many, side by side, and returns them by moment of receipt. One that cannot be read is told and left out, and
/// makes `code` a failure.
pub(super) fn all(
    files: Vec<PathBuf>,
    policy: &Policy,
    workers: &Workers,
    received: Option<DateTime<Utc>>,
    runtime: &tokio::runtime::Runtime,
    code: &mut ExitCode,
) -> Vec<Opened> {
    let now = Utc::now();
    let answers = futures_util::stream::iter(files)
        .map(|path| open(path, policy, workers, received, now))
        .buffered(cores())
        .collect::<Vec<_>>();
    let mut opened = Vec::new();
    for answer in runtime.block_on(answers) {
        match answer {
            Ok(one) => opened.push(one),
            Err(error) => {
                anstream::eprintln!("{} {error:#}", paint::bad("error:"));
                *code = ExitCode::FAILURE;
            }
        }
    }
    opened.sort_by(|a, b| (a.receipt.received, &a.path).cmp(&(b.receipt.received, &b.path)));
    opened
}

/// Opens the message in `path`, received at `received` or as its headers say.
///
/// # Errors
/// When the file cannot be read, or no child can be started.
pub(super) async fn open(
    path: PathBuf,
    policy: &Policy,
    workers: &Workers,
    received: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> anyhow::Result<Opened> {
    let raw = std::fs::read(&path).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
    let too_large = u64::try_from(raw.len())? > policy.max_message;
    let sha256 = Digest::of(&raw);
    let size = u64::try_from(raw.len())?;
    let started = Instant::now();
    let message = workers.extract(raw).await?;
    let opening = started.elapsed();
    let (received, received_from) = moment(&message, received, policy, now);
    let receipt = Receipt { sha256, size, received: received.trunc_subsecs(0), received_from };
    Ok(Opened { path, message, receipt, too_large, opening })
}

/// The moment of receipt of a message that lies in a file: the option, else the topmost Received line (of a trusted
/// relay where the desk names any and one is there), else now.
fn moment(
    message: &Message,
    option: Option<DateTime<Utc>>,
    policy: &Policy,
    now: DateTime<Utc>,
) -> (DateTime<Utc>, ReceivedFrom) {
    let lines = &message.headers.received;
    let trusted = lines.iter().find(|l| policy.trusted_relays.contains(&l.by)).and_then(|l| l.at);
    let top = trusted.or_else(|| lines.first().and_then(|l| l.at));
    match (option, top) {
        (Some(at), _) => (at, ReceivedFrom::Option),
        (None, Some(at)) => (at, ReceivedFrom::ReceivedHeader),
        (None, None) => (now, ReceivedFrom::Now),
    }
}
