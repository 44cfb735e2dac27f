//! Verbale reads the notes verbales that ask a fund for travel support, judges them by rules that
//! staff keep in text files, and answers them.
//!
//! The modules below stand in reading order, and **a module may use only those declared above it**
//! (`tests/suite/architecture.rs` enforces it). `docs/architecture.md` tells the walk in prose.
//!
//! The first half is the core: values in, values out. No file, socket, clock, randomness or `async`
//! there; what should happen is a value, [`desk::Outcome`], and the edges carry it out.

// ---- core: pure, cannot fail, or fails only when loading ----
pub mod diagnostic;
pub mod calendar;
pub mod states;
pub mod message;
pub mod reading;
pub mod register;
pub mod matching;
pub mod rules;
pub mod letter;
pub mod office;
pub mod desk;

// ---- edges: effects, Result, async ----
pub mod worker;
pub mod store;
pub mod mailbox;
pub mod delivery;
pub mod folder;
pub mod rehearsal;
pub mod daemon;
pub mod cli;
