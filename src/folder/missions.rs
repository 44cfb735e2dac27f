//! `rules/missions.csv`: addresses and domains of record.

use crate::diagnostic::{Diagnostic, Source};
use crate::matching::MissionAddress;
use crate::states::table::rows::{Row, Table};
use crate::states::{Code, States};

const FILE: &str = "rules/missions.csv";
const COLUMNS: [&str; 5] = ["state", "domain", "address", "source", "seen_on"];

/// Domains of public mail services: anybody writes from there.
const PUBLIC: [&str; 44] = [
    "126.com",
    "139.com",
    "163.com",
    "aliyun.com",
    "bluewin.ch",
    "bol.com.br",
    "btinternet.com",
    "comcast.net",
    "daum.net",
    "foxmail.com",
    "free.fr",
    "freenet.de",
    "hanmail.net",
    "icloud.com",
    "inbox.ru",
    "laposte.net",
    "libero.it",
    "live.com",
    "live.fr",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "naver.com",
    "orange.fr",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "rediffmail.com",
    "rocketmail.com",
    "sfr.fr",
    "sina.com",
    "sohu.com",
    "t-online.de",
    "terra.com.br",
    "tutanota.com",
    "uol.com.br",
    "wanadoo.fr",
    "web.de",
    "ymail.com",
    "zoho.com",
];
/// Those that have a domain in many countries.
const PUBLIC_EVERYWHERE: [&str; 8] =
    ["aol", "gmail", "gmx", "googlemail", "hotmail", "outlook", "yahoo", "yandex"];

/// Whether `domain` is that of a public mail service.
fn is_public(domain: &str) -> bool {
    let country = |rest: &str| {
        let parts: Vec<&str> = rest.split('.').collect();
        parts.len() <= 2 && parts.iter().all(|part| (2..=3).contains(&part.len()))
    };
    PUBLIC.contains(&domain)
        || domain
            .split_once('.')
            .is_some_and(|(name, rest)| PUBLIC_EVERYWHERE.contains(&name) && country(rest))
}

/// From where missions write; nothing where there is no such file.
pub(super) fn read(sources: &[Source], states: &States) -> Result<Vec<MissionAddress>, Vec<Diagnostic>> {
    let Some(source) = sources.iter().find(|s| s.path == FILE) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let Some(table) = Table::new(source, &COLUMNS, &mut found) else { return Err(found) };
    let rows = table.rows(&mut found);
    let missions = rows.iter().filter_map(|row| mission(row, states, &mut found)).collect();
    if found.is_empty() { Ok(missions) } else { Err(found) }
}

fn mission(row: &Row<'_>, states: &States, found: &mut Vec<Diagnostic>) -> Option<MissionAddress> {
    let field = |column| row.get(column).trim();
    let (state, domain, address) =
        (field("state"), field("domain").to_lowercase(), field("address").to_lowercase());
    row.date("seen_on", found);
    let Some(code) = Code::new(state).filter(|code| states.get(*code).is_some()) else {
        found.push(
            row.error("state", "unknown-state", format!("`{state}` is no State of rules/states.csv"))
                .help("write its ISO 3166-1 alpha-3 code, such as KEN"),
        );
        return None;
    };
    if domain.is_empty() == address.is_empty() || !(address.is_empty() || address.contains('@')) {
        found.push(
            row.error("state", "mission", "a row needs either a domain, or an address with @").help(
                "write: KEN,mission.example,,source,2026-01-31   or: KEN,,office@mission.example,source,2026-01-31",
            ),
        );
        return None;
    }
    if is_public(&domain) {
        found.push(
            row.error(
                "domain",
                "public-mail",
                format!("{domain} is a public mail service: anybody writes from there"),
            )
            .help(format!("enter the one address: {state},,NAME@{domain},source,seen_on")),
        );
        return None;
    }
    Some(MissionAddress { state: code, domain, address })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_mail_is_told_from_the_domains_of_missions() {
        for domain in ["gmail.com", "yahoo.co.uk", "yahoo.fr", "hotmail.com", "mail.ru", "163.com", "gmx.net"]
        {
            assert!(is_public(domain), "{domain}");
        }
        for domain in [
            "",
            "mission.example",
            "yahoo.mission.example",
            "outlook.gov.example",
            "mfa.gov.ke",
            "gmail.kenya.example",
        ] {
            assert!(!is_public(domain), "{domain}");
        }
    }
}
