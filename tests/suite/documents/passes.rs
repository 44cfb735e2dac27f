//! The messages of one pass are handled in the order of receipt, whatever the mailbox calls them and however long one takes
//! to open.

use std::path::Path;

use super::answers::objects;
use super::{blank, mails, on, place, said, without_servers};

/// A note with so large a text beside it that those received later are opened before it.
fn slow(mail: &str) -> String {
    let (start, rest) = mail.split_once("boundary=\"").unwrap();
    let boundary = rest.split('"').next().unwrap();
    let end = format!("--{boundary}--");
    let text = "The delegation of the coastal State spoke in the general debate.\n".repeat(30_000);
    let part = format!(
        "--{boundary}\nContent-Type: text/plain; charset=\"utf-8\"\nContent-Disposition: attachment; \
         filename=\"statement.txt\"\n\n{text}\n{end}"
    );
    assert!(mail.contains(&end) && start.contains("multipart"));
    mail.replace(&end, &part)
}

/// Names in the opposite order of receipt, the first of them slow.
fn deliver(dir: &Path) {
    let mut names: Vec<_> = std::fs::read_dir(mails()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for (place, path) in names.iter().enumerate() {
        let mail = std::fs::read_to_string(path).unwrap();
        let mail = if place == 0 { slow(&mail) } else { mail };
        std::fs::write(dir.join("trial/Maildir/new").join(format!("{}", 9 - place)), mail).unwrap();
    }
}

#[test]
fn references_are_given_in_the_order_of_receipt() {
    let (_folder, dir) = place();
    blank(&dir);
    without_servers(&dir);
    deliver(&dir);
    let wanted: Vec<String> = (1..=6).map(|n| format!("NEW-2018-{n:04}")).collect();
    // The table is in the order of receipt.
    let dry = on(&dir, &["run", "--dry-run"]);
    assert!(dry.status.success(), "{}", said(&dry));
    let table = String::from_utf8_lossy(&dry.stdout).into_owned();
    let found: Vec<&str> =
        table.match_indices("NEW-2018-").filter_map(|(at, _)| table.get(at..at + 13)).collect();
    assert_eq!(found, wanted, "{table}");
    assert!(table.contains("(America/New_York)") && table.contains("2018-02-12 10:00"), "{table}");
    assert!(table.contains("mission@norway.example"), "{table}");
    assert!(on(&dir, &["run", "--once"]).status.success());
    let given: Vec<_> = objects(&dir, &["--json", "requests"])
        .iter()
        .map(|request| request["reference"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(given, wanted);
}
