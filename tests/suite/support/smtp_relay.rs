//! A well-behaved SMTP server that keeps what it is given: with TLS, STARTTLS and AUTH.

use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::smtp_script::read_letter;

/// A certificate authority made for one test, and a certificate for `localhost` in PEM and for rustls.
pub struct Papers {
    pub ca: String,
    pub certificate: String,
    pub key: String,
    pub config: Arc<ServerConfig>,
}

pub fn papers() -> Papers {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate =
        CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &ca).unwrap();
    let secret = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], secret)
        .unwrap();
    Papers {
        ca: ca.pem(),
        certificate: certificate.pem(),
        key: key.serialize_pem(),
        config: Arc::new(config),
    }
}

/// How the server behaves.
#[derive(Clone, Default)]
pub struct Manner {
    pub tls: Option<Arc<ServerConfig>>,
    pub implicit: bool,
    /// Offered in EHLO, such as `AUTH LOGIN`.
    pub offers: Vec<String>,
    /// Said in clear text right behind the answer to STARTTLS.
    pub smuggled: String,
    /// Whether a login is accepted.
    pub accepts: bool,
}

/// What it was given.
#[derive(Debug, Default)]
pub struct Kept {
    pub connections: usize,
    pub commands: Vec<String>,
    pub letters: Vec<Vec<u8>>,
}

pub async fn relay(manner: Manner) -> (u16, Arc<Mutex<Kept>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let kept = Arc::new(Mutex::new(Kept::default()));
    let log = kept.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            log.lock().unwrap().connections += 1;
            let (manner, log) = (manner.clone(), log.clone());
            tokio::spawn(async move {
                let acceptor = manner.tls.clone().map(TlsAcceptor::from);
                if !manner.implicit && !talk(&mut stream, &manner, &log, false).await {
                    return;
                }
                let Ok(tls) = acceptor.unwrap().accept(stream).await else { return };
                talk(tls, &manner, &log, true).await;
            });
        }
    });
    (port, kept)
}

/// Whether TLS is to begin.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    manner: &Manner,
    log: &Mutex<Kept>,
    secure: bool,
) -> bool {
    let mut s = BufReader::new(stream);
    // After STARTTLS there is no second greeting.
    if !secure || manner.implicit {
        say(&mut s, "220 relay.example ESMTP").await;
    }
    loop {
        let mut line = String::new();
        if s.read_line(&mut line).await.unwrap_or(0) == 0 {
            return false;
        }
        let line = line.trim_end().to_owned();
        log.lock().unwrap().commands.push(line.clone());
        match line.split([' ', ':']).next().unwrap_or("") {
            "EHLO" => {
                say(&mut s, "250-relay.example").await;
                for offer in &manner.offers {
                    if !(secure && offer == "STARTTLS") {
                        say(&mut s, &format!("250-{offer}")).await;
                    }
                }
                say(&mut s, "250 HELP").await;
            }
            "STARTTLS" => {
                let answer = format!("220 go ahead\r\n{}", manner.smuggled);
                s.write_all(answer.as_bytes()).await.unwrap();
                s.flush().await.unwrap();
                return true;
            }
            "AUTH" if line.starts_with("AUTH LOGIN") => {
                for prompt in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                    say(&mut s, prompt).await;
                    let mut answer = String::new();
                    let _ = s.read_line(&mut answer).await;
                    log.lock().unwrap().commands.push(answer.trim_end().to_owned());
                }
                say(&mut s, if manner.accepts { "235 welcome" } else { "535 5.7.8 no" }).await;
            }
            // An ill-behaved server repeats what it was told.
            "AUTH" if manner.accepts => say(&mut s, "235 2.7.0 welcome").await,
            "AUTH" => say(&mut s, &format!("535 5.7.8 wrong: {line} (letmein)")).await,
            "DATA" => {
                say(&mut s, "354 go on").await;
                let letter = read_letter(&mut s).await;
                let n = {
                    let mut kept = log.lock().unwrap();
                    kept.letters.push(letter);
                    kept.letters.len()
                };
                say(&mut s, &format!("250 2.0.0 queued as {n}")).await;
            }
            "QUIT" => {
                say(&mut s, "221 bye").await;
                return false;
            }
            _ => say(&mut s, "250 Ok").await,
        }
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufReader<S>, line: &str) {
    let _ = stream.write_all(format!("{line}\r\n").as_bytes()).await;
    let _ = stream.flush().await;
}
