//! The writer thread: it owns the connection, takes every job that waits, runs each in a savepoint of its own
//! inside one transaction, commits once, durably, and only then answers them all. While it commits, the next jobs
//! gather; so the more there is to do, the less a commit costs each. Without jobs it sleeps.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::Error;

/// Jobs that share one commit at most: a bound on the memory of one transaction and on the wait of its first job.
const JOBS_PER_COMMIT: usize = 256;

/// One job. `run` works on the connection, or not at all where the transaction has failed already; what it
/// returns answers the caller once the commit is known.
struct Job {
    writes: bool,
    run: Box<Run>,
}

type Run = dyn FnOnce(Result<&Connection, Error>) -> Ran + Send;
type Answer = dyn FnOnce(Result<(), Error>) + Send;

/// A job that ran.
struct Ran {
    fatal: Option<Error>,
    answer: Box<Answer>,
}

/// The handle to the thread. Dropping it lets the jobs that wait end, then closes the connection.
#[derive(Debug)]
pub(super) struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    commits: Arc<AtomicU64>,
}

impl Writer {
    /// Starts the thread. `held` lives as long as it does (the lock of the folder).
    pub fn start(db: Connection, held: impl Send + 'static) -> Result<Self, Error> {
        let (jobs, waiting) = channel();
        let commits = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&commits);
        let thread = std::thread::Builder::new().name("store".into()).spawn(move || {
            serve(&db, &waiting, &counted);
            // The connection closes (and tidies its files away) before the lock is given up.
            drop(db);
            drop(held);
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread), commits })
    }

    /// Durable commits so far.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Runs `work` in a savepoint of its own and waits for the commit that it shares with others. When `work`
    /// fails, only what it did is undone; when the disk fails, all that shares the commit is.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.submit(true, move |db| savepoint(db, work)).await
    }

    /// Runs `work`, which changes nothing.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.submit(false, work).await
    }

    async fn submit<T: Send + 'static>(
        &self,
        writes: bool,
        work: impl FnOnce(&Connection) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tell, told) = oneshot::channel();
        let run = Box::new(move |db: Result<&Connection, Error>| {
            let result = catch_unwind(AssertUnwindSafe(|| db.and_then(work)))
                .unwrap_or_else(|_| Err(Error::Broken("a panic while writing; nothing was changed".into())));
            let fatal = result.as_ref().err().filter(|e| e.is_fatal()).cloned();
            let answer: Box<Answer> = Box::new(move |commit| {
                let _ = tell.send(commit.and(result));
            });
            Ran { fatal, answer }
        });
        let gone = || Error::Broken("the writer thread has ended; start the daemon again".into());
        self.jobs.as_ref().ok_or_else(gone)?.send(Job { writes, run }).map_err(|_| gone())?;
        told.await.map_err(|_| gone())?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(db: &Connection, waiting: &Receiver<Job>, commits: &AtomicU64) {
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(JOBS_PER_COMMIT - 1));
        let writes = jobs.iter().any(|job| job.writes);
        let mut answers = Vec::with_capacity(jobs.len());
        let outcome = together(db, writes, jobs, &mut answers);
        if writes && outcome.is_ok() {
            commits.fetch_add(1, Ordering::Relaxed);
        }
        for answer in answers {
            answer(outcome.clone());
        }
    }
}

/// Runs `jobs` in one transaction. An error here means that nothing of any of them was changed.
fn together(
    db: &Connection,
    writes: bool,
    jobs: Vec<Job>,
    answers: &mut Vec<Box<Answer>>,
) -> Result<(), Error> {
    // IMMEDIATE: an officer's command may write from another process, and a lock taken late could be refused.
    let mut outcome = if writes { run_sql(db, "BEGIN IMMEDIATE") } else { Ok(()) };
    let begun = outcome.is_ok();
    for job in jobs {
        let ran = (job.run)(outcome.clone().map(|()| db));
        if let (Some(error), true) = (ran.fatal, outcome.is_ok()) {
            outcome = Err(error);
        }
        answers.push(ran.answer);
    }
    if !writes || !begun {
        return outcome;
    }
    outcome = outcome.and_then(|()| run_sql(db, "COMMIT"));
    // SQLite may have rolled back by itself (SQLITE_FULL, I/O errors).
    if outcome.is_err()
        && !db.is_autocommit()
        && let Err(error) = run_sql(db, "ROLLBACK")
    {
        tracing::error!(%error, "rollback failed");
    }
    outcome
}

/// Runs `work`; when it fails, what it changed is undone and nothing else.
pub(super) fn savepoint<T>(
    db: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    run_sql(db, "SAVEPOINT one")?;
    let result = catch_unwind(AssertUnwindSafe(|| work(db)))
        .unwrap_or_else(|_| Err(Error::Other("a panic while writing; this was not changed".into())));
    match &result {
        Ok(_) => run_sql(db, "RELEASE one")?,
        Err(error) if error.is_fatal() || db.is_autocommit() => {}
        Err(_) => {
            run_sql(db, "ROLLBACK TO one")?;
            run_sql(db, "RELEASE one")?;
        }
    }
    result
}

fn run_sql(db: &Connection, sql: &str) -> Result<(), Error> {
    db.prepare_cached(sql)?.execute([])?;
    Ok(())
}
