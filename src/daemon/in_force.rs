//! The desk folder in force: which it is at the start, how a saved one takes its place, what is saved meanwhile.
//!
//! Saving is not acting: what staff save is checked and told, and comes into force only by an order (or SIGHUP), whole
//! or not at all. A restart changes nothing of that: the folder in force is kept in the store.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::daemon::day::NOTICE_GAP;
use crate::daemon::{Shared, line};
use crate::desk::Notice;
use crate::diagnostic::{Diagnostic, Severity};
use crate::folder::{self, Desk, Settings, Stamps};
use crate::rehearsal::{self, Flip, Side, Wish};
use crate::store::{self, Reader, RulingId, Store};

/// Who put the first folder of a store in force.
pub(super) const START: &str = "start";

/// Between two looks at the saved folder, in ticks of the day.
const LOOK_EVERY: u32 = 2;

/// The desk to start with: the folder in force where the store knows one, else the saved one, and whether that is new.
pub(super) fn at_start(store: &Store, saved: Desk) -> anyhow::Result<(Desk, bool)> {
    let Some(in_force) = store.reader()?.in_force()? else { return Ok((saved, true)) };
    if in_force.office == saved.office.hash {
        return Ok((saved, false));
    }
    match of_store(&store.reader()?, saved.settings.clone()) {
        Ok(Some(desk)) => {
            let ordered = store.reader()?.waiting_take_over()?;
            if ordered.is_none_or(|(office, _)| office != saved.office.hash) {
                tracing::warn!(
                    in_force = %desk.office.hash, saved = %saved.office.hash,
                    "the saved desk folder is not in force: `verbale reload` puts it in force"
                );
            }
            Ok((desk, false))
        }
        Ok(None) => Ok((saved, true)),
        Err(why) => {
            tracing::error!(%why, "the folder in force cannot be used by this program; the saved one takes its place");
            Ok((saved, true))
        }
    }
}

/// The desk by the folder in force, where the saved one has mistakes: the last good one, with the settings of today.
/// None where the store knows none.
///
/// # Errors
/// Why it cannot be used.
pub fn last_good(settings: Settings) -> Result<Option<Desk>, String> {
    match Reader::open(&settings.store) {
        Ok(reader) => of_store(&reader, settings),
        Err(_) => Ok(None),
    }
}

fn of_store(reader: &Reader, settings: Settings) -> Result<Option<Desk>, String> {
    let told = |error: store::Error| error.to_string();
    let Some(in_force) = reader.in_force().map_err(told)? else { return Ok(None) };
    let Some(kept) = reader.kept_office(&in_force.office).map_err(told)? else { return Ok(None) };
    let office = folder::open_kept(&kept, &[]).map_err(|found| first(&found))?;
    let templates = kept.files.iter().filter(|file| file.path.starts_with("templates/")).count();
    Ok(Some(Desk { office, settings, kept, notices: Vec::new(), templates }))
}

/// What the saved folder is, beside the one in force.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Saved {
    InForce,
    Checks(String),
    Broken(usize, String),
}

/// The folder in force and the watch over the saved one.
pub(super) struct InForce {
    shared: Shared,
    dir: PathBuf,
    desk: watch::Sender<Arc<Desk>>,
    ticks: u32,
    /// The files as they were at the last look, and as they were when they were checked.
    seen: Stamps,
    checked: Option<Stamps>,
    told: Saved,
    /// What staff should hear of the saved folder, when the last notice is old enough.
    owed: Option<Notice>,
    last_notice: Option<DateTime<Utc>>,
}

impl InForce {
    pub fn new(shared: Shared, dir: PathBuf, desk: watch::Sender<Arc<Desk>>) -> Self {
        Self {
            shared,
            dir,
            desk,
            ticks: 0,
            seen: Stamps::default(),
            checked: None,
            told: Saved::InForce,
            owed: None,
            last_notice: None,
        }
    }

    /// Looks whether something was saved, checks it, and says what staff should hear: of many edits in a row only
    /// what is so at the end of each gap between letters.
    pub async fn look(&mut self, now: DateTime<Utc>) -> Vec<Notice> {
        self.ticks = (self.ticks + 1) % LOOK_EVERY;
        if self.ticks == 0 {
            let stamps = Stamps::of(&self.dir);
            // Editors and copies write in steps: only what was the same at two looks is checked.
            if stamps != self.seen {
                self.seen = stamps;
            } else if self.checked.as_ref() != Some(&stamps) {
                self.checked = Some(stamps);
                self.check().await;
            }
        }
        let due = self.last_notice.is_none_or(|last| now - last >= NOTICE_GAP);
        match self.owed.take_if(|_| due) {
            Some(notice) => {
                self.last_notice = Some(now);
                vec![notice]
            }
            None => Vec::new(),
        }
    }

    async fn check(&mut self) {
        let (dir, desk) = (self.dir.clone(), self.desk.borrow().clone());
        let same = tokio::task::spawn_blocking(move || folder::is_kept(&dir, &desk.kept)).await;
        let loaded = match same {
            Ok(true) => return self.tell(Saved::InForce),
            _ => self.load().await,
        };
        let saved = match loaded {
            Some(Ok(desk)) if desk.office.hash == self.desk.borrow().office.hash => Saved::InForce,
            Some(Ok(desk)) => Saved::Checks(desk.office.hash),
            Some(Err(found)) => Saved::Broken(errors(&found), first(&found)),
            None => return,
        };
        self.tell(saved);
    }

    /// What the log and staff should hear of it, once.
    fn tell(&mut self, saved: Saved) {
        if saved == self.told {
            return;
        }
        self.owed = match &saved {
            Saved::InForce => {
                tracing::info!("the saved desk folder is the one in force");
                None
            }
            Saved::Checks(hash) => {
                tracing::warn!(saved = %hash, "the desk folder was saved, checks, and is not in force");
                let words = "The desk folder was saved and checks; it is NOT in force. `verbale rehearse` shows what it \
                             would change, `verbale reload` puts it in force.";
                Some(Notice { kind: "rules-saved".into(), words: words.into() })
            }
            Saved::Broken(errors, first) => {
                tracing::error!(errors, %first, "the desk folder was saved with mistakes; the one in force stays");
                let words = format!(
                    "The desk folder was saved with {errors} mistake(s), first {first}. The folder in force stays. Run \
                     `verbale check`."
                );
                Some(Notice { kind: "rules-broken".into(), words })
            }
        };
        self.told = saved;
    }

    /// The saved folder, loaded beside the loops; none when that ended early.
    async fn load(&self) -> Option<Result<Desk, Vec<Diagnostic>>> {
        let dir = self.dir.clone();
        match tokio::task::spawn_blocking(move || folder::load(&dir)).await {
            Ok(loaded) => Some(loaded),
            Err(error) => {
                tracing::error!(%error, "the desk folder could not be loaded");
                None
            }
        }
    }

    /// Puts the saved folder in force by the order of `by` if it checks; else the last good one stays, loudly. With
    /// `wanted`, only if it is still the folder of this hash.
    pub async fn take_over(&mut self, by: &str, wanted: Option<&str>) {
        let before = self.desk.borrow().clone();
        let Some(loaded) = self.load().await else { return };
        let desk = match loaded {
            Ok(desk) => desk,
            Err(found) => {
                for diagnostic in &found {
                    tracing::error!(file = %diagnostic.file, code = diagnostic.code, "{}", diagnostic.message);
                }
                let words = format!(
                    "The desk folder has {} mistake(s) and was NOT put in force; the last good one stays. Run `verbale \
                     check`.",
                    errors(&found)
                );
                return self.refuse(words).await;
            }
        };
        let hash = desk.office.hash.clone();
        if wanted.is_some_and(|wanted| wanted != hash) {
            let words = "The desk folder was edited after `verbale reload` had shown it, and was NOT put in force. Run \
                         `verbale reload` again.";
            return self.refuse(words.into()).await;
        }
        if desk.settings.store != before.settings.store {
            let words = "desk.toml names another store, and was NOT put in force; stop and start verbale to change it.";
            return self.refuse(words.into()).await;
        }
        if hash != before.office.hash {
            // Durable first: no message is judged by a folder that is not kept.
            let put =
                self.shared.store.put_in_force(desk.kept.clone(), desk.office.all_zones(), by, Utc::now());
            if let Err(error) = put.await {
                return self
                    .refuse(format!("The desk folder could not be kept, and was NOT put in force: {error}"))
                    .await;
            }
        }
        tracing::info!(office = %hash, before = %before.office.hash, %by, "the desk folder is in force");
        self.desk.send_replace(Arc::new(desk));
        self.told = Saved::InForce;
        self.owed = None;
        self.list_flipped().await;
    }

    async fn refuse(&self, words: String) {
        tracing::error!("{words}");
        let notice = Notice { kind: "rules-refused".into(), words };
        let noted = self.shared.store.note(vec![line(store::Event::OfficeRefused)]).await;
        if let (Err(error), _) | (_, Err(error)) =
            (noted, self.shared.store.add_notices(vec![notice], Utc::now()).await)
        {
            tracing::warn!(%error, "the refused reload could not be written down");
        }
    }

    /// Lists for a person the open requests that the folder in force would put elsewhere. None of them is decided anew.
    pub async fn list_flipped(&self) {
        let (store, desk) = (self.shared.store.clone(), self.desk.borrow().clone());
        let now = Utc::now();
        let found = tokio::task::spawn_blocking(move || flipped(&store, &desk, now)).await;
        let listed = match found {
            Ok(Ok((flips, seen))) => {
                let words = flips.iter().map(|flip| (flip.reference.clone(), words(flip))).collect();
                self.shared.store.list_flipped(words, seen, now).await.map(|()| flips.len())
            }
            Ok(Err(error)) => Err(error),
            Err(error) => Err(store::Error::Other(format!("the comparison ended early: {error}"))),
        };
        match listed {
            Ok(0) => {}
            Ok(n) => tracing::warn!(
                requests = n,
                "open requests stand elsewhere than the rules in force would put them"
            ),
            Err(error) => {
                tracing::warn!(%error, "the open requests could not be compared with the rules in force")
            }
        }
    }
}

/// The open requests that stand elsewhere than `desk` would put them, and the last ruling of which that knows.
fn flipped(store: &Store, desk: &Desk, now: DateTime<Utc>) -> Result<(Vec<Flip>, RulingId), store::Error> {
    let side = Side { office: &desk.office, kept: &desk.kept };
    let open_on = Some(desk.office.zone.date_of(now));
    let wish = Wish { open_on, without_letters: true, threads: 1 };
    let reader = store.reader()?;
    let seen = reader.ruled_until()?;
    Ok((rehearsal::of_store(&reader, side, side, &wish)?.flips, seen))
}

fn words(flip: &Flip) -> String {
    let by = if flip.rules.is_empty() { String::new() } else { format!(" ({})", flip.rules.join(", ")) };
    format!(
        "It stands {}; by the rules in force it would be {}{by}. Nothing was decided anew: `verbale requests judge {}` \
         does it; close this to leave it as it stands.",
        flip.stands.as_str(),
        flip.would.as_str(),
        flip.reference
    )
}

fn errors(found: &[Diagnostic]) -> usize {
    found.iter().filter(|d| d.severity == Severity::Error).count()
}

/// The first mistake with its file.
fn first(found: &[Diagnostic]) -> String {
    let first = found.iter().find(|d| d.severity == Severity::Error);
    first.map_or_else(|| "unknown".to_owned(), |d| format!("{}: {}", d.file, d.message))
}
