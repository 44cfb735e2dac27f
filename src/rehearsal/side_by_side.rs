//! Work spread over the processors: one thread reads, the others judge.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};

/// Batches that wait for a free thread: a bound on memory.
const WAITING: usize = 4;

/// Hands every batch that `read` gives to one of `threads`, and returns what they made of it, in no order. A batch on
/// which the program fails is counted and skipped; `read` stops when its last batch was not taken.
///
/// # Errors
/// That of `read`.
pub(super) fn judge<B: Send, R: Send, E>(
    threads: usize,
    read: impl FnOnce(&mut dyn FnMut(B) -> bool) -> Result<(), E>,
    work: impl Fn(B) -> R + Sync,
) -> Result<(Vec<R>, usize), E> {
    let (send, receive) = sync_channel::<B>(WAITING);
    let receive = Mutex::new(receive);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1))
            .map(|_| {
                scope.spawn(|| {
                    let (mut made, mut failed) = (Vec::new(), 0);
                    loop {
                        let next = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(batch) = next else { return (made, failed) };
                        // The core is pure: a panic leaves nothing half done.
                        match catch_unwind(AssertUnwindSafe(|| work(batch))) {
                            Ok(result) => made.push(result),
                            Err(_) => failed += 1,
                        }
                    }
                })
            })
            .collect();
        let done = read(&mut |batch| send.send(batch).is_ok());
        drop(send);
        let (mut made, mut failed) = (Vec::new(), 0);
        for worker in workers {
            // A worker ends only by returning.
            if let Ok((some, none)) = worker.join() {
                made.extend(some);
                failed += none;
            }
        }
        done.map(|()| (made, failed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_done_once_and_a_failure_costs_its_batch_alone() {
        let read = |send: &mut dyn FnMut(u32) -> bool| {
            for n in 0..100 {
                assert!(send(n));
            }
            Ok::<_, ()>(())
        };
        let work = |n: u32| {
            assert_ne!(n, 17, "this one fails");
            n
        };
        let (mut made, failed) = judge(3, read, work).unwrap();
        made.sort_unstable();
        assert_eq!(failed, 1);
        assert_eq!(made, (0..100).filter(|n| *n != 17).collect::<Vec<_>>());
    }
}
