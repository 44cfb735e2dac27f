//! The child's side: confine, say hello, answer until the pipe closes.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::frame::{self, Request};
use super::{Limits, confine, mail, ocr, paper};

/// The stack of the thread that parses: enough for any nesting that the pre-scan lets pass, many times over. Only
/// touched pages count as memory.
const STACK: usize = 64 << 20;
/// A child ends after so much work, or one so big a message, and is replaced: no leak grows for ever, and its CPU
/// limit ([`confine::CPU_SECONDS`]) stays far.
const CAREER: Duration = Duration::from_secs(40);
const BIG: usize = 16 << 20;

/// The child: confines itself, then answers requests on standard input until it closes. Called by `main` for the
/// hidden command `worker`, with the limits as further arguments.
pub fn serve() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(2).collect();
    let limits = Limits::parse(&arguments);
    let path = |name: &str| {
        arguments
            .iter()
            .find_map(|a| a.split_once('=').filter(|(n, _)| *n == name))
            .map(|(_, p)| PathBuf::from(p))
    };
    let (pdftotext, tesseract) = (path("pdftotext"), path("tesseract"));
    let streams = io::stdin()
        .as_fd()
        .try_clone_to_owned()
        .and_then(|input| Ok((File::from(input), File::from(io::stdout().as_fd().try_clone_to_owned()?))));
    let Ok((mut input, mut output)) = streams else { return ExitCode::FAILURE };
    // A panic is an answer here (the paper is damaged); its words would only fill a log with a stranger's text.
    std::panic::set_hook(Box::new(|_| {}));
    let confinement = confine::confine(&limits);
    let slow = Limits { time: limits.time + limits.scan_time, ..limits.clone() };
    let scans = tesseract.clone().map(|tool| {
        let pages = usize::try_from(limits.scan_pages).unwrap_or(usize::MAX);
        ocr::Reader { tool, lanes: 1, pages, languages: OnceLock::new() }
    });
    let opener = paper::Opener { limits, pdftotext, tesseract, scans: None };
    let mut reader = paper::Opener {
        limits: slow,
        pdftotext: opener.pdftotext.clone(),
        tesseract: opener.tesseract.clone(),
        scans,
    };
    let work = move || -> io::Result<()> {
        let (mut request, mut answer) = (Vec::new(), Vec::new());
        frame::write(&mut output, &mut answer, frame::HELLO, &confinement)?;
        let mut busy = Duration::ZERO;
        while let Some(tag) = frame::read(&mut input, &mut request, frame::MAX_REQUEST)? {
            let start = Instant::now();
            let mut raw = request.get(frame::HEAD..).unwrap_or_default();
            let mut opener = &opener;
            let open = match Request::of(tag).ok_or(io::ErrorKind::InvalidData)? {
                Request::Trials => {
                    frame::write(&mut output, &mut answer, frame::ANSWER, &confine::trials())?;
                    continue;
                }
                Request::Message => true,
                Request::MailOnly => false,
                Request::Scans => {
                    let (lanes, rest) = raw.split_first().ok_or(io::ErrorKind::InvalidData)?;
                    if let Some(scans) = &mut reader.scans {
                        scans.lanes = usize::from(*lanes);
                    }
                    (raw, opener) = (rest, &reader);
                    true
                }
            };
            let message = mail::open(raw, opener, open);
            busy += start.elapsed();
            let last = busy > CAREER || raw.len() > BIG;
            frame::write(&mut output, &mut answer, if last { frame::LAST } else { frame::ANSWER }, &message)?;
            if last {
                break;
            }
        }
        Ok(())
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
