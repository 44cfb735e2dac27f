//! The binary: for now only the hidden command that confined children run.

fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).is_some_and(|a| a == "worker") {
        return verbale::worker::serve();
    }
    std::process::ExitCode::from(2)
}
