//! What officers ordered and the daemon has not yet carried out.

use rusqlite::params;

use super::{HOLD, HoldRow, REQUEST, Reader, RequestRow, hold, request};
use crate::desk::{Order, OrderKind};
use crate::register::Register;
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

    /// How many letters answer a message so far.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn letters_on(&self, message: i64) -> Result<u32, Error> {
        orders::letters(&self.db, message)
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
