//! Which page of a paper speaks.
#![allow(clippy::unwrap_used)]

use super::*;

fn paper(pages: [&str; 2]) -> Paper {
    Paper {
        name: "note.pdf".into(),
        media_type: "application/pdf".into(),
        sha256: crate::message::Digest(String::new()),
        size: 0,
        pages: pages.map(str::to_owned).to_vec(),
        page_count: 2,
        text_by: crate::message::TextBy::Text,
        trouble: None,
        recognition: None,
    }
}

#[test]
fn a_note_behind_a_covering_letter_speaks_for_itself() {
    let states = crate::states::tests::world();
    let note = "N° 17/2204\nLe Ministère des Affaires étrangères présente ses compliments au Bureau.";
    let letter = "N° 412/17\nMadame,\nJ'ai l'honneur de vous transmettre, ci-joint, la note du Ministère.";
    let asks = "Madame,\nJ'ai l'honneur de solliciter, pièce jointe à l'appui, la prise en charge de M. Awa DIOP, \
                Directeur.";
    let of = |pages| {
        let paper = paper(pages);
        let document = Document::of_paper(&paper, papers::text(&paper).unwrap(), &states);
        (document.first_page(), document.text.contains("2204"))
    };
    assert_eq!(of([letter, note]), (2, true));
    assert_eq!(of([note, letter]), (1, true));
    assert_eq!(of([asks, note]), (1, true));
}
