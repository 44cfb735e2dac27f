//! Who gives an order: one rule for every command that leaves one.

/// The option `--by` of every command by which something is ordered.
#[derive(Debug, clap::Args)]
pub(super) struct By {
    /// Who orders it; stands in the journal [default: the user's name, as USER or LOGNAME has it]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Characters of a name at most.
const LONGEST: usize = 80;

impl By {
    /// The name that was given, else the user's.
    ///
    /// # Errors
    /// When nobody is named: a service, a timer or a container has no user's name, and an order without a name is none.
    pub fn name(&self) -> anyhow::Result<String> {
        let of_user =
            || ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|n| !n.is_empty()));
        let name = self.by.clone().or_else(of_user).unwrap_or_default();
        let name = name.trim();
        anyhow::ensure!(
            !name.is_empty(),
            "say who orders it: --by NAME (here the environment names no user)"
        );
        anyhow::ensure!(
            name.chars().count() <= LONGEST && !name.chars().any(char::is_control),
            "--by takes a name on one line, of at most {LONGEST} characters"
        );
        Ok(name.to_owned())
    }
}
