//! Arguments in, exit code out; nothing else.

use std::process::ExitCode;

/// Every process of ours allocates many small values for a short time; the C library's allocator took a sixth of the
/// processor time of a note. It serves SQLite and the parsers' C code as well.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|first| first == "worker") {
        return verbale::worker::serve();
    }
    verbale::cli::main()
}
