//! Templates: parsed, checked, filled. The one door to minijinja.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Error, ErrorKind, UndefinedBehavior, escape_formatter};

use crate::diagnostic::{Diagnostic, Source, did_you_mean};
use crate::letter::context::Context;
use crate::letter::{Identity, Matter, Template, dates, of, samples, scan, typeset, wrap};
use crate::states::Language;

/// Steps of one letter; the largest sample needs a hundredth of it.
const FUEL: u64 = 200_000;
/// Longest subject, in characters.
const SUBJECT: usize = 250;

/// Parsed templates: one engine for each language, whose filters speak it.
#[derive(Debug, Default)]
pub(super) struct Environment {
    engines: BTreeMap<Language, minijinja::Environment<'static>>,
    have: BTreeSet<(Template, Language)>,
    texts: BTreeMap<(Template, Language), String>,
}

pub(super) fn load(
    sources: &[Source],
    identity: &Identity,
) -> Result<(Environment, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut environment = Environment::default();
    let mut errors = Vec::new();
    for source in sources {
        let Some(name) = source.path.strip_prefix("templates/").and_then(|n| n.strip_suffix(".txt")) else {
            continue;
        };
        match address(&source.path, name) {
            Ok((template, language)) => errors.extend(environment.add(template, language, source)),
            Err(diagnostic) => errors.push(diagnostic),
        }
    }
    let mut notices = Vec::new();
    let languages: BTreeSet<Language> = environment.have.iter().map(|(_, language)| *language).collect();
    for template in Template::ALL {
        for language in languages.iter().copied().chain([Language::En]).collect::<BTreeSet<_>>() {
            let file = format!("templates/{}.{}.txt", template.stem(), language.code());
            if sources.iter().any(|s| s.path == file) {
                continue;
            }
            if language == Language::En {
                errors.push(
                    Diagnostic::error(file, "missing-template", "this letter has no template in English")
                        .help("write it, or copy it from a fresh folder made by `verbale init`"),
                );
            } else {
                notices.push(
                    Diagnostic::notice(
                        file,
                        "missing-template",
                        "other letters exist in this language, this one not",
                    )
                    .help("until it is written, the fallback language is used"),
                );
            }
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    errors = environment.try_samples(identity);
    if errors.is_empty() { Ok((environment, notices)) } else { Err(errors) }
}

/// Which letter and language a file is, by its name.
fn address(path: &str, name: &str) -> Result<(Template, Language), Diagnostic> {
    let wrong = |what: String| {
        Diagnostic::error(path, "unknown-template", what)
            .help("name it `templates/LETTER.LANGUAGE.txt`, say `templates/receipt.fr.txt`")
    };
    let (stem, code) =
        name.rsplit_once('.').ok_or_else(|| wrong("the file's name has no language".into()))?;
    let template = Template::ALL.into_iter().find(|t| t.stem() == stem).ok_or_else(|| {
        let diagnostic = wrong(format!("there is no letter `{stem}`"));
        match did_you_mean(stem, Template::ALL.map(Template::stem)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        }
    })?;
    let language = Language::from_code(code)
        .ok_or_else(|| wrong(format!("`{code}` is none of the languages en, fr, es, ar, ru, zh")))?;
    Ok((template, language))
}

impl Environment {
    fn add(&mut self, template: Template, language: Language, source: &Source) -> Vec<Diagnostic> {
        let mut found = shape(source);
        let engine = self.engines.entry(language).or_insert_with(|| engine(language));
        match engine.add_template_owned(template.stem(), source.text.clone()) {
            Ok(()) => found.extend(scan::scan(&source.path, &source.text)),
            Err(error) => found.push(diagnostic(&source.path, &source.text, &error)),
        }
        if found.is_empty() {
            self.have.insert((template, language));
            self.texts.insert((template, language), source.text.clone());
        }
        found
    }

    /// Fills every template with every sample that it may be asked to carry.
    fn try_samples(&self, identity: &Identity) -> Vec<Diagnostic> {
        let mut found = BTreeMap::new();
        for (template, language) in &self.have {
            samples::each(*template, |slug, matter| {
                if let Err((words, error)) = self.fill(*template, *language, identity, matter) {
                    let file = format!("templates/{}.{}.txt", template.stem(), language.code());
                    let text = self.texts.get(&(*template, *language)).map_or("", String::as_str);
                    let found_here = match error {
                        Some(error) => diagnostic(&file, text, &error),
                        None => Diagnostic::error(&file, "template-fails", words),
                    };
                    let help = found_here.help.clone().unwrap_or_else(|| {
                        format!("found with the sample `{slug}`; ask first: {{% if … %}}")
                    });
                    found.entry((file, found_here.span)).or_insert(found_here.help(help));
                }
            });
        }
        found.into_values().collect()
    }

    pub(super) fn languages(&self, template: Template) -> Vec<Language> {
        self.have.iter().filter(|(t, _)| *t == template).map(|(_, language)| *language).collect()
    }

    pub(super) fn render(
        &self,
        template: Template,
        language: Language,
        identity: &Identity,
        matter: &Matter<'_>,
    ) -> Result<(String, String), String> {
        self.fill(template, language, identity, matter)
            .map_err(|(words, _)| format!("templates/{}.{}.txt: {words}", template.stem(), language.code()))
    }

    fn fill(
        &self,
        template: Template,
        language: Language,
        identity: &Identity,
        matter: &Matter<'_>,
    ) -> Result<(String, String), (String, Option<Error>)> {
        let plain = |words: String| (words, None);
        let engine = self.engines.get(&language).filter(|_| self.have.contains(&(template, language)));
        let engine = engine.ok_or_else(|| plain("there is no such template".into()))?;
        let context = Context::new(template, language, identity, matter).map_err(plain)?;
        let filled = engine
            .get_template(template.stem())
            .and_then(|t| t.render(Value::from(Serde(&context))))
            .map_err(|error| (error.to_string(), Some(error)))?;
        letter(&typeset::spaced(language, &filled)).map_err(plain)
    }
}

/// Subject and body of a filled template, both fit to be sent.
fn letter(filled: &str) -> Result<(String, String), String> {
    let (subject, body) = filled.split_once('\n').ok_or("the letter has no body")?;
    let subject = subject.strip_prefix("Subject:").ok_or("the letter does not begin with `Subject:`")?.trim();
    if subject.is_empty() {
        return Err("the subject is empty".into());
    }
    if subject.chars().count() > SUBJECT {
        return Err(format!("the subject is longer than {SUBJECT} characters"));
    }
    // Most letters hold no byte that could be part of one; only then are characters looked at.
    let may_be = |byte: u8| byte < b' ' && byte != b'\n' || byte == 0x7f || byte == 0xc2;
    let control = |c: char| c.is_control() && c != '\n' && c != '\r';
    if filled.bytes().any(may_be)
        && let Some(c) = filled.chars().find(|c| control(*c))
    {
        return Err(format!("a control character ({}) stands in the letter", c.escape_unicode()));
    }
    if subject.chars().any(char::is_control) {
        return Err("the subject is more than one line".into());
    }
    let text = wrap::wrap(body);
    if text.trim().is_empty() {
        return Err("the body is empty".into());
    }
    Ok((subject.to_owned(), text))
}

/// What can be seen without filling: the subject line, the blank line after it, a body.
fn shape(source: &Source) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut lines = source.text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default();
    let subject = first.strip_prefix("Subject:");
    if subject.is_none_or(|s| s.trim().is_empty()) {
        found.push(
            Diagnostic::error(&source.path, "missing-subject", "the first line is not `Subject: …`")
                .at(0..first.trim_end().len())
                .help("begin with `Subject: ` and the subject of the letter, then a blank line"),
        );
    } else if !second.trim().is_empty() {
        found.push(
            Diagnostic::error(&source.path, "missing-blank-line", "the line after the subject is not blank")
                .at(first.len()..first.len() + second.trim_end().len())
                .help("the subject is one line; leave a blank line before the body"),
        );
    }
    if lines.all(|line| line.trim().is_empty()) {
        found.push(
            Diagnostic::error(&source.path, "empty-body", "the letter has no body")
                .help("write it below the blank line"),
        );
    }
    found
}

/// An error of the engine in our words.
fn diagnostic(file: &str, text: &str, error: &Error) -> Diagnostic {
    let code = match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => "template-syntax",
        ErrorKind::UnknownFilter => "unknown-filter",
        ErrorKind::UndefinedError => "unfilled-placeholder",
        ErrorKind::OutOfFuel => "endless-template",
        _ => "template-fails",
    };
    let words = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let mut found = Diagnostic::error(file, code, words);
    if code == "template-syntax" {
        // The engine stumbles over the next end; what is open stands above it.
        if is_unpaired(&found.message)
            && let Some((place, message, help)) = scan::unpaired(text)
        {
            return Diagnostic::error(file, code, message).at(place).help(help);
        }
        let help = remedy(&found.message);
        found = found.help(help);
    }
    let place =
        error.range().filter(|r| r.end > r.start).or_else(|| error.line().and_then(|n| line(text, n)));
    if let Some(place) = place {
        found = found.at(place);
    }
    found
}

const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// Whether these words of the engine mean a statement without its end, or an end without its statement.
fn is_unpaired(words: &str) -> bool {
    let unpaired = words.strip_prefix("unknown statement ").is_some_and(|word| STATEMENTS.contains(&word));
    words.contains("end of input") || unpaired
}

/// What to do about words that the engine does not understand.
fn remedy(words: &str) -> String {
    if is_unpaired(words) {
        return "end every {% if … %} with {% endif %} and every {% for … %} with {% endfor %}, above this place too"
            .to_owned();
    }
    if words.contains("end of variable block") {
        return "end what begins with {{ with }}: {{ request.title }}".to_owned();
    }
    if words.contains("end of block") {
        return "end what begins with {% with %}: {% if request.title %}".to_owned();
    }
    if let Some(word) = words.strip_prefix("unknown statement ") {
        return match did_you_mean(word, STATEMENTS) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("templates know {}", STATEMENTS.join(", ")),
        };
    }
    "docs/templates.md shows how placeholders, conditions and lists are written".to_owned()
}

/// Bytes of the line numbered `number`, from 1.
fn line(text: &str, number: usize) -> Option<std::ops::Range<usize>> {
    let before: usize = text.split_inclusive('\n').take(number.checked_sub(1)?).map(str::len).sum();
    let line = text.get(before..)?.lines().next()?;
    Some(before..before + line.len())
}

/// An engine that knows our filters and nothing else, reads no file, and ends.
fn engine(language: Language) -> minijinja::Environment<'static> {
    let mut engine = minijinja::Environment::empty();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        engine.set_syntax(syntax);
    }
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::None);
    engine.set_fuel(Some(FUEL));
    engine.set_recursion_limit(16);
    engine.set_debug(false);
    engine.set_formatter(|out, state, value| {
        if value.is_none() || value.is_undefined() {
            return Err(Error::new(ErrorKind::UndefinedError, "this is not known for every letter"));
        }
        if value.as_str().is_none() && !value.is_number() {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                "this is no text: a list wants `|list` or a loop",
            ));
        }
        escape_formatter(out, state, value)
    });
    engine.add_filter("date", move |v: Value| day(&v).map(|d| dates::date(language, d)));
    engine.add_filter("date_no_year", move |v: Value| day(&v).map(|d| dates::date_no_year(language, d)));
    engine.add_filter("span", move |first: Value, last: Value| {
        Ok::<_, Error>(dates::span(language, day(&first)?, day(&last)?))
    });
    engine.add_filter("moment", move |v: Value| moment(language, &v, dates::moment));
    engine.add_filter("second", move |v: Value| moment(language, &v, dates::second));
    engine.add_filter("margin", move |v: Value| {
        i64::try_from(v.clone()).map(|s| dates::margin(language, s)).map_err(|_| not(&v, "a margin"))
    });
    engine.add_filter("list", move |v: Value| {
        let items =
            v.try_iter().map_err(|_| not(&v, "a list"))?.map(|item| item.to_string()).collect::<Vec<_>>();
        if items.is_empty() {
            return Err(Error::new(ErrorKind::UndefinedError, "the list is empty for some letters"));
        }
        Ok(dates::list(language, &items))
    });
    engine.add_filter("of", move |v: Value| match v.as_str() {
        Some(name) => Ok(of::of(language, name)),
        None => Err(not(&v, "a text")),
    });
    engine
}

fn not(value: &Value, what: &str) -> Error {
    if value.is_none() {
        Error::new(ErrorKind::UndefinedError, "this is not known for every letter")
    } else {
        Error::new(ErrorKind::InvalidOperation, format!("`{value}` is not {what}"))
    }
}

fn day(value: &Value) -> Result<NaiveDate, Error> {
    // Of a moment, its day.
    let text = value.as_str().map(|s| s.split_once('T').map_or(s, |(day, _)| day));
    text.and_then(|s| s.parse().ok()).ok_or_else(|| not(value, "a date"))
}

type Clock = fn(Language, NaiveDateTime, &str) -> String;

fn moment(language: Language, value: &Value, write: Clock) -> Result<String, Error> {
    let parts = value.as_str().and_then(|s| s.split_once(' '));
    let (at, city) = parts.ok_or_else(|| not(value, "a moment"))?;
    let at: NaiveDateTime = at.parse().map_err(|_| not(value, "a moment"))?;
    Ok(write(language, at, city))
}
