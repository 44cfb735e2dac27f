//! A private Postfix: its own configuration, queue and port in a temporary folder; nothing of the machine's is touched.
//! `master` wants root, and the queue's owners as the package made them (postfix, postdrop).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A running instance; stopped and removed when dropped.
pub struct Postfix {
    folder: tempfile::TempDir,
    pub port: u16,
}

/// None where Postfix is not installed (or we are not root), which is said loudly, and is a failure where
/// `VERBALE_REQUIRE_SERVERS=1`.
pub fn start(certificate: &str, key: &str) -> Option<Postfix> {
    let installed =
        Path::new("/usr/sbin/postfix").exists() && Path::new("/usr/lib/postfix/sbin/smtpd").exists();
    let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n");
    if !installed || !root {
        let why = if installed { "a private Postfix needs root" } else { "postfix is not installed" };
        assert!(std::env::var("VERBALE_REQUIRE_SERVERS").as_deref() != Ok("1"), "{why}");
        eprintln!("skipped: {why}");
        return None;
    }
    let folder = tempfile::Builder::new().prefix("verbale-postfix-").tempdir().unwrap();
    let port = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    let path = |name: &str| folder.path().join(name).display().to_string();
    for name in ["etc", "queue", "data", "mail"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let write = |name: &str, text: &str| std::fs::write(folder.path().join("etc").join(name), text).unwrap();
    write("cert.pem", certificate);
    write("key.pem", key);
    write("mailboxes", "mission@state.example mission/\nslow@state.example slow/\n");
    write("access", "slow@state.example 450 4.2.0 greylisted, come back later\n");
    let (etc, queue, data, mail) = (path("etc"), path("queue"), path("data"), path("mail"));
    write(
        "main.cf",
        &format!(
            "compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = relay.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = loopback-only
inet_protocols = ipv4
alias_maps =
alias_database =
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
smtpd_tls_security_level = may
smtpd_tls_cert_file = {etc}/cert.pem
smtpd_tls_key_file = {etc}/key.pem
message_size_limit = 100000
virtual_mailbox_limit = 0
virtual_mailbox_domains = state.example
virtual_mailbox_base = {mail}
virtual_mailbox_maps = texthash:{etc}/mailboxes
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
virtual_transport = virtual
smtpd_reject_unlisted_recipient = yes
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access texthash:{etc}/access
default_transport = error:no letter leaves this machine
relayhost =
smtpd_peername_lookup = no
",
            folder = folder.path().display(),
            uid = id("-u"),
            gid = id("-g"),
        ),
    );
    write(
        "master.cf",
        &format!(
            "127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"
        ),
    );
    // The daemons run as `postfix` and must be able to walk in; the mailboxes belong to the same user.
    run(Command::new("chmod").arg("755").arg(folder.path()));
    run(Command::new("chown").arg("-R").arg("postfix").args([&data, &mail]));
    let instance = Postfix { folder, port };
    run(&mut instance.postfix("start"));
    let until = Instant::now() + Duration::from_secs(30);
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < until, "postfix does not answer: {}", instance.log());
        std::thread::sleep(Duration::from_millis(50));
    }
    Some(instance)
}

/// The number of the user `postfix`.
fn id(what: &str) -> String {
    let out = Command::new("id").args([what, "postfix"]).output().unwrap();
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

fn run(command: &mut Command) {
    let out = command.stdin(Stdio::null()).output().unwrap();
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
}

impl Postfix {
    fn postfix(&self, word: &str) -> Command {
        let mut command = Command::new("/usr/sbin/postfix");
        command.arg("-c").arg(self.folder.path().join("etc")).arg(word);
        command
    }

    /// What Postfix logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The letters in a mailbox, when there are `count`.
    pub fn letters(&self, mailbox: &str, count: usize) -> Vec<Vec<u8>> {
        let new = self.folder.path().join("mail").join(mailbox).join("new");
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            let files: Vec<PathBuf> = std::fs::read_dir(&new)
                .map(|dir| dir.map(|f| f.unwrap().path()).collect())
                .unwrap_or_default();
            if files.len() >= count {
                return files.iter().map(|file| std::fs::read(file).unwrap()).collect();
            }
            assert!(Instant::now() < until, "{} of {count} letters: {}", files.len(), self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let _ = self.postfix("stop").output();
    }
}
