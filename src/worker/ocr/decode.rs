//! Pictures as pixels: the one door to the decoders. All of them are written in safe Rust and run in a confined child.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader};
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult};

use super::raster::Raster;

/// More pixels than this are no page and no photograph (a camera of 50 megapixels has as many).
const PIXELS: u64 = 52_000_000;
/// Bytes that a decoder may take.
const MEMORY: u64 = 256 << 20;

/// Why a picture gave no pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecoded {
    /// Too many pixels.
    TooLarge,
    /// Broken, or a flavour that no decoder knows.
    Damaged,
}

/// The pages of a picture: one, but for TIFF, of which at most `most` are decoded. With how many there are.
pub fn pages(bytes: &[u8], media_type: &str, most: usize) -> Result<(Vec<Raster>, usize), Undecoded> {
    if media_type == "image/tiff" { tiff_pages(bytes, most) } else { Ok((vec![one(bytes)?], 1)) }
}

fn one(bytes: &[u8]) -> Result<Raster, Undecoded> {
    let reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Undecoded::Damaged)?;
    let mut decoder = reader.into_decoder().map_err(|_| Undecoded::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Undecoded::TooLarge);
    }
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MEMORY);
    decoder.set_limits(limits).map_err(|_| Undecoded::TooLarge)?;
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Undecoded::Damaged)?;
    picture.apply_orientation(orientation);
    raster(picture).ok_or(Undecoded::Damaged)
}

fn raster(picture: DynamicImage) -> Option<Raster> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    match picture {
        DynamicImage::ImageLuma8(grey) => Raster::grey(width, height, grey.into_raw()),
        DynamicImage::ImageRgb8(rgb) => Raster::rgb(width, height, rgb.as_raw()),
        other if !other.color().has_color() && !other.color().has_alpha() => {
            Raster::grey(width, height, other.into_luma8().into_raw())
        }
        other => {
            // What is transparent is paper.
            let rgba = other.into_rgba8();
            let over = |ink: u8, alpha: u8| 255 - (u32::from(255 - ink) * u32::from(alpha) / 255) as u8;
            let (whole, _) = rgba.as_raw().as_chunks::<4>();
            let grey = whole.iter().map(|[r, g, b, a]| over(*r.max(g).max(b), *a)).collect();
            Raster::grey(width, height, grey)
        }
    }
}

fn tiff_pages(bytes: &[u8], most: usize) -> Result<(Vec<Raster>, usize), Undecoded> {
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(|_| Undecoded::Damaged)?;
    let mut limits = tiff::decoder::Limits::default();
    limits.decoding_buffer_size = MEMORY as usize;
    limits.intermediate_buffer_size = MEMORY as usize;
    decoder = decoder.with_limits(limits);
    let mut pages = Vec::new();
    let mut count = 0;
    loop {
        count += 1;
        if pages.len() < most {
            match tiff_page(&mut decoder) {
                Ok(page) => pages.push(page),
                // What was read so far is worth having.
                Err(_) if !pages.is_empty() => break,
                Err(why) => return Err(why),
            }
        }
        // A chain of directories that turns back on itself is refused by the decoder; this bounds a long one.
        if count >= 10_000 || !decoder.more_images() || decoder.next_image().is_err() {
            break;
        }
    }
    Ok((pages, count))
}

fn tiff_page(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<Raster, Undecoded> {
    let (width, height) = decoder.dimensions().map_err(|_| Undecoded::Damaged)?;
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Undecoded::TooLarge);
    }
    let color = decoder.colortype().map_err(|_| Undecoded::Damaged)?;
    let DecodingResult::U8(data) = decoder.read_image().map_err(|_| Undecoded::Damaged)? else {
        return Err(Undecoded::Damaged);
    };
    let (width, height) = (width as usize, height as usize);
    let page = match color {
        ColorType::Gray(8) => Raster::grey(width, height, data),
        ColorType::Gray(1) => bits(width, height, &data),
        ColorType::RGB(8) | ColorType::YCbCr(8) => Raster::rgb(width, height, &data),
        ColorType::RGBA(8) => {
            let (whole, _) = data.as_chunks::<4>();
            Raster::grey(width, height, whole.iter().map(|[r, g, b, _]| *r.max(g).max(b)).collect())
        }
        _ => None,
    };
    page.ok_or(Undecoded::Damaged)
}

/// Rows of bits, each row begun on a byte; a set bit is white.
fn bits(width: usize, height: usize, data: &[u8]) -> Option<Raster> {
    let mut pixels = Vec::with_capacity(width * height);
    for row in data.chunks(width.div_ceil(8)).take(height) {
        let bits = row.iter().flat_map(|byte| (0..8).rev().map(move |n| byte >> n & 1));
        pixels.extend(bits.take(width).map(|bit| if bit == 1 { 255 } else { 0 }));
    }
    Raster::grey(width, height, pixels)
}
