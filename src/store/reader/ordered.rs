//! What officers ordered and the daemon has not yet carried out.

use rusqlite::params;

use super::{HOLD, HoldRow, REQUEST, Reader, RequestRow, hold, request, ruled};
use crate::desk::{Order, OrderKind};
use crate::register::Register;
use crate::rules::Ruling;
use crate::store::offices::FLIPPED;
use crate::store::{Error, open, orders};

impl Reader {
    /// The orders of officers that wait for the daemon, in their order.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn waiting_orders(&self) -> Result<Vec<Order>, Error> {
        orders::left(&self.db)
    }

    /// The folder that was last ordered to come into force and waits for the daemon, with who ordered it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn waiting_take_over(&self) -> Result<Option<(String, Order)>, Error> {
        let orders = self.waiting_orders()?;
        Ok(orders.into_iter().rev().find_map(|order| match &order.what {
            OrderKind::TakeOver { office } => Some((office.clone(), order)),
            _ => None,
        }))
    }

    /// How many letters a message has led to.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn letters_of(&self, message: i64) -> Result<u32, Error> {
        orders::letters_of(&self.db, message)
    }

    /// The number of the message that last spoke for a request: the answer that was applied to it last, else its note.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn spoke(&self, reference: &str) -> Result<Option<i64>, Error> {
        orders::spoke(&self.db, reference)
    }

    /// The ruling in force of a request; none where another version of the program wrote it in another form.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn last_ruling(&self, reference: &str) -> Result<Option<Ruling>, Error> {
        let rulings = self.list(
            "SELECT r.ruling, t.body, r.disposition, r.rules
             FROM request q JOIN ruling r ON r.request = q.id AND r.n = q.rulings
             LEFT JOIN rule_text t ON t.id = r.rule_text WHERE q.reference = ?1",
            params![reference],
            |row| ruled(row, [0, 1, 2, 3]),
        )?;
        Ok(rulings.first().and_then(|json| serde_json::from_str(json).ok()))
    }

    /// A request as a list shows it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn request_row(&self, reference: &str) -> Result<Option<RequestRow>, Error> {
        let found = self.list(&format!("{REQUEST} WHERE q.reference = ?1"), params![reference], request)?;
        Ok(found.into_iter().next())
    }

    /// From whom a message came.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn sender(&self, message: i64) -> Result<Option<String>, Error> {
        let found =
            self.list("SELECT sender FROM message WHERE id = ?1", params![message], |row| Ok(row.get(0)?))?;
        Ok(found.into_iter().next())
    }

    /// References of the requests that stand elsewhere than the rules in force would put them and wait for a person.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn flipped(&self) -> Result<Vec<String>, Error> {
        self.list(
            "SELECT q.reference FROM hold h JOIN request q ON q.id = h.request
             WHERE h.code = ?1 AND h.closed IS NULL ORDER BY q.received, q.id",
            params![FLIPPED],
            |row| Ok(row.get(0)?),
        )
    }

    /// The register as the store has it now. Letters are counted by days of UTC.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn register(&self) -> Result<Register, Error> {
        open::register(&self.db)
    }

    /// The open holds of messages that concern a request and are not its own.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn holds_concerning(&self, reference: &str) -> Result<Vec<HoldRow>, Error> {
        let query = format!(
            "{HOLD} WHERE h.closed IS NULL AND h.letter IS NULL AND EXISTS (
                 SELECT 1 FROM reading r, json_each(r.filing, '$.concerns') c
                 WHERE r.message = h.message AND c.value = ?1) ORDER BY h.id"
        );
        self.list(&query, params![reference], hold)
    }

    /// Requests that stand `held` while nothing that is open says why: whoever closed it decided nothing.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn held_and_closed(&self) -> Result<Vec<RequestRow>, Error> {
        self.list(
            &format!(
                "{REQUEST} WHERE stands = 'held' AND NOT EXISTS (
                 SELECT 1 FROM hold h WHERE h.closed IS NULL AND h.letter IS NULL
                 AND (h.request = q.id OR h.request IS NULL AND h.message = q.message)) ORDER BY q.received, q.id"
            ),
            params![],
            request,
        )
    }

    /// Why an order cannot be given, if it cannot.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn objection(&self, order: &Order) -> Result<Option<String>, Error> {
        orders::objection(&self.db, order)
    }
}
