//! Tables with drawn lines.

use super::*;

/// A grid of lines at these places.
fn grid(columns: &[f32], rows: &[f32]) -> Strokes {
    let stroke = |at: &f32, along: &[f32]| Stroke { at: *at, from: along[0], to: along[along.len() - 1] };
    Strokes {
        across: rows.iter().map(|at| stroke(at, columns)).collect(),
        down: columns.iter().map(|at| stroke(at, rows)).collect(),
    }
}

fn drawn(blocks: &[String], strokes: Strokes) -> String {
    let read = pages(&format!("<page width=\"600\">\n{}\n</page>", blocks.join("\n")), &[strokes]);
    read.into_iter().map(|page| page.text).collect()
}

#[test]
fn drawn_lines_tell_cells_that_no_gap_parts() {
    let cells = [
        block(&[(50.0, 60.0, PROSE)]),
        // One line of the tool runs through two cells, and the rows stand as close as the lines of a cell.
        block(&[(50.0, 100.0, "Rank Name of delegate")]),
        block(&[(50.0, 112.0, "First Mrs. Wara Choque"), (83.0, 124.0, "Mamani")]),
        block(&[(50.0, 136.0, "Second Mr. Edgar Quisbert")]),
        block(&[(230.0, 112.0, "Director of"), (230.0, 124.0, "Migration")]),
        block(&[(230.0, 136.0, "Head of Unit")]),
        block(&[(50.0, 160.0, PROSE)]),
    ];
    // The vertical lines of the first row are missing from the second column on: its cells are one.
    let mut lines = grid(&[48.0, 82.0, 228.0, 320.0], &[98.0, 111.0, 135.0, 148.0]);
    lines.down[2].from = 111.0;
    let text = drawn(&cells, lines);
    assert_eq!(
        text.split_once("\n\n").unwrap().1,
        format!(
            "Rank | Name of delegate | \nFirst | Mrs. Wara Choque Mamani | Director of Migration\n\
             Second | Mr. Edgar Quisbert | Head of Unit\n\n{PROSE}"
        )
    );
}

#[test]
fn rows_without_a_line_between_are_told_by_persons_and_by_level_lines() {
    let lines = || grid(&[48.0, 200.0, 320.0], &[98.0, 111.0, 150.0]);
    let head = block(&[(50.0, 99.0, "Name")]);
    let head = [head, block(&[(202.0, 99.0, "Post")])].concat();
    let persons = drawn(
        &[
            head.clone(),
            block(&[(50.0, 112.0, "Mr. Jone Cakau"), (50.0, 136.0, "Ms. Ana Vula")]),
            block(&[(202.0, 112.0, "Assistant"), (202.0, 124.0, "Secretary"), (202.0, 136.0, "Clerk")]),
        ],
        lines(),
    );
    assert_eq!(persons, "Name | Post\nMr. Jone Cakau | Assistant Secretary\nMs. Ana Vula | Clerk\n");
    let level = drawn(
        &[
            head,
            block(&[(50.0, 112.0, "Jone Cakau"), (50.0, 124.0, "Ana Vula"), (50.0, 136.0, "Epeli Rokotui")]),
            block(&[(202.0, 112.0, "Secretary"), (202.0, 124.0, "Clerk"), (202.0, 136.0, "Driver")]),
        ],
        lines(),
    );
    assert_eq!(level, "Name | Post\nJone Cakau | Secretary\nAna Vula | Clerk\nEpeli Rokotui | Driver\n");
}

#[test]
fn a_frame_is_no_table() {
    let text = format!("{PROSE} {PROSE} {PROSE} {PROSE} {PROSE}");
    let lines: Vec<(f32, f32, String)> =
        (0..6).map(|n| (50.0, 100.0 + 12.0 * n as f32, text.clone())).collect();
    let lines: Vec<(f32, f32, &str)> = lines.iter().map(|(l, t, w)| (*l, *t, w.as_str())).collect();
    let framed = drawn(&[block(&lines)], grid(&[40.0, 45.0, 3_000.0], &[90.0, 95.0, 300.0]));
    assert!(!framed.contains(" | ") && framed.matches("compliments").count() == 30);
    // A box about one line, and lines that border nothing.
    let boxed = drawn(&[block(&[(50.0, 60.0, PROSE)])], grid(&[40.0, 900.0], &[50.0, 80.0]));
    assert_eq!(boxed, PROSE);
    let many = Strokes { across: vec![Stroke { at: 50.0, from: 0.0, to: 90.0 }; 9_000], down: Vec::new() };
    assert_eq!(drawn(&[block(&[(50.0, 60.0, PROSE)])], many), PROSE);
}

#[test]
fn a_page_that_is_turned_keeps_its_lines() {
    let lines = Strokes {
        across: vec![Stroke { at: 10.0, from: 20.0, to: 50.0 }],
        down: vec![Stroke { at: 30.0, from: 5.0, to: 95.0 }],
    };
    let turned = lines.clone().quarter(100.0);
    assert_eq!(turned.down, [Stroke { at: 90.0, from: 20.0, to: 50.0 }]);
    assert_eq!(turned.across, [Stroke { at: 30.0, from: 5.0, to: 95.0 }]);
    let whole = turned.quarter(60.0).quarter(100.0).quarter(60.0);
    assert_eq!(whole, lines);
}
