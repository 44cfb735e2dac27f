//! Runs an outside tool as a child of this confined child, which hands its confinement down.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;

/// Why a tool gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It could not be started, or could not read its input.
    Unreadable,
    /// It was not done in time.
    Slow,
}

/// Runs `tool` on `input`, until `deadline`; at most `most` bytes of its output, and whether it ended well.
pub fn run(
    tool: &Path,
    arguments: &[&str],
    input: &[u8],
    most: usize,
    deadline: Instant,
) -> Result<(Vec<u8>, bool), Failure> {
    let mut command = Command::new(tool);
    // One thread to a tool: pages are read side by side, and threads of one page gain little.
    command.args(arguments).env_clear().env("OMP_THREAD_LIMIT", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    // The child's own standard error is nowhere already.
    command.stderr(Stdio::inherit());
    let mut child = command.spawn().map_err(|_| Failure::Unreadable)?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Failure::Unreadable);
    };
    std::thread::scope(|scope| {
        // A tool that stops reading breaks the pipe, which ends this thread; so does its death.
        scope.spawn(move || stdin.write_all(input));
        let (done, finished) = mpsc::channel();
        scope.spawn(move || {
            let mut out = Vec::new();
            let _ = stdout.take(most as u64).read_to_end(&mut out);
            let _ = done.send(out);
        });
        let out = finished.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        let full = out.as_ref().map_or(true, |out| out.len() >= most);
        if full {
            let _ = child.kill();
        }
        let status = child.wait();
        out.map(|out| (out, status.is_ok_and(|s| s.success()))).map_err(|_| Failure::Slow)
    })
}
