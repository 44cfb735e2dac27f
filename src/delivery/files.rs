//! A folder instead of a relay: for the demo, for trying a desk out, and for programs that fetch letters as files.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use sha2::{Digest, Sha256};

/// The file name of a letter: its Message-ID where that is harmless as a file name, else the harmless part of it and
/// the beginning of its SHA-256, so that two letters never share a file.
pub(super) fn name(message_id: &str) -> String {
    let harmless = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '@' | '+' | '=');
    let mut name: String = message_id.chars().take(120).map(|c| if harmless(c) { c } else { '_' }).collect();
    if name.starts_with(['.', '-']) {
        name.insert(0, '_');
    }
    if name != message_id || name.is_empty() {
        name.push('~');
        for byte in Sha256::digest(message_id.as_bytes()).iter().take(8) {
            let _ = write!(name, "{byte:02x}");
        }
    }
    name.push_str(".eml");
    name
}

/// Writes a letter whole or not at all; the same letter again replaces its own file. Readable by the desk's user and
/// group only. Returns the file's name.
///
/// # Errors
/// Whatever the file system says; the letter's file is then as it was before.
pub(super) fn write(folder: &Path, message_id: &str, bytes: &[u8]) -> io::Result<String> {
    let name = name(message_id);
    fs::create_dir_all(folder)?;
    // A fixed name: what a killed process left is overwritten by the next attempt and never piles up.
    let part = folder.join(format!(".{name}.part"));
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o640).open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, folder.join(&name))?;
        File::open(folder)?.sync_all()
    })();
    if let Err(error) = written {
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_stay_in_the_folder_and_apart() {
        assert_eq!(name("ab12.receipt@desk.example"), "ab12.receipt@desk.example.eml");
        for id in ["", ".", "..", "../x@y", "a/b@c", ".hidden@x", "-rf", "ü@x", "a\0b", &"x".repeat(500)] {
            let name = name(id);
            assert!(
                !name.starts_with(['.', '-']) && !name.contains(['/', '\0']) && name.len() < 200,
                "{name}"
            );
        }
        assert_ne!(name("a/b@c"), name("a_b@c"));
        assert_ne!(name("a/b@c"), name("a:b@c"));
    }
}
