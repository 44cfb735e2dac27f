//! The way to the relay: finding it, connecting, TLS.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::net::TcpStream;

use super::SmtpSettings;
use super::verdict::Fault;
use super::wire::Socket;

/// TLS settings with the system's certificates and the desk's own.
///
/// # Errors
/// The PEM text holds no certificate, or a bad one.
pub(super) fn tls_config(ca: Option<&[u8]>) -> Result<Arc<ClientConfig>, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut extra = Vec::new();
    if let Some(pem) = ca {
        for certificate in CertificateDer::pem_slice_iter(pem) {
            extra.push(certificate.map_err(|e| format!("the extra CA certificate cannot be read: {e}"))?);
        }
        if extra.is_empty() {
            return Err("the extra CA file holds no certificate".into());
        }
    }
    let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(extra, provider.clone())
        .map_err(|e| format!("the system's certificates cannot be used: {e}"))?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .dangerous() // the name of rustls for "with a verifier of your own"; this one verifies
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Finds the relay's addresses and connects to the first that answers; each gets its share of the limit, so that a
/// dead IPv6 route does not use up the time of IPv4.
pub(super) async fn dial(settings: &SmtpSettings) -> Result<TcpStream, Fault> {
    let limit = settings.timeout;
    let lookup = tokio::net::lookup_host((settings.host.as_str(), settings.port));
    let addresses: Vec<_> = match tokio::time::timeout(limit, lookup).await {
        Ok(Ok(addresses)) => addresses.collect(),
        Ok(Err(error)) => return Err(Fault::Failed(format!("{} is not known: {error}", settings.host))),
        Err(_) => return Err(Fault::Silent),
    };
    let share = limit / u32::try_from(addresses.len()).unwrap_or(u32::MAX).max(1);
    let mut fault = Fault::Failed(format!("{} has no address", settings.host));
    for address in addresses {
        match tokio::time::timeout(share, TcpStream::connect(address)).await {
            Ok(Ok(socket)) => {
                // Commands are short and each waits for its answer: Nagle's delay would only add to it.
                let _ = socket.set_nodelay(true);
                return Ok(socket);
            }
            Ok(Err(error)) => fault = Fault::Failed(format!("{address}: {error}")),
            Err(_) => fault = Fault::Silent,
        }
    }
    Err(fault)
}

/// Speaks TLS over an open stream, with the relay's name checked against its certificate.
pub(super) async fn handshake(
    socket: TcpStream,
    config: &Arc<ClientConfig>,
    settings: &SmtpSettings,
) -> Result<Socket, Fault> {
    let name = ServerName::try_from(settings.host.clone())
        .map_err(|_| Fault::Failed(format!("{} cannot be the name on a certificate", settings.host)))?;
    let connector = tokio_rustls::TlsConnector::from(config.clone());
    match tokio::time::timeout(settings.timeout, connector.connect(name, socket)).await {
        Ok(Ok(stream)) => Ok(Socket::Tls(Box::new(stream))),
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => Err(Fault::Cut),
        Ok(Err(error)) => Err(Fault::Failed(error.to_string())),
        Err(_) => Err(Fault::Silent),
    }
}
