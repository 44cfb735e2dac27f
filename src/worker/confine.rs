//! How a child gives up its rights, for good, before it reads anything: resource limits, landlock, seccomp.
//!
//! Landlock (kernel 5.13 and later) forbids all files but the system's libraries and fonts, TCP, and signals to
//! others; seccomp forbids every socket and what landlock does not know (owners and modes of files, other
//! processes, namespaces, kernel facilities). Both are inherited by `pdftotext` and cannot be undone.

use std::collections::BTreeMap;
use std::io;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetStatus, Scope, path_beneath_rules,
};
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};

use super::{Confinement, Limits, Trial};

/// What `pdftotext` needs to start: its program, libraries, and tables of characters. Readable, never writable.
const READABLE: &[&str] = &[
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/alternatives",
    "/etc/fonts",
    "/dev/urandom",
];

/// CPU seconds after which a child and its tools are stopped by the kernel even if nobody watches them any more.
pub const CPU_SECONDS: u64 = 120;

/// Confines this process; call it while there is one thread. What is not available is named, not fatal.
pub fn confine(limits: &Limits) -> Confinement {
    let mut missing = Vec::new();
    if let Err(error) = resources(limits) {
        missing.push(format!("resource limits could not be set ({error})"));
    }
    let landlock = match landlock() {
        Ok(RulesetStatus::NotEnforced) => {
            missing.push(
                "landlock is not available: a Linux kernel 5.13 or later with `landlock` in its `lsm=` list is needed"
                    .to_owned(),
            );
            false
        }
        Ok(_) => true,
        Err(error) => {
            missing.push(format!("landlock refused its rules ({error})"));
            false
        }
    };
    let seccomp = match seccomp() {
        Ok(()) => true,
        Err(error) => {
            missing.push(format!("the seccomp filter could not be installed ({error})"));
            false
        }
    };
    Confinement { landlock, seccomp, missing }
}

fn resources(limits: &Limits) -> io::Result<()> {
    let both = |value| Rlimit { current: Some(value), maximum: Some(value) };
    setrlimit(Resource::As, both(limits.memory))?;
    setrlimit(Resource::Cpu, both(CPU_SECONDS.max(limits.time.as_secs().saturating_mul(2))))?;
    setrlimit(Resource::Fsize, both(0))?;
    setrlimit(Resource::Core, both(0))?;
    setrlimit(Resource::Nofile, both(64))?;
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    Ok(())
}

fn landlock() -> Result<RulesetStatus, landlock::RulesetError> {
    let abi = ABI::V9;
    let read: BitFlags<AccessFs> = AccessFs::Execute | AccessFs::ReadFile | AccessFs::ReadDir;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))?
        .handle_access(AccessNet::from_all(abi))?
        .scope(Scope::from_all(abi))?
        .create()?
        .add_rules(path_beneath_rules(READABLE, read))?
        .restrict_self()?;
    Ok(status.ruleset)
}

/// Calls that no parser needs. Refused with EPERM.
const FORBIDDEN: &[libc::c_long] = &[
    // the network; pipes are all that a child has
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    // other processes
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
    libc::SYS_process_madvise,
    // namespaces and mounts
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    // what landlock does not govern: modes, owners, times and attributes of files
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    // wide doors into the kernel
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_acct,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_quotactl,
    libc::SYS_syslog,
    libc::SYS_vhangup,
    libc::SYS_personality,
    libc::SYS_memfd_create,
    libc::SYS_mknodat,
];

/// Older forms of the calls above, where the processor has them.
#[cfg(target_arch = "x86_64")]
const FORBIDDEN_HERE: &[libc::c_long] = &[
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_mknod,
    libc::SYS_kexec_file_load,
    libc::SYS_ioperm,
    libc::SYS_iopl,
];
#[cfg(not(target_arch = "x86_64"))]
const FORBIDDEN_HERE: &[libc::c_long] = &[];

fn seccomp() -> Result<(), Box<dyn std::error::Error>> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    for &call in FORBIDDEN.iter().chain(FORBIDDEN_HERE) {
        rules.insert(call, Vec::new());
    }
    let namespaces = [
        libc::CLONE_NEWUSER,
        libc::CLONE_NEWNS,
        libc::CLONE_NEWPID,
        libc::CLONE_NEWNET,
        libc::CLONE_NEWIPC,
        libc::CLONE_NEWUTS,
        libc::CLONE_NEWCGROUP,
    ];
    let mut clones = Vec::new();
    for flag in namespaces {
        let flag = u64::try_from(flag)?;
        let set = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(flag), flag)?;
        clones.push(SeccompRule::new(vec![set])?);
    }
    rules.insert(libc::SYS_clone, clones);
    // The x32 numbers of the same calls would pass an x86_64 filter by.
    #[cfg(target_arch = "x86_64")]
    for (call, conditions) in rules.clone() {
        rules.insert(call | 0x4000_0000, conditions);
    }
    install(rules, libc::EPERM)?;
    // The flags of clone3 lie behind a pointer that no filter can follow; with ENOSYS the C library uses clone.
    install(BTreeMap::from([(libc::SYS_clone3, Vec::new())]), libc::ENOSYS)
}

fn install(rules: BTreeMap<i64, Vec<SeccompRule>>, errno: i32) -> Result<(), Box<dyn std::error::Error>> {
    let refuse = SeccompAction::Errno(u32::try_from(errno)?);
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, std::env::consts::ARCH.try_into()?)?;
    let program: BpfProgram = filter.try_into()?;
    Ok(seccompiler::apply_filter(&program)?)
}

/// Tries what must be refused, from inside the confinement.
pub fn trials() -> Vec<Trial> {
    let mark = format!("/tmp/verbale-trial-{}", std::process::id());
    let written = std::fs::File::create(&mark).map(drop);
    if written.is_ok() {
        let _ = std::fs::remove_file(&mark);
    }
    let parent = rustix::process::getppid().ok_or(io::Error::from(io::ErrorKind::NotFound));
    let signalled = parent.and_then(|pid| Ok(rustix::process::test_kill_process(pid)?));
    [
        ("read-passwd", std::fs::File::open("/etc/passwd").map(drop)),
        ("write-tmp", written),
        ("open-socket", std::net::UdpSocket::bind("127.0.0.1:0").map(drop)),
        ("signal-parent", signalled),
    ]
    .into_iter()
    .map(|(what, result)| Trial {
        what: what.to_owned(),
        refused: result.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::PermissionDenied),
        words: result.err().map_or_else(|| "allowed".to_owned(), |e| e.to_string()),
    })
    .collect()
}
