//! A desk folder on disk → [`crate::office::Office`] and [`Settings`], or diagnostics.
