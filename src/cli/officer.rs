//! Who gives an order: one rule for every command that leaves one.

/// The option `--by` of every command by which something is ordered.
#[derive(Debug, clap::Args)]
pub(super) struct By {
    /// Who orders it; stands in the journal [default: the user's name, as USER or LOGNAME has it]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// The options of every command that shows what an order would change before it is given.
#[derive(Debug, clap::Args)]
pub(super) struct Consent {
    /// Order it; without this only show what would change.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    by: By,
}

impl Consent {
    /// Who orders it; none where it is only to be shown.
    ///
    /// # Errors
    /// When it is ordered and nobody is named.
    pub fn given(&self) -> anyhow::Result<Option<String>> {
        self.yes.then(|| self.by.name()).transpose()
    }
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
