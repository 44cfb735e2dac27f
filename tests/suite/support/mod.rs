//! Servers that the tests talk to: scripted ones, and private instances of real ones.

pub mod dovecot;
pub mod postfix;
pub mod smtp_relay;
pub mod smtp_script;
