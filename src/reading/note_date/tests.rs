use super::*;

#[test]
fn dates_are_read_in_the_forms_of_six_languages() {
    let mail = NaiveDate::from_ymd_opt(2017, 8, 12).unwrap();
    for (text, expected) in [
        ("New York, 10 August 2017", "2017-08-10"),
        ("August 10th, 2017", "2017-08-10"),
        ("10th of August, 2017", "2017-08-10"),
        ("New York, le 1er août 2017", "2017-08-01"),
        ("Nueva York, 10 de agosto de 2017", "2017-08-10"),
        ("1º de agosto del 2017", "2017-08-01"),
        ("10 августа 2017 г.", "2017-08-10"),
        ("نيويورك، ١٠ آب/أغسطس ٢٠١٧", "2017-08-10"),
        ("١٠ أغسطس ٢٠١٧", "2017-08-10"),
        ("2017年8月10日", "2017-08-10"),
        ("二〇一七年八月十日", "2017-08-10"),
        ("二〇一七年十二月二十一日", "2017-12-21"),
        ("2017-08-10", "2017-08-10"),
        ("10.08.2017", "2017-08-10"),
        ("03/08/2017", "2017-08-03"),
        ("08/03/2017", "2017-08-03"),
        ("07/08/2017", "2017-08-07?"),
        ("13/07/17", "2017-07-13"),
        ("10-AUG-2017", "2017-08-10"),
        ("10. August 2017", "2017-08-10"),
        ("10 th August 2017¹", "2017-08-10"),
        ("the 10th day of August, 2017", "2017-08-10"),
        ("10 / 08 / 2017", "2017-08-10"),
        ("4-5 September 2017", ""),
        ("September 2017", ""),
        ("31 February 2017", ""),
        ("A/RES/71/280", ""),
    ] {
        let found = only(&Folded::new(text), mail);
        let shown = found.map(|d| format!("{}{}", d.day, if d.unsure { "?" } else { "" }));
        assert_eq!(shown.unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn what_stands_beside_a_date_is_told_from_it() {
    let mail = NaiveDate::from_ymd_opt(2017, 8, 12).unwrap();
    for (text, expected) in [
        ("4 April, Juche 106 (2017)", "2017-04-04"),
        ("Bangkok, 10 January B.E. 2560 (2017)", "2017-01-10"),
        ("RL/MFA/DM-LA/022/’17   March 6, 2017", "2017-03-06"),
        ("Departure   March 6, 2017", ""),
        ("RECEIVED\nAPR 17 2017", ""),
        ("April 13, 2017\n\nRECEIVED\nAPR 17 2017", "2017-04-13"),
        ("New York, 3 May 2017\nВх. № 412\n5 May 2017", "2017-05-03"),
    ] {
        let found = find(&Document::new("body", format!("MISSION\n{text}\n")), mail);
        assert_eq!(found.value().map(ToString::to_string).unwrap_or_default(), expected, "{text}");
    }
}
