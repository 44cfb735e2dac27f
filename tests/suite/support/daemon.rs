//! The daemon as a child process, and how it ends.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::desk::{Desk, PROGRAM};
use super::{patience, until};

/// `verbale run` on a desk. Dropping it kills it.
pub struct Daemon {
    child: Child,
    log: PathBuf,
}

impl Daemon {
    pub fn start(desk: &Desk) -> Self {
        Self::start_program(Path::new(PROGRAM), desk)
    }

    /// The program from another file.
    pub fn start_program(program: &Path, desk: &Desk) -> Self {
        let log = desk.around().join("log");
        let file: File = OpenOptions::new().create(true).append(true).open(&log).unwrap();
        let child = Command::new(program)
            .args(["run", "--desk"])
            .arg(&desk.dir)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .unwrap();
        Self { child, log }
    }

    /// The end of the log, for messages of failed tests.
    pub fn log(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(25)..].join("\n")
    }

    /// Kills the children that live now, and returns how many those were.
    pub fn kill_workers(&self) -> usize {
        let children = children(self.child.id());
        for (pid, _) in &children {
            if let Some(pid) = i32::try_from(*pid).ok().and_then(Pid::from_raw) {
                // It may have ended by itself.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
        children.len()
    }

    /// Waits until `done` while the daemon runs; a daemon that ends meanwhile fails the test.
    #[track_caller]
    pub fn until(&mut self, what: &str, mut done: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !done() {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "{what}: the daemon ended ({ended:?}):\n{}", self.log());
            assert!(begun.elapsed() < patience(), "waited in vain: {what}\n{}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// SIGTERM, and waits for the end. One that has only just begun is given the time to take signals: before that it
    /// ends by the signal, as every program does.
    pub fn stop(mut self) -> ExitStatus {
        let pid = self.child.id();
        until("the daemon takes SIGTERM", || takes(pid, Signal::TERM));
        self.signal(Signal::TERM);
        self.ended()
    }

    /// Waits for the end of a daemon that was told, or cannot help, to end.
    #[track_caller]
    pub fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        until("the daemon ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    /// SIGKILL. It is stopped first, so that the list of its children is whole; returns when they are gone too, the
    /// kernel having ended them.
    pub fn kill(mut self) {
        self.signal(Signal::STOP);
        let children = children(self.child.id());
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        until("the workers end with their daemon", || {
            children.iter().all(|(pid, began)| start_of(*pid) != Some(*began))
        });
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether the process handles `signal`, or has ended.
fn takes(pid: u32, signal: Signal) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let Some(caught) = status.lines().find_map(|l| l.strip_prefix("SigCgt:")) else { return true };
    u64::from_str_radix(caught.trim(), 16).unwrap() & (1 << (signal.as_raw() - 1)) != 0
        || stat(pid).is_none_or(|f| f[0] == "Z")
}

/// Fields of /proc/PID/stat after the name: state, parent, ...
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let fields = text.rsplit_once(") ")?.1;
    Some(fields.split(' ').map(str::to_owned).collect())
}

/// When a process that still runs began; a dead one that nobody waited for has ended.
fn start_of(pid: u32) -> Option<u64> {
    let fields = stat(pid)?;
    if fields[0] == "Z" { None } else { fields[19].parse().ok() }
}

/// Children of a process, with their time of start.
fn children(parent: u32) -> Vec<(u32, u64)> {
    let all = std::fs::read_dir("/proc").unwrap();
    let pids = all.flatten().filter_map(|e| e.file_name().to_str()?.parse::<u32>().ok());
    pids.filter(|pid| stat(*pid).is_some_and(|f| f[1] == parent.to_string()))
        .filter_map(|pid| Some((pid, start_of(pid)?)))
        .collect()
}
