//! What officers ordered and the daemon has not yet carried out.

use super::Reader;
use crate::desk::{Order, OrderKind};
use crate::store::{Error, orders};

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
}
