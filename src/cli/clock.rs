//! Moments as the desk's clock shows them, the same in all tables: letters speak of the desk's days, and so do these.
//! `--json` stays in UTC.

use chrono::{DateTime, Utc};

use crate::calendar::Zone;
use crate::office::Particulars;
use crate::store::Reader;

/// The clock of the desk in force.
pub(super) struct Clock(Zone);

impl Clock {
    /// By the zone of the folder in force, as the store keeps it; UTC where it knows none.
    pub fn of(reader: &Reader) -> Self {
        let zone = || {
            let in_force = reader.in_force().ok()??;
            let kept = reader.kept_office(&in_force.office).ok()??;
            let particulars: Particulars = serde_json::from_str(&kept.particulars).ok()?;
            let zones = reader.kept_zones(&Default::default()).ok()?;
            zones.into_iter().find(|zone| zone.name == particulars.zone)
        };
        Self(zone().unwrap_or_else(Zone::utc))
    }

    /// By the zone of this folder.
    pub fn in_zone(zone: &Zone) -> Self {
        Self(zone.clone())
    }

    /// UTC, where there is no store.
    pub fn utc() -> Self {
        Self(Zone::utc())
    }

    /// The zone's name.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// `2017-08-18 23:59`
    pub fn minute(&self, at: DateTime<Utc>) -> String {
        self.0.local(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// `2017-08-18 23:59:59`
    pub fn second(&self, at: DateTime<Utc>) -> String {
        self.0.local(at).format("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// `2017-08-18 23:59:59 America/New_York`
    pub fn told(&self, at: DateTime<Utc>) -> String {
        format!("{} {}", self.second(at), self.name())
    }

    /// `Friday 18 August 2017, 23:59 America/New_York`
    pub fn day(&self, at: DateTime<Utc>) -> String {
        format!("{} {}", self.0.local(at).format("%A %-d %B %Y, %H:%M"), self.name())
    }
}
