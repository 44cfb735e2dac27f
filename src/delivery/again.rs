//! When a letter is tried again, and when no more.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::Verdict;
use super::verdict::one_line;
use crate::store::End;

/// The pause before the second attempt, where desk.toml says nothing else (`[delivery] retry`).
pub const RETRY: Duration = Duration::from_secs(30);

/// Pauses grow up to this.
const LONGEST_PAUSE: Duration = Duration::from_secs(4 * 3600);

/// The pause before attempt `attempt + 1`: `first`, then longer, four hours in the end. Deterministic: one desk does
/// not crowd a relay, and a test can say when the next attempt is due.
pub fn pause(attempt: u32, first: Duration) -> Duration {
    let times = match attempt {
        0 | 1 => 1,
        2 => 2,
        3 => 4,
        4 => 10,
        5 => 20,
        6 => 40,
        7 => 80,
        8 => 120,
        9 => 240,
        _ => 480,
    };
    first.saturating_mul(times).min(LONGEST_PAUSE.max(first))
}

/// How long a letter is tried before it is held for a person.
pub const GIVE_UP: Duration = Duration::from_secs(3 * 24 * 3600);

/// Attempts that a letter gets at least, however old it is: one that waited for its release, or for a desk that was
/// switched off, is not held at its first greylisting. The tenth comes four and a half hours after the first.
const AT_LEAST: u32 = 10;

/// How attempt `attempt` (from 1) of a letter of `written` ends at `now`, and the words to keep with it. `first`: the
/// pause before the second attempt.
pub fn next(
    verdict: &Verdict,
    attempt: u32,
    first: Duration,
    written: DateTime<Utc>,
    now: DateTime<Utc>,
) -> (End, String) {
    let words = verdict.words();
    match verdict {
        Verdict::Delivered(_) => (End::Delivered, words.to_owned()),
        Verdict::Never(_) => (End::Never, words.to_owned()),
        Verdict::Later(_) => {
            let age = (now - written).to_std().unwrap_or_default();
            if age >= GIVE_UP && attempt >= AT_LEAST {
                return (
                    End::Never,
                    one_line(&format!("given up after {attempt} attempts; the last: {words}"), &[]),
                );
            }
            let pause = TimeDelta::from_std(pause(attempt, first)).unwrap_or_default();
            (End::Later { next: now + pause }, words.to_owned())
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_four_hours_and_stay() {
        let pauses: Vec<u64> = (1..=12).map(|n| pause(n, RETRY).as_secs()).collect();
        assert_eq!(pauses, [30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 14400, 14400, 14400]);
        assert_eq!(pause(u32::MAX, RETRY).as_secs(), 14400);
        let seconds = Duration::from_secs;
        assert_eq!((pause(1, seconds(1)), pause(4, seconds(1))), (seconds(1), seconds(10)));
        assert_eq!(
            pause(3, seconds(20_000)),
            seconds(20_000),
            "a desk may want longer pauses from the start"
        );
    }

    #[test]
    fn attempts_end_by_verdict_age_and_number() {
        let written = DateTime::from_timestamp(1_750_000_000, 0).unwrap();
        let later = Verdict::Later("450 4.2.0 wait".into());
        let hours = |h| written + TimeDelta::hours(h);
        assert_eq!(
            next(&later, 1, RETRY, written, written).0,
            End::Later { next: written + TimeDelta::seconds(30) }
        );
        assert_eq!(next(&later, 20, RETRY, written, hours(71)).0, End::Later { next: hours(75) });
        let (end, words) = next(&later, 28, RETRY, written, hours(72));
        assert_eq!(
            (end, words.as_str()),
            (End::Never, "given up after 28 attempts; the last: 450 4.2.0 wait")
        );
        assert!(matches!(next(&later, 1, RETRY, written, hours(2000)).0, End::Later { .. }), "released late");
        assert!(
            matches!(next(&later, 1, RETRY, written, hours(-5)).0, End::Later { .. }),
            "a clock set back"
        );
        assert_eq!(next(&Verdict::Delivered("ok".into()), 30, RETRY, written, hours(100)).0, End::Delivered);
        assert_eq!(
            next(&Verdict::Never("550 no".into()), 1, RETRY, written, written),
            (End::Never, "550 no".into())
        );
    }
}
