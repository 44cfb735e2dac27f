//! One test program; one file for each module of `src`, with the same names. Unit tests stand beside their code.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod support;

mod architecture;
mod broken;
mod carriers;
mod corpus;
mod delivery;
mod desks;
mod documents;
mod e2e;
mod hostile;
mod mailbox;
mod meetings;
mod mutation;
mod mutations;
mod notes;
mod rehearse;
mod scans;
mod schema;
mod traps;
mod walk;
mod worker;
