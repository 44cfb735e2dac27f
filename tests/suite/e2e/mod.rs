//! The daemon end to end, as a child process, against a relay and a mailbox that fail. The normal run takes the short
//! form; `VERBALE_LONG=1` the form of the acceptance (200 kills, 500 notes, 10,000 old mails). Figures are printed
//! (`cargo test --test suite e2e -- --nocapture`), never asserted.

mod disk;
mod first_contact;
mod hostile;
mod kills;
mod loops;
mod in_force;
mod relay;
mod running;
