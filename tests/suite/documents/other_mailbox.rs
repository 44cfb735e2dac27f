//! A store whose mail came from another mailbox, as docs/operations.md says under "A trial without servers".

use super::{blank, edit, mails, on, place, said, without_servers};

#[test]
fn a_store_of_another_mailbox_sends_nothing_without_consent() {
    let (_folder, dir) = place();
    blank(&dir);
    without_servers(&dir);
    let note = mails().join("03-no-certificate.eml");
    std::fs::copy(&note, dir.join("trial/Maildir/new/1")).unwrap();
    let letters = || std::fs::read_dir(dir.join("trial/letters")).map_or(0, Iterator::count);
    assert!(on(&dir, &["run", "--once"]).status.success());
    let sent = letters();
    for folder in ["new", "cur", "tmp"] {
        std::fs::create_dir_all(dir.join("live/Maildir").join(folder)).unwrap();
    }
    std::fs::copy(mails().join("06-late.eml"), dir.join("live/Maildir/new/2")).unwrap();
    edit(&dir, "desk.toml", "trial/Maildir", "live/Maildir");
    let refused = on(&dir, &["run", "--once"]);
    let words = said(&refused);
    assert!(!refused.status.success() && letters() == sent, "{words}");
    assert!(words.contains("trial/Maildir") && words.contains("live/Maildir"), "{words}");
    assert!(words.contains("--other-mailbox"), "{words}");
    let consented = on(&dir, &["run", "--once", "--other-mailbox", "--by", "A. Duro"]);
    assert!(consented.status.success() && letters() > sent, "{}", said(&consented));
    let journal = said(&on(&dir, &["journal"]));
    assert!(journal.contains("mailbox-accepted") && journal.contains("A. Duro"), "{journal}");
    // From then on it is the mailbox of the store.
    let again = on(&dir, &["run", "--once"]);
    assert!(again.status.success(), "{}", said(&again));
}
