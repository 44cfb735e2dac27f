//! The straight lines that a PDF draws: the borders of its tables, which `pdftotext` does not tell of.
//!
//! Pages are drawn by operators (ISO 32000-1, 8.5): a path is made (`m`, `l`, `re`), changed by the matrix in force (`cm`,
//! between `q` and `Q`) and painted, by a stroke or as a thin rectangle that is filled.

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::layout::{Stroke, Strokes};

/// A PDF larger than this holds pictures; its lines are not worth the time to take it apart.
const BYTES: usize = 4 << 20;
/// Compressed bytes of what one page draws: text and borders are far less, and each may hold a thousand times as many.
const DRAWN: usize = 64 << 10;
/// Bytes of all pages as they are written out; taken apart they fill some twenty times as much.
const WRITTEN: usize = 8 << 20;
/// Operators of all pages that are followed.
const OPERATORS: usize = 400_000;
/// Lines of one page that are kept.
const LINES: usize = 4_000;
/// Forms within forms, and forms of all pages.
const DEPTH: usize = 4;
const FORMS: usize = 400;
/// A filled rectangle no thicker than this is a line (points).
const THIN: f64 = 3.0;

/// The lines of each of the first `pages` pages; none where the PDF cannot be taken apart.
pub(super) fn of_pages(bytes: &[u8], pages: usize) -> Vec<Strokes> {
    if bytes.len() > BYTES {
        return Vec::new();
    }
    // The crate panics on odd files; then tables are told by gaps.
    std::panic::catch_unwind(|| {
        let document = Document::load_mem(bytes).ok()?;
        let mut pen = Pen::of(&document);
        Some(document.page_iter().take(pages).map(|page| of_page(&mut pen, page)).collect())
    })
    .ok()
    .flatten()
    .unwrap_or_default()
}

fn of_page(pen: &mut Pen, page: ObjectId) -> Strokes {
    let document = pen.document;
    let Some(Area { left, top }) = upper_left(document, page) else { return Strokes::default() };
    // Points from the upper left corner, downwards.
    let matrix = Matrix([1.0, 0.0, 0.0, -1.0, -left, top]);
    let mut content: Vec<u8> = Vec::new();
    for id in document.get_page_contents(page) {
        let Some(stream) = document.get_object(id).ok().and_then(|o| o.as_stream().ok()) else { continue };
        let Some(part) = pen.written(stream) else { return Strokes::default() };
        content.extend(part);
        content.push(b'\n');
    }
    let own = document.get_page_resources(page).ok();
    let resources =
        own.and_then(|(direct, shared)| direct.or_else(|| document.get_dictionary(*shared.first()?).ok()));
    pen.draw(&content, resources, matrix, 0);
    std::mem::take(&mut pen.strokes)
}

/// What the operators in `content` draw on a page of A4, without any form.
pub(super) fn of_content(content: &[u8]) -> Strokes {
    let document = Document::new();
    let mut pen = Pen::of(&document);
    pen.draw(content, None, Matrix([1.0, 0.0, 0.0, -1.0, 0.0, 842.0]), 0);
    pen.strokes
}

/// The corner of a page from which its text is measured.
struct Area {
    left: f64,
    top: f64,
}

/// The upper left corner of the page's MediaBox, its own or inherited; `None` of a page that is turned.
fn upper_left(document: &Document, page: ObjectId) -> Option<Area> {
    let inherited = |key: &[u8]| {
        let mut at = document.get_dictionary(page).ok()?;
        for _ in 0..32 {
            if let Ok(found) = at.get(key) {
                return document.dereference(found).ok().map(|(_, object)| object.clone());
            }
            at = document.get_dictionary(at.get(b"Parent").ok()?.as_reference().ok()?).ok()?;
        }
        None
    };
    if inherited(b"Rotate").and_then(|r| number(&r)).is_some_and(|turn| turn != 0.0) {
        return None;
    }
    let area: Vec<f64> = inherited(b"MediaBox")?.as_array().ok()?.iter().filter_map(number).collect();
    let &[a, b, c, d] = area.as_slice() else { return None };
    Some(Area { left: a.min(c), top: b.max(d) })
}

fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(whole) => Some(*whole as f64),
        Object::Real(real) => Some(f64::from(*real)),
        _ => None,
    }
    .filter(|n| n.is_finite())
}

/// `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    fn of(numbers: &[Object]) -> Option<Self> {
        let all: Vec<f64> = numbers.iter().filter_map(number).collect();
        Some(Self(all.try_into().ok()?))
    }

    /// This one first, then `outer`.
    fn within(self, outer: Self) -> Self {
        let (Self([a, b, c, d, e, f]), Self([g, h, i, j, k, l])) = (self, outer);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        let Self([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// A part of a path: its corners on the page, and whether it ends where it began.
#[derive(Debug, Default)]
struct Part {
    corners: Vec<(f64, f64)>,
    closed: bool,
    curved: bool,
}

/// Draws the pages of a paper; what it may follow in all is bounded.
struct Pen<'a> {
    document: &'a Document,
    /// Of this page.
    strokes: Strokes,
    operators: usize,
    forms: usize,
    /// Bytes written out so far.
    bytes: usize,
}

impl<'a> Pen<'a> {
    fn of(document: &'a Document) -> Self {
        Self { document, strokes: Strokes::default(), operators: 0, forms: 0, bytes: 0 }
    }

    /// What a stream says, if that is not too long.
    fn written(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        if stream.content.len() > DRAWN || self.bytes > WRITTEN {
            return None;
        }
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        self.bytes += content.len();
        (self.bytes <= WRITTEN).then_some(content)
    }

    fn draw(&mut self, content: &[u8], resources: Option<&Dictionary>, matrix: Matrix, depth: usize) {
        let content = Some(content).filter(|content| content.len() <= WRITTEN);
        let Some(Content { operations }) = content.and_then(|c| Content::decode(c).ok()) else { return };
        let mut matrix = matrix;
        let mut kept: Vec<Matrix> = Vec::new();
        let mut path: Vec<Part> = Vec::new();
        for Operation { operator, operands } in operations {
            self.operators += 1;
            if self.operators > OPERATORS {
                return;
            }
            let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
            match (operator.as_str(), numbers.as_slice()) {
                ("q", _) => kept.push(matrix),
                ("Q", _) => matrix = kept.pop().unwrap_or(matrix),
                ("cm", _) => matrix = Matrix::of(&operands).map_or(matrix, |m| m.within(matrix)),
                ("m", &[x, y]) => {
                    path.push(Part { corners: vec![matrix.apply((x, y))], ..Part::default() });
                }
                ("l", &[x, y]) => {
                    path.iter_mut().last().into_iter().for_each(|p| p.corners.push(matrix.apply((x, y))));
                }
                ("c" | "v" | "y", _) => path.iter_mut().last().into_iter().for_each(|p| p.curved = true),
                ("h", _) => path.iter_mut().last().into_iter().for_each(|p| p.closed = true),
                ("re", &[x, y, width, height]) => {
                    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    let corners = corners.map(|corner| matrix.apply(corner)).to_vec();
                    path.push(Part { corners, closed: true, curved: false });
                }
                ("S" | "s", _) => self.stroke(&std::mem::take(&mut path), operator == "s"),
                ("f" | "F" | "f*", _) => self.fill(&std::mem::take(&mut path)),
                ("B" | "B*" | "b" | "b*", _) => {
                    let path = std::mem::take(&mut path);
                    self.fill(&path);
                    self.stroke(&path, operator.starts_with('b'));
                }
                ("n", _) => path.clear(),
                ("Do", _) if depth < DEPTH && self.forms < FORMS => {
                    self.form(&operands, resources, matrix, depth)
                }
                _ => {}
            }
        }
    }

    /// What a form (8.10) draws.
    fn form(&mut self, operands: &[Object], resources: Option<&Dictionary>, matrix: Matrix, depth: usize) {
        let form = || {
            let name = operands.first()?.as_name().ok()?;
            let (_, all) = self.document.dereference(resources?.get(b"XObject").ok()?).ok()?;
            let (_, one) = self.document.dereference(all.as_dict().ok()?.get(name).ok()?).ok()?;
            let stream = one.as_stream().ok()?;
            let is_form = stream.dict.get(b"Subtype").ok()?.as_name().ok()? == b"Form";
            is_form.then_some(stream)
        };
        let Some(stream) = form() else { return };
        self.forms += 1;
        let own = stream.dict.get(b"Matrix").ok().and_then(|m| Matrix::of(m.as_array().ok()?));
        let of_form = stream.dict.get(b"Resources").ok().and_then(|r| self.document.dereference(r).ok());
        let of_form = of_form.and_then(|(_, r)| r.as_dict().ok());
        let Some(content) = self.written(stream) else { return };
        let matrix = own.map_or(matrix, |own| own.within(matrix));
        self.draw(&content, of_form.or(resources), matrix, depth + 1);
    }

    fn stroke(&mut self, path: &[Part], closes: bool) {
        for part in path {
            let end = (closes || part.closed).then(|| part.corners.first()).flatten();
            let corners: Vec<(f64, f64)> = part.corners.iter().chain(end).copied().collect();
            for pair in corners.windows(2) {
                if let &[a, b] = pair {
                    self.line(a, b, 1.0);
                }
            }
        }
    }

    fn fill(&mut self, path: &[Part]) {
        for part in path.iter().filter(|p| !p.curved && (4..=5).contains(&p.corners.len())) {
            let bound = |of: fn(f64, f64) -> f64, start: f64| {
                part.corners.iter().fold((start, start), |(x, y), c| (of(x, c.0), of(y, c.1)))
            };
            self.line(bound(f64::min, f64::MAX), bound(f64::max, f64::MIN), THIN);
        }
    }

    /// A line between two corners, if what they span is no thicker than `thin` and lies level or upright.
    fn line(&mut self, (x, y): (f64, f64), (to_x, to_y): (f64, f64), thin: f64) {
        let (wide, tall) = ((to_x - x).abs(), (to_y - y).abs());
        let stroke = |at: f64, from: f64, to: f64| Stroke {
            at: at as f32,
            from: from.min(to) as f32,
            to: from.max(to) as f32,
        };
        if self.strokes.across.len() + self.strokes.down.len() >= LINES {
            return;
        }
        if tall <= thin && wide > tall {
            self.strokes.across.push(stroke(f64::midpoint(y, to_y), x, to_x));
        } else if wide <= thin && tall > wide {
            self.strokes.down.push(stroke(f64::midpoint(x, to_x), y, to_y));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use pdf_extract::dictionary;

    use super::*;

    /// A PDF of one page with this content, and a form "Fm" with that.
    fn pdf(page: Dictionary, content: &str, form: &str) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let form = Stream::new(
            dictionary! { "Subtype" => "Form", "Matrix" => vec![1.into(), 0.into(), 0.into(), 1.into(), 0.into(), 100.into()] },
            form.as_bytes().to_vec(),
        );
        let form = document.add_object(form);
        let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
        let parent = document.new_object_id();
        let mut page = page;
        page.set("Type", "Page");
        page.set("Parent", parent);
        page.set("Contents", content);
        page.set("Resources", dictionary! { "XObject" => dictionary! { "Fm" => form } });
        let page = document.add_object(page);
        let pages = dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
            "MediaBox" => vec![0.into(), 0.into(), 600.into(), 800.into()],
        };
        document.objects.insert(parent, Object::Dictionary(pages));
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
        document.trailer.set("Root", catalog);
        let mut out = Vec::new();
        document.save_to(&mut out).unwrap();
        out
    }

    fn line(at: f32, from: f32, to: f32) -> Stroke {
        Stroke { at, from, to }
    }

    #[test]
    fn strokes_and_thin_rectangles_are_lines() {
        let content = "q 2 0 0 2 10 0 cm 50 300 m 150 300 l S Q 50 600 m 300 600 l 300 500 l s \
                       20 100 200 0.5 re f 20 100 0.5 90 re f* 20 10 200 90 re f 0 0 m 9 9 9 9 9 9 c S 5 5 70 80 re n /Fm Do";
        let found = of_pages(&pdf(dictionary! {}, content, "40 40 m 90 40 l S /Fm Do"), 9);
        let [page] = found.as_slice() else { panic!("{found:?}") };
        // The matrix holds between q and Q; a closed path has its last side; the form stands 100 points higher. A filled
        // area, a curve and a path that only clips are no lines. The form draws itself no deeper than it may.
        assert_eq!(page.across.first(), Some(&line(200.0, 110.0, 310.0)));
        assert_eq!(page.across.get(1), Some(&line(200.0, 50.0, 300.0)));
        assert_eq!(page.across.get(2), Some(&line(699.75, 20.0, 220.0)));
        assert_eq!(page.across.get(3), Some(&line(660.0, 40.0, 90.0)));
        assert!(page.across.len() <= 3 + DEPTH);
        assert_eq!(page.down, [line(300.0, 200.0, 300.0), line(20.25, 610.0, 700.0)]);
    }

    #[test]
    fn a_form_that_is_drawn_for_ever_ends() {
        let content = "/Fm Do ".repeat(100_000);
        let found = of_pages(&pdf(dictionary! {}, &content, "40 40 m 90 40 l S /Fm Do /Fm Do /Fm Do"), 9);
        assert!(found.first().is_some_and(|page| page.across.len() <= FORMS));
        // One that unpacks to megabytes, again and again.
        let mut document = Document::with_version("1.5");
        let mut bomb = Stream::new(dictionary! {}, b"40 40 m 90 40 l S ".repeat(200_000));
        bomb.compress().unwrap();
        assert!(bomb.content.len() < DRAWN);
        let bomb = document.add_object(bomb);
        let all = vec![Object::Reference(bomb); 5_000];
        let page = document.add_object(
            dictionary! { "Contents" => all, "MediaBox" => vec![0.into(), 0.into(), 600.into(), 800.into()] },
        );
        assert_eq!(of_page(&mut Pen::of(&document), page), Strokes::default());
        let long = "1 0 0 1 0 0 cm ".repeat(600_000);
        assert_eq!(of_content(long.as_bytes()), Strokes::default());
    }

    #[test]
    fn a_page_that_is_turned_or_broken_has_none() {
        let turned = pdf(dictionary! { "Rotate" => 90 }, "50 300 m 150 300 l S", "");
        assert_eq!(of_pages(&turned, 9), [Strokes::default()]);
        assert!(of_pages(b"%PDF-1.4 nothing", 9).is_empty());
        let odd = pdf(dictionary! {}, "Q Q l re (a) m 1 m 1 2 l cm S /No Do 1e99 1 m 3 1 l S", "");
        assert_eq!(of_pages(&odd, 9).len(), 1);
    }
}
