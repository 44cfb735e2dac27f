//! One test program; one file for each module of `src`, with the same names. Unit tests stand beside their code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod architecture;
mod e2e;
mod support;
