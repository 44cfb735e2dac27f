//! What `verbale try` shows of several messages.

use super::{on, root, said};

/// The first of two notes about one request was shown as it stood before the second.
#[test]
fn each_request_is_shown_as_it_stands_at_the_end() {
    let mails = root().join("tests/cases/walk/007-stranger-second-note");
    let shown = said(&on(root(), &["try", mails.to_str().unwrap()]));
    assert!(shown.contains("GCM-2017-0001, of an earlier message, now stands held"), "{shown}");
    let short = said(&on(root(), &["try", "--short", mails.to_str().unwrap()]));
    let first = short.lines().find(|line| line.contains("1-first.eml")).unwrap();
    assert!(first.contains("held"), "{short}");
    let words = short.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("registered before 2-second.eml"), "{short}");
}
