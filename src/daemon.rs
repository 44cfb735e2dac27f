//! The steps (fetch, desk, post, day) and the loops that only wait.
