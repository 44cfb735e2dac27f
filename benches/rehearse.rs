//! What a rehearsal over a large store costs, and a check of a desk with 500 events and 200 rules.
//!
//! The store has 2,000 requests (with `-- --test` 100); `VERBALE_REQUESTS=100000 cargo bench --bench rehearse` gives the figure that is
//! promised (at most 15 s and 300 MiB). Each edit is rehearsed by the program itself, so that its memory is its own.
//! `VERBALE_EDITS=event,letter` rehearses only edits whose names hold one of these words; `VERBALE_FILLED=DIR` keeps the
//! filled store in DIR and takes it up again in a later run.
//! Time of the processor stands beside time on the clock: on a machine that does other work too, only the first tells.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

#[path = "../tests/suite/support/generated.rs"]
mod generated;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use verbale::folder;

fn main() {
    // `-- --test`: that it runs at all.
    let smoke = std::env::args().any(|argument| argument == "--test");
    let few = if smoke { 100 } else { 2000 };
    let requests = std::env::var("VERBALE_REQUESTS").ok().and_then(|n| n.parse().ok()).unwrap_or(few);
    let own = tempfile::tempdir_in(".").unwrap();
    let dir = std::env::var_os("VERBALE_FILLED").map_or_else(|| own.path().to_owned(), PathBuf::from);
    let desk = dir.join(format!("desk-{requests}"));
    if !desk.exists() {
        let half = dir.join(format!("filling-{requests}"));
        generated::desk(&half, 500, 200);
        let loaded = folder::load(&half).unwrap_or_else(|found| panic!("{found:?}"));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let begun = Instant::now();
        runtime.block_on(generated::fill(&half.join("var"), &loaded, requests));
        println!("{requests} requests stored in {:.1} s", begun.elapsed().as_secs_f32());
        std::fs::rename(half, &desk).unwrap();
    }
    let wanted = std::env::var("VERBALE_EDITS").unwrap_or_default();
    if wanted.is_empty() {
        check(&desk);
    }
    let edit = |name: &str, file: &str, change: &dyn Fn(String) -> String| {
        if !wanted.split(',').any(|word| name.contains(word)) {
            return;
        }
        let path = desk.join(file);
        let before = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, change(before.clone())).unwrap();
        rehearse(name, &desk);
        std::fs::write(&path, before).unwrap();
    };
    edit("nothing", "rules/checks.toml", &|text| text);
    edit("a comment", "rules/checks.toml", &|text| text + "\n# later\n");
    edit("one deadline", "rules/events.toml", &|text| {
        text.replacen(
            "number = 7\n",
            "number = 7\ndeadline = { date = 2018-01-01, source = \"a new circular\" }\n",
            1,
        )
    });
    edit("the general deadline", "rules/events.toml", &|text| {
        text.replace("deadline_days = 21", "deadline_days = 14")
    });
    edit("a new event", "rules/events.toml", &|text| {
        text + "\n[[event]]\nid = \"new\"\nprocess = \"NEW\"\nseries = [\"new meeting\"]\nnumber = 1\n\
                title = { en = \"New meeting\" }\nstart = 2030-01-01\nend = 2030-01-02\nplace = \"vienna\"\n\
                covered = \"yes\"\ncoverage_source = \"a new circular\"\n"
    });
    edit("one word of a letter", "templates/acknowledgement.en.txt", &|text| {
        text.replacen("acknowledge", "confirm", 1) + "\nPS.\n"
    });
    // No note bears it: they are looked through, and none is read anew.
    edit("another name of a State", "rules/names.csv", &|text| text + "KEN,en,alias,Kenyaland,,,the bench\n");
    // Every note bears it, and is read twice: this has no bound but the time that reading takes.
    if requests <= 2000 || wanted.contains("name in every note") {
        edit("a name in every note", "rules/names.csv", &|text| {
            text + "KEN,en,alias,Amina Korvale,,,the bench\n"
        });
    }
}

/// The median of loading and checking the folder, examples and templates included.
fn check(desk: &Path) {
    let mut times: Vec<(Duration, Duration)> = (0..9)
        .map(|_| {
            let (begun, busy) = (Instant::now(), busy());
            assert!(folder::load(desk).is_ok());
            (begun.elapsed(), self::busy() - busy)
        })
        .collect();
    times.sort_unstable();
    let (clock, busy) = (times[4].0.as_secs_f32() * 1000.0, times[4].1.as_secs_f32() * 1000.0);
    println!("check of 500 events and 200 rules: {clock:.0} ms in the median, {busy:.0} ms of a processor");
}

/// Time that this thread had on a processor.
fn busy() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

fn rehearse(name: &str, desk: &Path) {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .arg("--json")
        .arg("--desk")
        .arg(desk)
        .arg("rehearse")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        use std::io::BufRead as _;
        let mut lines = std::io::BufReader::new(output).lines();
        let summary = lines.next().unwrap().unwrap();
        (summary, 1 + lines.count())
    });
    let (mut peak, mut ticks) = (0, 0);
    let status = loop {
        // Fields 14 and 15: hundredths of a second in the program and in the system.
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
        ticks = ticks.max(fields.filter_map(|n| n.parse::<u64>().ok()).sum());
        let text = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = text.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or_default();
        peak = peak.max(line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0_u64));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let (summary, lines) = reader.join().unwrap();
    let summary: serde_json::Value = serde_json::from_str(&summary).unwrap();
    let summary = &summary["summary"];
    println!(
        "{name}: {:.1} s, {:.1} s of processors, {} MiB, exit {:?}; {} flips, {} changes, {} letters, {lines} lines",
        begun.elapsed().as_secs_f32(),
        ticks as f32 / 100.0,
        peak / 1024,
        status.code(),
        summary["flips"],
        summary["changes"],
        summary["letters"],
    );
}
