//! How a connection is opened and protected; the one door to rustls on the reading side.

use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio_rustls::TlsConnector;

use super::{Error, ImapSettings, Tls};

/// A connection, in clear text or not.
pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug> Stream for T {}

/// What is needed to check the server's certificate: the platform's authorities and those of the desk. The
/// provider is named, so that no second one in the build can make a handshake panic (rustls#1938).
pub(super) fn client_config(settings: &ImapSettings) -> Result<Arc<rustls::ClientConfig>, Error> {
    let mut extra = Vec::new();
    if let Some(pem) = &settings.ca {
        for certificate in CertificateDer::pem_slice_iter(pem) {
            extra.push(certificate.map_err(|e| {
                Error::Mailbox(format!("the file of the mailbox's certificate authority is not PEM ({e})"))
            })?);
        }
        if extra.is_empty() {
            return Err(Error::Mailbox(
                "the file of the mailbox's certificate authority holds no certificate".into(),
            ));
        }
    }
    let failed = |e: rustls::Error| Error::Mailbox(format!("TLS could not be set up for the mailbox: {e}"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(extra, Arc::clone(&provider))
        .map_err(failed)?;
    Ok(Arc::new(
        rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(failed)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth(),
    ))
}

/// Opens the connection as the settings say, within their time limit. With [`Tls::StartTls`] nothing that the
/// server said before the handshake is kept, and a server that will not start TLS is refused.
pub(super) async fn open(
    settings: &ImapSettings,
    config: Option<&Arc<rustls::ClientConfig>>,
) -> Result<Box<dyn Stream>, Error> {
    let tcp = limited(settings, settings.timeout, "did not take the connection", tcp(settings)).await?;
    let (Some(config), Tls::Implicit | Tls::StartTls) = (config, settings.tls) else {
        return Ok(Box::new(tcp));
    };
    let tcp = match settings.tls {
        Tls::StartTls => {
            limited(settings, settings.timeout, "did not begin TLS", start_tls(settings, tcp)).await?
        }
        _ => tcp,
    };
    let name = ServerName::try_from(bare(&settings.host).to_owned()).map_err(|_| {
        settings.trouble(
            "has a name that no certificate can bear: write its host name or address in the settings",
        )
    })?;
    let handshake = async {
        TlsConnector::from(Arc::clone(config)).connect(name, tcp).await.map_err(|e| {
            settings.trouble(&format!(
                "failed the TLS handshake ({e}): check the port, the host name and, for a private certificate \
                 authority, that its certificate is in the settings"
            ))
        })
    };
    Ok(Box::new(limited(settings, settings.timeout, "did not finish the TLS handshake", handshake).await?))
}

/// `work`, or the trouble that it took longer than `limit`.
pub(super) async fn limited<T>(
    settings: &ImapSettings,
    limit: Duration,
    what: &str,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    match tokio::time::timeout(limit, work).await {
        Ok(done) => done,
        Err(_) => Err(settings.trouble(&format!("{what} within {} s", limit.as_secs_f64()))),
    }
}

/// The host without the brackets in which an IPv6 address may be written.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

async fn tcp(settings: &ImapSettings) -> Result<TcpStream, Error> {
    let unreachable = |e: std::io::Error| settings.trouble(&format!("cannot be reached ({e})"));
    let mut last = None;
    for address in
        tokio::net::lookup_host((bare(&settings.host), settings.port)).await.map_err(unreachable)?
    {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() };
        let connected = async {
            let socket = socket?;
            socket.set_keepalive(true)?;
            let stream = socket.connect(address).await?;
            stream.set_nodelay(true)?;
            Ok(stream)
        };
        match connected.await {
            Ok(stream) => return Ok(stream),
            Err(e) => last = Some(e),
        }
    }
    Err(last.map_or_else(|| settings.trouble("has no address"), unreachable))
}

/// STARTTLS (RFC 3501 §6.2.1), read byte by byte so that nothing of the clear-text phase is left in a buffer:
/// what a third party pushed in behind the server's OK breaks the handshake instead of being believed.
async fn start_tls(settings: &ImapSettings, mut tcp: TcpStream) -> Result<TcpStream, Error> {
    let refused = || {
        settings.trouble(
            "does not offer STARTTLS, which the settings require: nothing was sent; use its TLS port (993), or \
             look for something on the way that takes the offer out",
        )
    };
    if !line(settings, &mut tcp).await?.to_ascii_uppercase().starts_with(b"* OK") {
        return Err(refused()); // PREAUTH too: it leaves no room for STARTTLS
    }
    tcp.write_all(b"s STARTTLS\r\n").await.map_err(|e| settings.lost(&e))?;
    for _ in 0..50 {
        let answer = line(settings, &mut tcp).await?.to_ascii_uppercase();
        if answer.starts_with(b"S OK") {
            return Ok(tcp);
        }
        if !answer.starts_with(b"* ") || answer.starts_with(b"* BYE") {
            return Err(refused());
        }
    }
    Err(refused())
}

async fn line(settings: &ImapSettings, tcp: &mut TcpStream) -> Result<Vec<u8>, Error> {
    let mut line = Vec::new();
    while line.len() < 4096 {
        let byte = tcp.read_u8().await.map_err(|e| settings.lost(&e))?;
        if byte == b'\n' {
            return Ok(line);
        }
        line.push(byte);
    }
    Err(settings.trouble("does not speak IMAP on this port"))
}
