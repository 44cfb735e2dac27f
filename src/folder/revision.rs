//! Files of a desk folder from its history, by git itself: nothing is checked out, and the folder is not touched.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// The files below `dir` as the revision `name` has them: path relative to `dir`, bytes.
///
/// # Errors
/// What git says, in one line.
pub(super) fn files(dir: &Path, name: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let listed = git(dir)
        .args(["ls-tree", "-r", "-z", "--end-of-options", name])
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if !listed.status.success() {
        let words = String::from_utf8_lossy(&listed.stderr);
        let words = words.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
        return Err(format!("the revision `{name}` cannot be read: {words}"));
    }
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    // "MODE blob OBJECT\tPATH"
    let blobs: Vec<(&str, &str)> = listed
        .split('\0')
        .filter_map(|entry| entry.split_once('\t'))
        .filter_map(|(about, path)| {
            let mut about = about.split(' ').skip(1);
            (about.next() == Some("blob")).then_some((about.next()?, path))
        })
        .filter(|(_, path)| {
            *path == "desk.toml" || path.starts_with("rules/") || path.starts_with("templates/")
        })
        .collect();
    contents(dir, &blobs).map_err(|error| format!("the revision `{name}` cannot be read: {error}"))
}

/// The bytes of objects, by one process.
fn contents(dir: &Path, blobs: &[(&str, &str)]) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut child =
        git(dir).args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let (Some(mut input), Some(output)) = (input, output) else {
        return Err(std::io::ErrorKind::BrokenPipe.into());
    };
    let mut output = std::io::BufReader::new(output);
    let mut files = Vec::with_capacity(blobs.len());
    for (object, path) in blobs {
        // One at a time: neither side ever waits for the other with a full pipe.
        writeln!(input, "{object}")?;
        input.flush()?;
        let mut head = String::new();
        std::io::BufRead::read_line(&mut output, &mut head)?;
        let size: usize = head
            .trim_end()
            .rsplit(' ')
            .next()
            .and_then(|size| size.parse().ok())
            .ok_or_else(|| std::io::Error::other(format!("git says `{}`", head.trim_end())))?;
        let mut bytes = vec![0; size];
        output.read_exact(&mut bytes)?;
        output.read_exact(&mut [0])?;
        files.push(((*path).to_owned(), bytes));
    }
    drop(input);
    child.wait()?;
    Ok(files)
}

fn git(dir: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(dir).stderr(Stdio::piped());
    git
}
