//! What stands side by side with no more than its words and its size to tell what it is.

use super::*;

#[test]
fn persons_tell_the_rows_of_a_table_that_no_gap_parts() {
    // All cells begin at the top, and a name may be too long for one line.
    let text = page(&[
        block(&[(50.0, 60.0, PROSE)]),
        block(&[
            (50.0, 100.0, "Nombre"),
            (50.0, 112.0, "Emb. Santiago Xavier"),
            (50.0, 124.0, "Cevallos Noboa"),
            (50.0, 148.0, "Srta. Gabriela Loor"),
        ]),
        block(&[
            (185.0, 100.0, "Cargo"),
            (185.0, 112.0, "Viceministro de Movilidad"),
            (185.0, 124.0, "Humana"),
            (185.0, 136.0, "Ministerio de Relaciones"),
            (185.0, 148.0, "Tercera Secretaria"),
        ]),
        block(&[
            (350.0, 100.0, "Llegada"),
            (350.0, 112.0, "AM 697"),
            (350.0, 124.0, "el 3"),
            (350.0, 148.0, "AA 2545"),
        ]),
    ]);
    assert_eq!(
        text.split_once("\n\n").unwrap().1,
        "Nombre | Cargo | Llegada\n\
         Emb. Santiago Xavier Cevallos Noboa | Viceministro de Movilidad Humana, Ministerio de Relaciones | AM 697 el 3\n\
         Srta. Gabriela Loor | Tercera Secretaria | AA 2545\n"
    );
    // Cells of one line are set in the middle of their rows; somebody ended the line before the ministry.
    let text = page(&[
        block(&[(50.0, 60.0, PROSE)]),
        block(&[
            (50.0, 100.0, "Delegate"),
            (50.0, 132.0, "Ms. Puleng Mokhethi"),
            (50.0, 162.0, "Mr. Tau Ramaka"),
        ]),
        block(&[
            (220.0, 100.0, "Designation"),
            (220.0, 120.0, "Chief Legal Officer"),
            (220.0, 132.0, "Ministry of Home Affairs and Foreign"),
            (220.0, 144.0, "Immigration"),
            (220.0, 156.0, "Director of Labour"),
            (220.0, 168.0, "Ministry of Labour"),
        ]),
    ]);
    assert_eq!(
        text.split_once("\n\n").unwrap().1,
        "Delegate | Designation\n\
         Ms. Puleng Mokhethi | Chief Legal Officer, Ministry of Home Affairs and Foreign Immigration\n\
         Mr. Tau Ramaka | Director of Labour, Ministry of Labour\n"
    );
}

/// Lines of text from `left`, and of `height`.
fn lines(left: f32, top: f32, height: f32, leading: f32, texts: &[&str]) -> String {
    let each = texts.iter().enumerate().map(|(n, text)| {
        let top = top + leading * n as f32;
        let mut at = left;
        let words: Vec<String> = text
            .split(' ')
            .map(|w| {
                let right = at + 0.45 * height * w.chars().count() as f32;
                let one = word(at, top, right, height, w);
                at = right + 0.3 * height;
                one
            })
            .collect();
        format!("<line>\n{}\n</line>", words.join("\n"))
    });
    let each: Vec<String> = each.collect();
    format!("<block xMin=\"{left}\" yMin=\"{top}\" xMax=\"600\" yMax=\"700\">\n{}\n</block>", each.join("\n"))
}

#[test]
fn small_letters_beside_the_text_are_read_by_themselves() {
    let side =
        ["Permanent Mission", "of Varia", "Suite 511", "Our reference", "132/05/2018", "Copies", "DGM"];
    let text = [
        "The Permanent Mission of Varia presents its compliments",
        "to the Office and requests, for the fifth round,",
        "the support of the fund for a delegate",
        "of the Republic who has no other means:",
        "Name: Kalonji Tshibangu",
        "Post: Director of Migration",
        "The Mission avails itself of this opportunity.",
    ];
    let as_read = |of: &[&str]| of.join("\n");
    for (side_left, text_left) in [(28.0, 180.0), (480.0, 50.0)] {
        let read =
            page(&[lines(text_left, 98.0, 12.0, 16.0, &text), lines(side_left, 96.0, 8.0, 11.0, &side)]);
        assert_eq!(read, format!("{}\n\n{}", as_read(&side), as_read(&text)), "{side_left}");
    }
}

#[test]
fn letters_set_apart_are_words_and_bullets_begin_items() {
    let mut at = 100.0;
    let letters: Vec<String> = "PERMANENT MISSION"
        .chars()
        .filter_map(|c| {
            let left = at;
            at += if c == ' ' { 9.0 } else { 10.0 };
            (c != ' ').then(|| word(left, 60.0, left + 6.0, 12.0, &c.to_string()))
        })
        .collect();
    let heading = format!(
        "<block xMin=\"100\" yMin=\"60\" xMax=\"280\" yMax=\"72\">\n<line>\n{}\n</line>\n</block>",
        letters.join("\n")
    );
    let items = [
        line(50.0, 120.0, "•")
            + "\n"
            + &line(70.0, 120.0, "Chancery")
            + "\n"
            + &line(200.0, 120.0, "555 0101"),
        line(50.0, 136.0, "•") + "\n" + &line(70.0, 136.0, "Duty") + "\n" + &line(200.0, 136.0, "555 0104"),
    ];
    let list =
        format!("<block xMin=\"50\" yMin=\"120\" xMax=\"300\" yMax=\"150\">\n{}\n</block>", items.join("\n"));
    assert_eq!(
        page(&[heading, block(&[(50.0, 90.0, PROSE)]), list]),
        format!("PERMANENT MISSION\n\n{PROSE}\n\n• Chancery 555 0101\n• Duty 555 0104")
    );
}

#[test]
fn a_table_from_right_to_left_keeps_its_rows() {
    // The second person has no title, and there was room for more on the line above.
    let seen = |text: &str| text.chars().rev().collect::<String>();
    let text = page(&[
        block(&[(
            60.0,
            60.0,
            &seen("البعثة الدائمة تهدي تحياتها إلى المكتب وتطلب الدعم لما يلي من المندوبين"),
        )]),
        block(&[
            (430.0, 100.0, &seen("الاسم")),
            (400.0, 112.0, &seen("السيد أحمد")),
            (400.0, 124.0, &seen("مريم ولد")),
            (400.0, 136.0, &seen("السيدة منى")),
        ]),
        block(&[
            (230.0, 100.0, &seen("الوظيفة")),
            (220.0, 112.0, &seen("مدير الهجرة")),
            (220.0, 124.0, &seen("خبيرة قانون")),
            (170.0, 136.0, &seen("مستشارة أولى في وزارة")),
        ]),
    ]);
    let rows: Vec<&str> = text.lines().filter(|line| line.contains('|')).collect();
    assert_eq!(rows.len(), 4, "{text}");
}
