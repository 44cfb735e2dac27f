//! Pages as poppler tells them, and what they say.

use super::*;

mod beside;
mod drawn;

/// A line of words from `left`, each letter six points wide.
fn line(left: f32, top: f32, text: &str) -> String {
    let mut at = left;
    let words: Vec<String> = text
        .split(' ')
        .map(|w| {
            let right = at + 6.0 * w.chars().count() as f32;
            let word = format!(
                "<word xMin=\"{at}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{}\">{w}</word>",
                top + 12.0
            );
            at = right + 3.0;
            word
        })
        .collect();
    format!("<line>\n{}\n</line>", words.join("\n"))
}

/// A word of this height.
fn word(left: f32, top: f32, right: f32, height: f32, text: &str) -> String {
    let bottom = top + height;
    format!("<word xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{bottom}\">{text}</word>")
}

fn block(lines: &[(f32, f32, &str)]) -> String {
    let height = lines.last().unwrap().1 + 12.0;
    let width = lines.iter().map(|(l, _, t)| l + 9.0 * t.len() as f32).fold(0.0, f32::max);
    let (left, top) = (lines[0].0, lines[0].1);
    let inside: Vec<String> = lines.iter().map(|(l, t, w)| line(*l, *t, w)).collect();
    format!(
        "<block xMin=\"{left}\" yMin=\"{top}\" xMax=\"{width}\" yMax=\"{height}\">\n{}\n</block>",
        inside.join("\n")
    )
}

fn page(blocks: &[String]) -> String {
    let read = pages(&format!("<page width=\"600\">\n{}\n</page>", blocks.join("\n")), &[]);
    read.into_iter().map(|page| page.text).collect()
}

const PROSE: &str = "The Permanent Mission presents its compliments to the Office and requests support";

#[test]
fn gaps_part_paragraphs_and_broken_words_are_whole() {
    let text = page(&[
        block(&[
            (50.0, 100.0, PROSE),
            (50.0, 114.0, "for the Under-"),
            (50.0, 128.0, "Secretary of the govern-"),
            (50.0, 142.0, "ment."),
        ]),
        block(&[(50.0, 180.0, "New York, 8 May 2017")]),
    ]);
    assert_eq!(text, format!("{PROSE}\nfor the Under-Secretary of the government.\n\nNew York, 8 May 2017"));
}

#[test]
fn a_table_is_read_by_row() {
    let text = page(&[
        block(&[(50.0, 100.0, PROSE), (50.0, 114.0, "as follows:")]),
        block(&[
            (50.0, 140.0, "Name"),
            (50.0, 160.0, "Ms. Ana"),
            (50.0, 174.0, "Duro"),
            (50.0, 194.0, "Mr. Li"),
        ]),
        block(&[
            (200.0, 140.0, "Post"),
            (200.0, 160.0, "Adviser,"),
            (200.0, 174.0, "Labour"),
            (200.0, 194.0, "Clerk"),
        ]),
    ]);
    assert!(text.contains("\n\nName | Post\nMs. Ana Duro | Adviser, Labour\nMr. Li | Clerk\n"), "{text}");
}

#[test]
fn columns_of_a_letterhead_are_read_one_after_the_other() {
    let text = page(&[
        block(&[(50.0, 20.0, "Permanent Mission"), (50.0, 34.0, "of Kenya")]),
        block(&[(300.0, 20.0, "Ubalozi wa"), (300.0, 34.0, "Kenya")]),
        block(&[(50.0, 100.0, PROSE), (50.0, 114.0, "for one person.")]),
    ]);
    assert!(text.starts_with("Permanent Mission\nof Kenya\n\nUbalozi wa\nKenya\n\n"), "{text}");
}

#[test]
fn a_form_is_read_by_row_where_no_prose_stands_above() {
    // Two forms, the second far below the first; poppler makes a block of the labels and one of each value.
    let text = page(&[
        block(&[(250.0, 50.0, "NOMINATION FORM")]),
        block(&[(50.0, 100.0, "Full name"), (50.0, 117.0, "Sex"), (50.0, 134.0, "Function")]),
        block(&[(200.0, 100.0, "Ana Duro")]),
        block(&[(200.0, 117.0, "Female")]),
        block(&[(200.0, 134.0, "Adviser")]),
        block(&[(50.0, 170.0, "Full name"), (50.0, 187.0, "Sex")]),
        block(&[(200.0, 170.0, "Li Wei"), (200.0, 187.0, "Male")]),
    ]);
    assert_eq!(
        text,
        "NOMINATION FORM\n\nFull name | Ana Duro\nSex | Female\nFunction | Adviser\nFull name | Li Wei\nSex | Male\n"
    );
}

#[test]
fn wide_leading_parts_no_paragraphs() {
    let lines: Vec<String> = [
        "the Mission has the honour to request for Ms. Suyapa",
        PROSE,
        PROSE,
        "Nohemí Zelaya Mejía the support",
    ]
    .iter()
    .enumerate()
    .map(|(k, text)| block(&[(50.0, 100.0 + 27.0 * k as f32, if k == 0 || k == 3 { text } else { PROSE })]))
    .chain([block(&[(50.0, 250.0, "New York, 8 May 2017")])])
    .collect();
    let text = page(&[block(&[(50.0, 73.0, PROSE)]), lines.concat()]);
    assert_eq!(text.matches("\n\n").count(), 1, "{text}");
    assert!(text.ends_with("\n\nNew York, 8 May 2017"), "{text}");
}

#[test]
fn stretched_words_are_one_line() {
    // Each word became a block of its own.
    let text = page(&[
        block(&[(50.0, 100.0, PROSE), (50.0, 114.0, PROSE)]),
        block(&[(50.0, 128.0, "assurances")]),
        block(&[(160.0, 128.0, "of")]),
        block(&[(222.0, 128.0, "its")]),
        block(&[(290.0, 128.0, "highest")]),
        block(&[(50.0, 142.0, "consideration.")]),
    ]);
    assert!(text.ends_with("\nassurances of its highest\nconsideration."), "{text}");
}

#[test]
fn marks_stand_before_their_items() {
    let text = page(&[
        block(&[(50.0, 100.0, PROSE), (50.0, 114.0, "as follows:")]),
        block(&[(60.0, 140.0, "a)"), (60.0, 168.0, "b)")]),
        block(&[
            (90.0, 140.0, "to Geneva: Mr. Issouf"),
            (90.0, 154.0, "Nacoulma;"),
            (90.0, 168.0, "to Vienna: Mrs."),
            (90.0, 182.0, "Aminata Zongo."),
        ]),
    ]);
    assert!(
        text.ends_with("a) to Geneva: Mr. Issouf\nNacoulma;\nb) to Vienna: Mrs.\nAminata Zongo."),
        "{text}"
    );
}

#[test]
fn what_a_cell_divides_is_whole() {
    let text = page(&[
        block(&[(50.0, 100.0, "Name"), (50.0, 130.0, "Place")]),
        block(&[
            (200.0, 100.0, "Tovonirina An\u{ad}"),
            (200.0, 113.0, "drianarivo"),
            (200.0, 130.0, "Vienna"),
        ]),
    ]);
    assert_eq!(text, "Name | Tovonirina Andrianarivo\nPlace | Vienna\n");
}

#[test]
fn chinese_has_no_blanks_and_its_lines_run_on() {
    let long = "柬埔寨拟使用这一名额人选为劳工与职业培训部海外劳务柬埔寨拟使用这一名额人选为劳工与职业培训部海外劳务";
    let text = page(&[
        block(&[(50.0, 100.0, long), (50.0, 114.0, "司官员。")]),
        block(&[(50.0, 180.0, "第 87 号")]),
    ]);
    assert_eq!(text, format!("{long}司官员。\n\n第87号"));
    let text = page(&[
        block(&[(50.0, 100.0, "姓"), (50.0, 120.0, "性")]),
        block(&[(70.0, 100.0, "名"), (70.0, 120.0, "别")]),
        block(&[(160.0, 100.0, "坎潘"), (160.0, 120.0, "男")]),
    ]);
    assert_eq!(text, "姓名 | 坎潘\n性别 | 男\n");
}

#[test]
fn an_arabic_table_begins_at_the_right() {
    let text = page(&[
        block(&[(50.0, 100.0, "ةفيظولا"), (50.0, 120.0, "راشتسم")]),
        block(&[(200.0, 100.0, "مسالا"), (200.0, 120.0, "انيل دمحأ")]),
    ]);
    assert_eq!(text, "الاسم | الوظيفة\nأحمد لينا | مستشار\n");
}

#[test]
fn small_capitals_are_words() {
    let line = [
        word(50.0, 98.0, 60.0, 14.0, "T"),
        word(60.0, 100.0, 110.0, 11.0, "RINIDAD"),
        word(114.0, 100.0, 140.0, 11.0, "AND"),
    ];
    let text = page(&[format!(
        "<block xMin=\"50\" yMin=\"98\" xMax=\"140\" yMax=\"112\">\n<line>\n{}\n</line>\n</block>",
        line.join("\n")
    )]);
    assert_eq!(text, "TRINIDAD AND");
}

#[test]
fn accents_of_their_own_and_wide_figures_are_letters_and_figures() {
    let line = [
        word(50.0, 100.0, 80.0, 12.0, "Misio\u{301}"),
        word(80.0, 100.0, 86.0, 12.0, "n"),
        word(90.0, 100.0, 120.0, 12.0, "２０１７"),
    ];
    let inner = line.join("\n");
    let text = page(&[format!(
        "<block xMin=\"50\" yMin=\"100\" xMax=\"140\" yMax=\"112\">\n<line>\n{inner}\n</line>\n</block>"
    )]);
    assert_eq!(text, "Misión 2017");
}

#[test]
fn a_sentence_that_the_page_breaks_is_whole() {
    let first = [
        block(&[
            (50.0, 100.0, PROSE),
            (50.0, 114.0, "as the Government wishes to send to the session of April Ms. Ana Maria de los"),
        ]),
        block(&[(50.0, 700.0, "The Secretariat"), (50.0, 714.0, "New York")]),
    ];
    let second = [
        block(&[(250.0, 30.0, "MISSION OF KENYA")]),
        block(&[
            (50.0, 100.0, "Angeles Duro and Mr. Li, who have long been in charge of all these matters,"),
            (50.0, 114.0, "with support."),
        ]),
        block(&[(50.0, 142.0, "New York, 8 May 2017")]),
    ];
    let both: Vec<String> = [first.to_vec(), second.to_vec()]
        .iter()
        .map(|p| format!("<page width=\"600\">\n{}\n</page>", p.join("\n")))
        .collect();
    let read = pages(&both.concat(), &[]);
    let [before, after] = read.as_slice() else { panic!("{} pages", read.len()) };
    assert!(before.text.contains("Maria de los\nAngeles Duro and Mr. Li"), "{}", before.text);
    assert!(before.text.contains("with support.\n\nThe Secretariat"), "{}", before.text);
    assert_eq!(after.text, "MISSION OF KENYA\n\nNew York, 8 May 2017");
    // What moved to the page before still counts as this page's, or a page would look like a picture that has lost its text.
    let moved = "Angeles Duro and Mr. Li, who have long been in charge of all these matters, with support.";
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    assert_eq!(after.letters, letters(&after.text) + letters(moved));
}

proptest::proptest! {
    #[test]
    fn any_answer_of_the_tool_is_survived(text in "(<page |<block |<line>|</line>|<word |xMin=\"1?e?[0-9.-]{0,6}\"|yMin=\"[0-9]{0,3}\"|xMax=\"9\"|yMax=\"NaN\"|yMax=\"20\"|>a</word>|\n|&amp;|ا|-){0,60}") {
        let _ = pages(&text, &[]);
    }
}

#[test]
fn a_cell_in_the_middle_of_two_lines_holds_them_together_in_the_first_row_too() {
    let text = page(&[
        block(&[(50.0, 100.0, "Nom et"), (50.0, 112.0, "prénoms")]),
        block(&[(200.0, 106.0, "Moussa ISSA")]),
        block(&[(50.0, 140.0, "Sexe")]),
        block(&[(200.0, 140.0, "Masculin")]),
    ]);
    assert_eq!(text, "Nom et prénoms | Moussa ISSA\nSexe | Masculin\n");
}

#[test]
fn a_form_above_the_first_paragraph_is_no_letterhead() {
    let text = page(&[
        block(&[(50.0, 100.0, "Nom"), (50.0, 118.0, "Qualité"), (50.0, 136.0, "Départ")]),
        block(&[(200.0, 100.0, ": Moussa ISSA"), (200.0, 118.0, ": Juriste"), (200.0, 136.0, ": Moroni")]),
        block(&[(50.0, 180.0, PROSE), (50.0, 194.0, PROSE)]),
    ]);
    assert!(text.starts_with("Nom : Moussa ISSA\nQualité : Juriste\nDépart : Moroni\n"), "{text}");
}

#[test]
fn recognised_words_are_as_tall_as_their_line() {
    let line = |top: f32, words: &[(f32, f32, &str)]| -> Vec<Seen> {
        words
            .iter()
            .map(|(left, right, text)| ([*left, top, *right, top + 9.0], (*text).to_owned()))
            .collect()
    };
    let cell =
        |left: f32, top: f32, text: &str| vec![vec![([left, top, left + 60.0, top + 9.0], text.to_owned())]];
    let prose = [(50.0, 80.0, "lists"), (84.0, 120.0, "those"), (124.0, 160.0, "named")];
    let recognised = |blocks| recognised(blocks, &Strokes::default());
    let text = recognised(vec![
        vec![line(50.0, &prose)],
        cell(50.0, 100.0, "Nominee"),
        cell(200.0, 100.0, "Position"),
        cell(50.0, 130.0, "Grace"),
        cell(50.0, 148.0, "Vagi"),
        cell(200.0, 139.0, "Director"),
        cell(50.0, 175.0, "Tobias"),
        cell(200.0, 175.0, "Officer"),
    ]);
    assert_eq!(text, "lists those named\n\nNominee | Position\nGrace Vagi | Director\nTobias | Officer\n");
    // The numbers of rows, which the tool takes for one line.
    let numbers = [(100.0, "1"), (130.0, "2"), (160.0, "3")];
    let numbers = numbers.map(|(top, text)| ([30.0, top, 36.0, top + 9.0], text.to_owned()));
    let text = recognised(vec![
        vec![numbers.to_vec()],
        cell(50.0, 100.0, "Grace"),
        cell(50.0, 130.0, "Tobias"),
        cell(50.0, 160.0, "Vagi"),
    ]);
    assert!(text.contains("1") && !text.contains("1 2"), "{text}");
    assert_eq!(recognised(Vec::new()), "");
}

#[test]
fn chinese_cells_that_stand_alike_are_cells() {
    // Letters are six points wide: the gaps of the second row are 30 and 30.
    let row = |top: f32, name: &str| -> Vec<String> {
        let cells = [(50.0, name), (98.0, "男"), (134.0, "外交部参赞")];
        cells.iter().map(|(left, text)| block(&[(*left, top, text)])).collect()
    };
    let rows = [row(100.0, "姓名姓名"), row(120.0, "邬建平"), row(140.0, "赫连秋实")];
    let text = page(&rows.concat());
    assert_eq!(text, "姓名姓名 | 男 | 外交部参赞\n邬建平 | 男 | 外交部参赞\n赫连秋实 | 男 | 外交部参赞\n");
}

#[test]
fn lines_of_a_row_that_fill_every_cell_are_told_by_those_that_go_on() {
    let lines = [
        (100.0, "Name", "Post"),
        (128.0, "Reina Isabel", "Director of the"),
        (142.0, "Matute Zelaya", "Protection of"),
        (156.0, "", "Migrants"),
        (184.0, "Juan Carlos", "Adviser"),
    ];
    let cells = lines.iter().flat_map(|(top, name, post)| [(50.0, *top, *name), (250.0, *top, *post)]);
    let blocks: Vec<String> =
        cells.filter(|(_, _, text)| !text.is_empty()).map(|cell| block(&[cell])).collect();
    let text = page(&blocks);
    assert_eq!(
        text,
        "Name | Post\nReina Isabel Matute Zelaya | Director of the Protection of Migrants\nJuan Carlos | Adviser\n"
    );
}

#[test]
fn text_beside_a_sidebar_is_read_by_itself() {
    let text: Vec<(f32, f32, &str)> = (0..8).map(|k| (200.0, 100.0 + 14.0 * k as f32, PROSE)).collect();
    let side: Vec<(f32, f32, &str)> = ["Ref. 12/2017", "8 May 2017", "866 UN Plaza", "Tel. 555"]
        .iter()
        .enumerate()
        .map(|(k, text)| (50.0, 100.0 + 28.0 * k as f32, *text))
        .collect();
    let read = page(&[block(&side), block(&text)]);
    assert!(!read.contains('|'), "{read}");
    assert!(read.contains(&[PROSE; 8].join("\n")), "{read}");
    assert!(read.contains("Ref. 12/2017"), "{read}");
}

#[test]
fn what_runs_up_the_page_stands_before_it() {
    let up = "<block xMin=\"20\" yMin=\"100\" xMax=\"30\" yMax=\"260\">\n<line>\n<word xMin=\"20\" yMin=\"200\" xMax=\"30\" \
              yMax=\"230\">Réf. :</word>\n<word xMin=\"20\" yMin=\"100\" xMax=\"30\" yMax=\"190\">2017-0437/MPBF</word>\n\
              </line>\n</block>";
    let text = page(&[block(&[(50.0, 100.0, PROSE), (50.0, 114.0, PROSE)]), up.to_owned()]);
    assert_eq!(text, format!("Réf. : 2017-0437/MPBF\n\n{PROSE}\n{PROSE}"));
}

#[test]
fn two_columns_of_text_are_read_one_after_the_other_wherever_their_lines_stand() {
    // The lines of the second column stand seven points higher.
    let column = |left: f32, top: f32, text: &str| -> Vec<String> {
        (0..8)
            .map(|k| block(&[(left, top + 20.0 * k as f32, &format!("{text} line number {}", k + 1))]))
            .collect()
    };
    let head = block(&[(150.0, 60.0, "PERMANENT MISSION OF UGANDA")]);
    let read = page(&[vec![head], column(50.0, 107.0, "first"), column(300.0, 100.0, "other")].concat());
    let at = |words: &str| read.find(words).unwrap();
    assert!(at("UGANDA") < at("first line number 1"), "{read}");
    assert!(at("first line number 8") < at("other line number 1"), "{read}");
    assert!(!read.contains('|'), "{read}");
}
