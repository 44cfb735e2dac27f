//! What a paper is, by its words.

use super::*;

#[test]
fn zones_for_machines_and_account_numbers_are_told_by_their_form() {
    let passport = "Passport\nP<ZMBMULENGA<<THANDIWE<<<<<<<<<<<<<<<<<<<<<<<\nZN123456<0ZMB8001014F2701012<<<<<<<<<<<<<<04";
    assert_eq!(machine_readable(passport), Some(PaperKind::Passport));
    assert_eq!(machine_readable("V<UTOERIKSSON«ANNA<MARIA<<<<<<<<<<<<<"), Some(PaperKind::Visa));
    assert_eq!(machine_readable("PERMANENT MISSION OF THE REPUBLIC OF ZAMBIA"), None);
    assert!(has_iban("Account: DE89 3704 0044 0532 0130 00 (EUR)"));
    assert!(!has_iban("Account: DE89 3704 0044 0532 0130 01"));
    assert!(!has_iban("MPNY 2017 0318 note"));
}

#[test]
fn a_fact_hangs_on_its_own_words() {
    let unsure = ["Mulcnga-Phiri".to_owned(), "林".to_owned()];
    assert!(hangs("Thandiwe Mulcnga-Phiri, Adviser", &unsure));
    assert!(hangs("林小雨", &unsure));
    assert!(!hangs("Thandiwe Mulenga-Phiri", &unsure));
}
