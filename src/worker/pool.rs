//! The pool: who gets a child, how long it may take, and what becomes of a message that its child did not survive.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;

use crate::message::{Message, Paper, Trouble};

use super::frame::{self, Request};
use super::{Confinement, Limits, Trial};

/// How long a child may take to confine itself and say hello; generous, because a loaded host starts slowly.
const START: Duration = Duration::from_secs(15);
/// A child without work for so long is ended.
const IDLE: Duration = Duration::from_secs(30);

/// A pool of confined children of our own binary. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Workers {
    inner: Arc<Inner>,
    /// Where tools such as `pdftotext` are looked for.
    folders: Arc<Vec<PathBuf>>,
}

#[derive(Debug)]
struct Inner {
    program: PathBuf,
    limits: Limits,
    /// One per child that may exist; waiting callers are served in the order of asking.
    seats: Semaphore,
    /// One per page that may be recognised at the same time.
    cores: Semaphore,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<(Instant, Worker)>,
    /// Process ids of the children that have said hello, at work or idle.
    living: BTreeSet<u32>,
    /// Whether the task that ends idle children runs.
    swept: bool,
}

/// One child. Dropping it, also in the middle of a message, kills it and its tools.
#[derive(Debug)]
struct Worker {
    child: Child,
    pid: u32,
    input: ChildStdin,
    output: ChildStdout,
    buffer: Vec<u8>,
    confinement: Confinement,
    pool: Weak<Inner>,
}

/// Why a child gave no answer.
enum Lost {
    Died,
    Slow,
}

impl Workers {
    /// A pool of up to `size` children of `program` (our own binary, which knows the hidden `worker` command).
    /// Children start when first needed and end after a while without work. Tools are looked for along `PATH`.
    pub fn new(program: PathBuf, limits: Limits, size: usize) -> Self {
        let folders =
            std::env::var_os("PATH").map(|p| std::env::split_paths(&p).collect()).unwrap_or_default();
        let inner = Inner {
            program,
            limits,
            seats: Semaphore::new(size.clamp(1, 256)),
            cores: Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)),
            state: Mutex::new(State::default()),
        };
        Self { inner: Arc::new(inner), folders: Arc::new(folders) }
    }

    /// Looks for outside tools in `folders` instead of along `PATH`; with none, PDFs are read by a built-in crate.
    #[must_use]
    pub fn tools_in(mut self, folders: Vec<PathBuf>) -> Self {
        self.folders = Arc::new(folders);
        self
    }

    /// Process ids of the children that have said hello, at work or idle.
    pub fn children(&self) -> Vec<u32> {
        self.inner.state().living.iter().copied().collect()
    }

    /// Opens one raw message with all its papers. A message that kills or stalls its child comes back with
    /// `troubles` (`parser-died`, `too-slow`) and whatever could be had; other messages are not delayed.
    ///
    /// A message whose child died is tried once more in a fresh one (the child may have been killed for another
    /// reason), then its mail alone, with the papers left closed.
    ///
    /// # Errors
    /// Only when no child can be started at all: try again later.
    pub async fn extract(&self, raw: Vec<u8>) -> Result<Message, io::Error> {
        self.extract_telling(raw, || {}).await
    }

    /// [`Self::extract`], which calls `scanning` when everything but the scans of the message was opened: these take long.
    ///
    /// # Errors
    /// Those of [`Self::extract`].
    pub async fn extract_telling(
        &self,
        raw: Vec<u8>,
        scanning: impl FnOnce() + Send,
    ) -> Result<Message, io::Error> {
        if raw.len() > frame::MAX_REQUEST {
            return Ok(troubled(Message::default(), "too-large"));
        }
        let message = self.open(&raw).await?;
        match message.papers.iter().filter(|p| waits(p)).map(|p| p.page_count.max(1)).sum() {
            0 => Ok(message),
            pages => {
                scanning();
                self.read_scans(message, raw, pages).await
            }
        }
    }

    /// Opens `raw` without reading the scans in it.
    async fn open(&self, raw: &[u8]) -> Result<Message, io::Error> {
        let _seat = self.inner.seats.acquire().await.map_err(io::Error::other)?;
        let time = self.inner.limits.time;
        let mut lost = match self.ask(Request::Message, raw, time, true).await? {
            Ok(message) => return Ok(message),
            Err(lost) => lost,
        };
        if matches!(lost, Lost::Died) {
            lost = match self.ask(Request::Message, raw, time, false).await? {
                Ok(message) => return Ok(message),
                Err(lost) => lost,
            };
        }
        let (code, paper, words) = match lost {
            Lost::Died => {
                ("parser-died", "damaged", "This file was left closed because the message broke its reader.")
            }
            Lost::Slow => (
                "too-slow",
                "too-slow",
                "This file was left closed because the message took too long to read.",
            ),
        };
        let mut message = self
            .ask(Request::MailOnly, raw, time.min(Duration::from_secs(5)), false)
            .await?
            .unwrap_or_default();
        for paper_left in &mut message.papers {
            paper_left.trouble = Some(Trouble { code: paper.to_owned(), words: words.to_owned() });
        }
        Ok(troubled(message, code))
    }

    /// Reads the `pages` scanned pages of a message that was opened before, on as many cores as are free, at least
    /// one. It waits for a core of its own, so that messages without scans pass it by. What was opened before is never
    /// lost: it comes back with the reason why its scans were not read.
    async fn read_scans(&self, opened: Message, raw: Vec<u8>, pages: u32) -> Result<Message, io::Error> {
        let inner = &self.inner;
        let mut cores = inner.cores.acquire().await.map_err(io::Error::other)?;
        let mut lanes = 1_u8;
        // Two for a page that is alone: its halves are read side by side, and take two cores whether they are free or not.
        while u32::from(lanes) < pages.clamp(2, u32::from(u8::MAX))
            && let Ok(another) = inner.cores.try_acquire()
        {
            cores.merge(another);
            lanes += 1;
        }
        let mut request = Vec::with_capacity(raw.len() + 1);
        request.push(lanes);
        request.extend_from_slice(&raw);
        drop(raw);
        let time = inner.limits.time + inner.limits.scan_time;
        let words = match self.ask(Request::Scans, &request, time, true).await? {
            Ok(message) => return Ok(message),
            Err(Lost::Slow) => "This scan took too long to read: read it by hand.",
            Err(Lost::Died) => "This scan broke its reader: read it by hand.",
        };
        let mut message = opened;
        for paper in message.papers.iter_mut().filter(|p| waits(p)) {
            paper.trouble = Some(Trouble { code: "too-slow".to_owned(), words: words.to_owned() });
        }
        Ok(message)
    }

    /// One request to one child, which goes back to the pool only after a whole answer.
    async fn ask(
        &self,
        request: Request,
        raw: &[u8],
        time: Duration,
        used: bool,
    ) -> Result<Result<Message, Lost>, io::Error> {
        let rested = if used { self.inner.state().idle.pop() } else { None };
        let mut worker = match rested {
            Some((_, worker)) => worker,
            None => Worker::start(&self.inner, &self.folders).await?,
        };
        let Ok(answer) = tokio::time::timeout(time, worker.exchange(request, raw)).await else {
            return Ok(Err(Lost::Slow));
        };
        let Ok(tag) = answer else { return Ok(Err(Lost::Died)) };
        let json = worker.buffer.get(frame::HEAD..).unwrap_or_default();
        let Ok(message) = serde_json::from_slice(json) else { return Ok(Err(Lost::Died)) };
        if tag == frame::ANSWER {
            self.give_back(worker);
        }
        Ok(Ok(message))
    }

    fn give_back(&self, worker: Worker) {
        let mut state = self.inner.state();
        state.idle.push((Instant::now(), worker));
        if !std::mem::replace(&mut state.swept, true) {
            tokio::spawn(sweep(Arc::downgrade(&self.inner)));
        }
    }
}

/// Ends children that have been idle for long, and itself when none is left.
async fn sweep(pool: Weak<Inner>) {
    let _last_resort = Swept(pool.clone());
    loop {
        tokio::time::sleep(IDLE / 3).await;
        let Some(inner) = pool.upgrade() else { return };
        let mut state = inner.state();
        let (rested, kept) =
            std::mem::take(&mut state.idle).into_iter().partition(|(since, _)| since.elapsed() > IDLE);
        let rested: Vec<(Instant, Worker)> = rested;
        state.idle = kept;
        let done = state.idle.is_empty();
        state.swept = !done;
        drop(state);
        drop(rested);
        if done {
            return;
        }
    }
}

/// Lets the next child start a new sweeper when the runtime that ran this one ends.
struct Swept(Weak<Inner>);

impl Drop for Swept {
    fn drop(&mut self) {
        if let Some(inner) = self.0.upgrade() {
            let mut state = inner.state();
            if state.idle.is_empty() {
                state.swept = false;
            }
        }
    }
}

/// Whether a paper holds scans that were found and not read.
fn waits(paper: &Paper) -> bool {
    paper.trouble.as_ref().is_some_and(|t| t.code == super::pdf::WAITS)
}

fn troubled(mut message: Message, code: &str) -> Message {
    message.troubles.push(code.to_owned());
    message
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Worker {
    async fn start(pool: &Arc<Inner>, folders: &[PathBuf]) -> io::Result<Self> {
        let mut command = Command::new(&pool.program);
        command.arg("worker").args(pool.limits.arguments());
        for name in ["pdftotext", "tesseract"] {
            if let Some(path) = super::tool(folders, name) {
                command.arg(format!("{name}={}", path.display()));
            }
        }
        // No environment, no terminal, no folder, a process group of its own: nothing of ours is within reach.
        command.env_clear().current_dir("/").process_group(0).kill_on_drop(true);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let streams = (child.id(), child.stdin.take(), child.stdout.take());
        let (Some(pid), Some(input), Some(output)) = streams else {
            return Err(io::Error::other("a worker started without its pipes"));
        };
        let mut worker = Self {
            child,
            pid,
            input,
            output,
            buffer: Vec::new(),
            confinement: Confinement::default(),
            pool: Arc::downgrade(pool),
        };
        let hello = tokio::time::timeout(START, frame::receive(&mut worker.output, &mut worker.buffer)).await;
        match hello {
            Ok(Ok(frame::HELLO)) => {
                worker.confinement =
                    serde_json::from_slice(worker.buffer.get(frame::HEAD..).unwrap_or_default())?;
                pool.state().living.insert(pid);
                Ok(worker)
            }
            _ => Err(io::Error::other(format!("{} does not answer as a worker", pool.program.display()))),
        }
    }

    async fn exchange(&mut self, request: Request, raw: &[u8]) -> io::Result<u8> {
        frame::send(&mut self.input, request.tag(), raw).await?;
        frame::receive(&mut self.output, &mut self.buffer).await
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.upgrade() {
            pool.state().living.remove(&self.pid);
        }
        // The id is still ours: the child has not been waited for.
        if self.child.id().is_some()
            && let Some(group) = i32::try_from(self.pid).ok().and_then(rustix::process::Pid::from_raw)
        {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
    }
}

/// What is in force on this host, found by trying it in a child of `program`.
pub async fn confinement(program: &Path) -> Confinement {
    match prove(program).await {
        Ok((mut confinement, trials)) => {
            let file = |t: &&Trial| matches!(t.what.as_str(), "read-passwd" | "write-tmp");
            let open = |t: &&Trial| !t.refused;
            if confinement.landlock && trials.iter().filter(file).any(|t| open(&t)) {
                confinement.landlock = false;
                confinement.missing.push("landlock is on but files could still be opened".to_owned());
            }
            if confinement.seccomp && trials.iter().any(|t| t.what == "open-socket" && !t.refused) {
                confinement.seccomp = false;
                confinement.missing.push("seccomp is on but a socket could still be opened".to_owned());
            }
            confinement
        }
        Err(error) => Confinement {
            landlock: false,
            seccomp: false,
            missing: vec![format!("no confined child could be started ({error})")],
        },
    }
}

/// What a child of `program` tried against its confinement, and how it fared.
///
/// # Errors
/// When no child can be started, or it does not answer.
pub async fn trials(program: &Path) -> io::Result<Vec<Trial>> {
    Ok(prove(program).await?.1)
}

async fn prove(program: &Path) -> io::Result<(Confinement, Vec<Trial>)> {
    let workers = Workers::new(program.to_owned(), Limits::default(), 1);
    let mut worker = Worker::start(&workers.inner, &workers.folders).await?;
    tokio::time::timeout(START, worker.exchange(Request::Trials, &[])).await??;
    let trials = serde_json::from_slice(worker.buffer.get(frame::HEAD..).unwrap_or_default())?;
    Ok((worker.confinement.clone(), trials))
}
