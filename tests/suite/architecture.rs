//! The house: the order of the page is the order of imports, one door for each dependency, no effects in the core.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Source files of `src` with their module (the first folder or file name), tests cut off.
fn sources() -> Vec<(PathBuf, String, String)> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .filter(|f| !f.iter().any(|part| part == "tests" || part == "tests.rs"))
        .map(|file| {
            let below = file.strip_prefix(&root).unwrap().to_owned();
            let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&file).unwrap();
            // Only a test module with a body ends the code; `mod tests;` names a file of its own.
            let body = text.match_indices("\n#[cfg(test)]\n").find(|(at, _)| {
                let module = text[*at..].lines().find(|l| l.starts_with("mod "));
                module.is_some_and(|l| l.ends_with('{'))
            });
            let code = body.map_or(text.as_str(), |(at, _)| &text[..at]).to_owned();
            (below, first.trim_end_matches(".rs").to_owned(), code)
        })
        .filter(|(_, module, _)| module != "lib" && module != "main")
        .collect()
}

/// The modules in the order of `lib.rs`, and the place of the first edge.
fn order() -> (Vec<String>, usize) {
    let lib = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let names: Vec<String> = lib
        .lines()
        .filter_map(|l| l.strip_prefix("pub mod ").and_then(|l| l.strip_suffix(';')))
        .map(str::to_owned)
        .collect();
    let edges = lib.split("// ---- edges").nth(1).unwrap();
    let first = names.iter().position(|n| edges.contains(&format!("pub mod {n};"))).unwrap();
    (names, first)
}

/// Code without comments and text constants' comments: what stands before `//` on each line.
fn code_lines(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.lines().enumerate().map(|(n, l)| (n + 1, l.split("//").next().unwrap_or_default()))
}

#[test]
fn a_module_uses_only_modules_declared_above_it() {
    let (names, _) = order();
    let place: BTreeMap<&str, usize> = names.iter().enumerate().map(|(n, name)| (name.as_str(), n)).collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (file, module, code) in sources() {
        let own = *place.get(module.as_str()).unwrap_or_else(|| panic!("{module} is not declared in lib.rs"));
        for (line, text) in code_lines(&code) {
            assert!(!text.contains("crate::{"), "{}:{line}: one path for each `use`", file.display());
            for target in text.split("crate::").skip(1) {
                let name: String = target.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(there) = place.get(name.as_str()) else { continue };
                seen += 1;
                if *there > own {
                    wrong.push(format!(
                        "{}:{line}: {module} may not use {name}, declared below it",
                        file.display()
                    ));
                }
            }
        }
    }
    assert!(seen > 100, "the check found only {seen} uses; has the way of writing them changed?");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_has_no_effects() {
    let (names, first_edge) = order();
    let core = &names[..first_edge];
    let effects = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::time::Instant",
        "SystemTime::now",
        "tokio",
        "rusqlite",
        "async_imap",
        "async fn",
        "Utc::now",
        "Local::now",
        "getrandom",
        "rand::",
        "println!",
        "eprintln!",
        "HashMap",
        "HashSet",
        "tracing::",
    ];
    let mut wrong = Vec::new();
    for (file, module, code) in sources() {
        if !core.contains(&module) {
            continue;
        }
        for (line, text) in code_lines(&code) {
            for effect in effects.iter().filter(|e| text.contains(*e)) {
                if effect.starts_with("Hash") && code.contains("its order never shows") {
                    continue;
                }
                wrong.push(format!("{}:{line}: {effect} in the core", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_dependency_has_one_door() {
    let doors = [
        ("mail_parser", "worker"),
        ("chardetng", "worker"),
        ("encoding_rs", "worker"),
        ("pdf_extract", "worker"),
        ("zip", "worker"),
        ("quick_xml", "worker"),
        ("landlock", "worker"),
        ("seccompiler", "worker"),
        ("rusqlite", "store"),
        ("rusqlite_migration", "store"),
        ("async_imap", "mailbox"),
        ("lettre::transport", "delivery"),
        ("minijinja", "letter"),
        ("jiff", "folder"),
        ("clap", "cli"),
        ("comfy_table", "cli"),
        ("annotate_snippets", "cli"),
        ("include_dir", "folder"),
    ];
    let mut wrong = Vec::new();
    for (file, module, code) in sources() {
        for (line, text) in code_lines(&code) {
            for (name, door) in doors {
                if text.contains(&format!("{name}::")) && module != door {
                    wrong.push(format!("{}:{line}: {name} belongs behind {door}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_small() {
    let mut wrong = Vec::new();
    for (file, _, code) in sources() {
        let lines = code.lines().count();
        if lines > 400 && !code.contains("Longer than 400 lines because") {
            wrong.push(format!("{}: {lines} lines", file.display()));
        }
        for bad in ["util", "common", "helpers", "manager"] {
            assert!(
                !file.iter().any(|part| part.to_string_lossy().trim_end_matches(".rs") == bad),
                "{}",
                file.display()
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "split these, or say in the file `Longer than 400 lines because …`:\n{}",
        wrong.join("\n")
    );
}
