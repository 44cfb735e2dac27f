//! A private Dovecot on loopback: own folders, own ports, ended with the test.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use super::smtp_relay::papers;

/// The account in it.
pub const USER: &str = "desk";

/// The server. Its one account keeps its mail in the Maildir `mail`.
pub struct Dovecot {
    dir: tempfile::TempDir,
    owner: (u32, u32),
    process: Option<Child>,
    pub mail: PathBuf,
    /// Clear text and STARTTLS.
    pub imap: u16,
    /// TLS from the first byte; the certificate is for `localhost`.
    pub imaps: u16,
    pub lmtp: u16,
    /// The authority behind the certificate, as PEM.
    pub ca: String,
}

impl Dovecot {
    /// Starts one whose account has this password; None, said on the screen, where Dovecot is not installed.
    ///
    /// # Panics
    /// When it is not installed though `VERBALE_REQUIRE_SERVERS=1` says that it must be.
    pub fn start(password: &str) -> Option<Self> {
        if !["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].iter().any(|p| Path::new(p).exists()) {
            let required = std::env::var("VERBALE_REQUIRE_SERVERS").is_ok_and(|v| v == "1");
            assert!(!required, "dovecot is not installed, and VERBALE_REQUIRE_SERVERS asks for it");
            println!("skipped: dovecot is not installed");
            return None;
        }
        // Another program may take a port between our looking and Dovecot's binding it.
        for attempt in 1.. {
            let mut server = Self::prepare(password);
            match server.run() {
                Ok(()) => return Some(server),
                Err(why) => assert!(attempt < 3, "{why}"),
            }
        }
        None
    }

    fn prepare(password: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        std::fs::set_permissions(dir.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let me = std::fs::metadata("/proc/self").unwrap();
        let is_root = me.uid() == 0;
        let owner = if is_root { ids("mail") } else { (me.uid(), me.gid()) };
        let (internal, group, login) = if is_root {
            ("dovecot".to_owned(), "dovecot".to_owned(), "dovenull".to_owned())
        } else {
            let (name, group) = (named("/etc/passwd", me.uid()), named("/etc/group", me.gid()));
            (name.clone(), group, name)
        };
        let no_chroot = if is_root { "" } else { "chroot =" };
        let base = dir.path().display().to_string();
        let mail = dir.path().join("mail");
        for sub in ["run", "state", "home", "mail", "mail/new", "mail/cur", "mail/tmp"] {
            std::fs::create_dir(dir.path().join(sub)).unwrap();
            chown(dir.path().join(sub), Some(owner.0), Some(owner.1)).unwrap();
        }
        let papers = papers();
        let put = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
        put("certificate.pem", &papers.certificate);
        put("key.pem", &papers.key);
        put("users", &format!("{USER}:{{PLAIN}}{password}\n"));
        let listeners: Vec<_> = (0..3).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        let ports: Vec<u16> = listeners.iter().map(|l| l.local_addr().unwrap().port()).collect();
        let (uid, gid) = owner;
        put(
            "dovecot.conf",
            &format!(
                "base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{base}/certificate.pem
ssl_key = <{base}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = {uid}
first_valid_gid = {gid}
mail_uid = {uid}
mail_gid = {gid}
mail_location = maildir:{base}/mail
mail_home = {base}/home
mail_max_userip_connections = 200
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%n {base}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}/home
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  {no_chroot}
  service_count = 0
  process_min_avail = 1
  inet_listener imap {{
    port = {}
  }}
  inet_listener imaps {{
    port = {}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {}
  }}
}}
service anvil {{
  {no_chroot}
}}
service stats {{
  {no_chroot}
}}
",
                ports[0], ports[1], ports[2]
            ),
        );
        Self {
            owner,
            process: None,
            mail,
            imap: ports[0],
            imaps: ports[1],
            lmtp: ports[2],
            ca: papers.ca,
            dir,
        }
    }

    fn run(&mut self) -> Result<(), String> {
        let log = std::fs::File::create(self.dir.path().join("out")).unwrap();
        let dovecot =
            ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].iter().find(|p| Path::new(p).exists()).unwrap();
        let child = Command::new(dovecot)
            .args(["-F", "-c"])
            .arg(self.dir.path().join("dovecot.conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .process_group(0)
            .spawn()
            .map_err(|e| e.to_string())?;
        self.process = Some(child);
        let deadline = Instant::now() + Duration::from_secs(20);
        for port in [self.imap, self.imaps, self.lmtp] {
            while TcpStream::connect(("127.0.0.1", port)).is_err() {
                let ended = self.process.as_mut().unwrap().try_wait().unwrap();
                if ended.is_some() || Instant::now() > deadline {
                    return Err(format!("dovecot does not listen ({ended:?}): {}", self.log()));
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        Ok(())
    }

    /// What it says of itself, for the message of a failing test.
    pub fn log(&self) -> String {
        let read = |name: &str| std::fs::read_to_string(self.dir.path().join(name)).unwrap_or_default();
        read("out") + &read("dovecot.log")
    }

    /// Ends it, connections and all.
    pub fn stop(&mut self) {
        let Some(mut process) = self.process.take() else { return };
        let group = Pid::from_raw(process.id().cast_signed()).unwrap();
        let _ = rustix::process::kill_process(group, Signal::TERM);
        let deadline = Instant::now() + Duration::from_secs(5);
        while process.try_wait().unwrap().is_none() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(5));
        }
        // Also what outlived its master.
        let _ = kill_process_group(group, Signal::KILL);
        let _ = process.wait();
    }

    /// Starts it again on the same ports.
    pub fn start_again(&mut self) {
        self.stop();
        let deadline = Instant::now() + Duration::from_secs(20);
        while let Err(why) = self.run() {
            assert!(Instant::now() < deadline, "{why}");
            self.stop();
        }
    }

    /// Puts a message into the Maildir as another program would, before anybody looks.
    pub fn put(&self, number: usize, raw: &[u8]) {
        // Lines are to end as on the wire, so that the size on disk is the size that Dovecot tells.
        assert!(raw.iter().zip(&raw[1..]).all(|(a, b)| *b != b'\n' || *a == b'\r'));
        let crlf = raw.len();
        let name = format!("{}.M{number:06}P1.test,S={},W={crlf}", 1_503_100_000 + number, raw.len());
        let draft = self.mail.join("tmp").join(&name);
        std::fs::write(&draft, raw).unwrap();
        // Dovecot takes INTERNALDATE from the time of the file.
        let stamp = std::time::UNIX_EPOCH + Duration::from_secs(1_503_100_000 + number as u64);
        std::fs::File::open(&draft).unwrap().set_modified(stamp).unwrap();
        chown(&draft, Some(self.owner.0), Some(self.owner.1)).unwrap();
        std::fs::rename(draft, self.mail.join("new").join(name)).unwrap();
    }

    /// Every message file with its content, as it lies in `new` and `cur`.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        for sub in ["new", "cur"] {
            for entry in std::fs::read_dir(self.mail.join(sub)).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                files.push((format!("{sub}/{name}"), std::fs::read(&path).unwrap()));
            }
        }
        files.sort();
        files
    }

    /// Takes the list of UIDs another name (UIDVALIDITY), as after a restore from a backup.
    pub fn change_uidvalidity(&mut self) {
        self.stop();
        let list = self.mail.join("dovecot-uidlist");
        let text = std::fs::read_to_string(&list).unwrap();
        let (head, rest) = text.split_once('\n').unwrap();
        let head: Vec<String> = head
            .split(' ')
            .map(|word| match word.strip_prefix('V') {
                Some(n) => format!("V{}", n.parse::<u32>().unwrap() + 1000),
                None => word.to_owned(),
            })
            .collect();
        std::fs::write(&list, format!("{}\n{rest}", head.join(" "))).unwrap();
        for entry in std::fs::read_dir(&self.mail).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap().to_str().unwrap().starts_with("dovecot.index") {
                std::fs::remove_file(path).unwrap();
            }
        }
        self.start_again();
    }

    /// Delivers over LMTP, as a mail server would; returns when Dovecot has it.
    pub fn deliver(&self, raw: &[u8]) {
        let mut talk = Talk::open(self.lmtp);
        talk.line();
        for command in ["LHLO test.example", "MAIL FROM:<mission@state.example>", "RCPT TO:<desk>", "DATA"] {
            talk.say(command);
            let answer = talk.until(|l| l.as_bytes().get(3) == Some(&b' '));
            assert!(answer.starts_with(['2', '3']), "{command}: {answer}");
        }
        talk.stream.write_all(raw).unwrap();
        talk.say("\r\n.");
        let answer = talk.line();
        assert!(answer.starts_with("250"), "{answer}");
    }

    /// Another reader of the mailbox, with the folder open for writing.
    pub fn colleague(&self, password: &str) -> Talk {
        let mut talk = Talk::open(self.imap);
        talk.line();
        talk.command(&format!("LOGIN {USER} \"{password}\""));
        talk.command("SELECT INBOX");
        talk
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A plain conversation in lines.
pub struct Talk {
    stream: TcpStream,
    reader: BufReader<TcpStream>,
}

impl Talk {
    fn open(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        Self { reader: BufReader::new(stream.try_clone().unwrap()), stream }
    }
    pub fn say(&mut self, line: &str) {
        self.stream.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    }
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "the server closed the connection");
        line
    }
    /// The first line that is meant.
    pub fn until(&mut self, meant: impl Fn(&str) -> bool) -> String {
        loop {
            let line = self.line();
            if meant(&line) {
                return line;
            }
        }
    }
    /// An IMAP command; all lines of its answer.
    pub fn command(&mut self, command: &str) -> Vec<String> {
        self.say(&format!("a {command}"));
        let mut lines = Vec::new();
        loop {
            let line = self.line();
            if line.starts_with("a ") {
                assert!(line.starts_with("a OK"), "{command}: {line}");
                return lines;
            }
            lines.push(line);
        }
    }
}

/// The number of a user and of its group.
fn ids(name: &str) -> (u32, u32) {
    let users = std::fs::read_to_string("/etc/passwd").unwrap();
    let line = users.lines().find(|l| l.starts_with(&format!("{name}:"))).unwrap();
    let words: Vec<&str> = line.split(':').collect();
    (words[2].parse().unwrap(), words[3].parse().unwrap())
}

/// The name of a user or group.
fn named(file: &str, id: u32) -> String {
    let all = std::fs::read_to_string(file).unwrap();
    let found = all.lines().find(|l| l.split(':').nth(2) == Some(&id.to_string()));
    found.and_then(|l| l.split(':').next()).unwrap().to_owned()
}
