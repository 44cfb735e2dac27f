//! What officers ordered and the daemon has not yet carried out.

use rusqlite::params;

use super::{HOLD, HoldRow, Reader, hold};
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

    /// To how many requests a message was applied.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn applied(&self, message: i64) -> Result<u32, Error> {
        orders::applied(&self.db, message)
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

    /// Why an order cannot be given, if it cannot.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn objection(&self, order: &Order) -> Result<Option<String>, Error> {
        orders::objection(&self.db, order)
    }
}
