//! What it costs to judge one request by the checks of the sample desk, with the words of every finding.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use divan::Bencher;
use divan::black_box;
use verbale::calendar::Moment;
use verbale::folder;
use verbale::rules::{Facts, Known, judge};

fn main() {
    divan::main();
}

fn situations() -> [Facts; 3] {
    let met = Facts::meeting_all();
    let mut late = met.clone();
    late.note.received = "2017-08-19T04:00:00Z".parse().unwrap();
    late.note.received_spread = (late.note.received, late.note.received);
    let mut unknown = met.clone();
    unknown.note.form = Known::Doubtful;
    unknown.event = Default::default();
    unknown.request.travellers = Known::Missing;
    [met, late, unknown]
}

#[divan::bench(args = ["met", "late", "unknown"])]
fn one_request(bencher: Bencher, situation: &str) {
    let desk = folder::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let [met, late, unknown] = situations();
    let facts = match situation {
        "met" => met,
        "late" => late,
        _ => unknown,
    };
    let moment = Moment("2017-08-20T00:00:00Z".parse().unwrap());
    bencher.bench(|| judge(black_box(&facts), &desk.office.rulebook, moment));
}
