//! Group commit: writer threads run the changes that wait in one transaction, each in its own
//! savepoint, commit once, and only then answer each.

use super::connection::{self, DbConnection, Manager};
use super::{Stopped, StoreError};
use diesel::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// How many changes may wait; one more is told that the service is busy.
const QUEUE: usize = 1024;
/// How many changes share one commit at most.
const BATCH: usize = 256;

/// The way to the writer threads. They end when it is dropped, after what waits.
pub(super) struct Writers {
    queue: SyncSender<Box<dyn Task>>,
}

impl Writers {
    pub(super) fn start(manager: &Manager) -> Result<Self, std::io::Error> {
        let (queue, waiting) = sync_channel(QUEUE);
        let waiting = Arc::new(Mutex::new(waiting));
        for number in 0..manager.writers() {
            let writer = Writer { manager: manager.clone(), connection: None };
            let waiting = Arc::clone(&waiting);
            std::thread::Builder::new()
                .name(format!("writer-{number}"))
                .spawn(move || writer.run(&waiting))?;
        }
        Ok(Self { queue })
    }

    /// Hands `work` to a writer and waits until it is committed or stopped.
    pub(super) async fn run<T, R, F>(&self, work: F) -> Result<T, Stopped<R>>
    where
        F: FnMut(&mut DbConnection) -> Result<T, Stopped<R>> + Send + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let task = Box::new(Deed { work, outcome: None, reply: Some(reply) });
        match self.queue.try_send(task) {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(StoreError::Busy.into())),
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(StoreError::Busy.into()),
        }
    }
}

/// A change as the writer sees it, whatever its types.
trait Task: Send {
    /// Runs inside an open transaction, in a savepoint of its own, and remembers the outcome.
    fn attempt(&mut self, connection: &mut DbConnection) -> Attempt;
    /// The transaction around the last attempt is committed: tell whoever waits.
    fn answer(&mut self);
    /// Nothing came of it: tell whoever waits.
    fn fail(&mut self, why: StoreError);
}

/// How an attempt went.
#[derive(PartialEq, Eq)]
enum Attempt {
    /// It did its work or refused to; either way the answer is final once committed.
    Settled,
    /// Something failed; alone it may succeed.
    Failed,
    /// It broke off, and left the connection inside its savepoint: a commit would not commit.
    BrokeOff,
}

struct Deed<T, R, F> {
    work: F,
    outcome: Option<Result<T, Stopped<R>>>,
    reply: Option<oneshot::Sender<Result<T, Stopped<R>>>>,
}

/// Rolls a savepoint back; the outcome itself is kept beside it.
struct RolledBack;

impl From<diesel::result::Error> for RolledBack {
    fn from(_: diesel::result::Error) -> Self {
        Self
    }
}

impl<T, R, F> Task for Deed<T, R, F>
where
    F: FnMut(&mut DbConnection) -> Result<T, Stopped<R>> + Send,
    T: Send,
    R: Send,
{
    fn attempt(&mut self, connection: &mut DbConnection) -> Attempt {
        let Self { work, outcome, .. } = self;
        *outcome = None;
        let run = || {
            connection.transaction(|connection| {
                let done = work(connection);
                let keep = done.is_ok();
                *outcome = Some(done);
                if keep { Ok(()) } else { Err(RolledBack) }
            })
        };
        let saved = catch_unwind(AssertUnwindSafe(run)).map(|done: Result<(), RolledBack>| done.is_ok());
        match (&self.outcome, saved) {
            (Some(Ok(_)), Ok(true)) | (Some(Err(Stopped::Refused(_))), Ok(_)) => Attempt::Settled,
            (Some(Err(Stopped::Failed(_))), Ok(_)) => Attempt::Failed,
            _ => Attempt::BrokeOff,
        }
    }

    fn answer(&mut self) {
        if let (Some(reply), Some(outcome)) = (self.reply.take(), self.outcome.take()) {
            // Whoever asked may have gone; the change stands all the same.
            let _ = reply.send(outcome);
        }
    }

    fn fail(&mut self, why: StoreError) {
        self.outcome = Some(Err(why.into()));
        self.answer();
    }
}

struct Writer {
    manager: Manager,
    connection: Option<DbConnection>,
}

impl Writer {
    fn run(mut self, waiting: &Mutex<Receiver<Box<dyn Task>>>) {
        while let Some(mut batch) = next_batch(waiting) {
            match self.commit_together(&mut batch) {
                Ok(failed) => {
                    for mut task in failed {
                        self.commit_alone(&mut *task);
                    }
                }
                // The transaction itself failed: its changes run again, one by one.
                Err(_) => batch.iter_mut().for_each(|task| self.commit_alone(&mut **task)),
            }
        }
    }

    /// Commits what settles and answers it; returns what failed, to be tried alone.
    fn commit_together(&mut self, batch: &mut Vec<Box<dyn Task>>) -> Result<Vec<Box<dyn Task>>, StoreError> {
        let connection = self.begin()?;
        let attempts: Vec<Attempt> = batch.iter_mut().map(|task| task.attempt(connection)).collect();
        if attempts.contains(&Attempt::BrokeOff) {
            return Err(self.give_up());
        }
        self.commit()?;
        let (mut settled, mut failed) = (Vec::new(), Vec::new());
        for (task, attempt) in batch.drain(..).zip(attempts) {
            if attempt == Attempt::Settled { settled.push(task) } else { failed.push(task) }
        }
        settled.iter_mut().for_each(|task| task.answer());
        Ok(failed)
    }

    fn commit_alone(&mut self, task: &mut dyn Task) {
        let done = self.begin().map(|connection| task.attempt(connection));
        let kept = done.and_then(|attempt| match attempt {
            Attempt::Settled | Attempt::Failed => self.commit(),
            Attempt::BrokeOff => Err(self.give_up()),
        });
        match kept {
            Ok(()) => task.answer(),
            Err(error) => task.fail(error),
        }
    }

    /// Throws the connection away, and with it all that its transaction did.
    fn give_up(&mut self) -> StoreError {
        self.connection = None;
        StoreError::BrokeOff
    }

    /// Begins a transaction, on a new connection when the old one is gone.
    fn begin(&mut self) -> Result<&mut DbConnection, StoreError> {
        let reused = match self.connection.take() {
            Some(mut old) => connection::begin_write(&mut old).is_ok().then_some(old),
            None => None,
        };
        let ready = match reused {
            Some(connection) => connection,
            None => {
                let mut new = self.manager.open()?;
                connection::begin_write(&mut new)?;
                new
            }
        };
        Ok(self.connection.insert(ready))
    }

    /// Commits; a connection on which that fails is thrown away.
    fn commit(&mut self) -> Result<(), StoreError> {
        let mut open = self.connection.take().ok_or(StoreError::Busy)?;
        if let Err(error) = connection::commit(&mut open) {
            // What cannot be rolled back is undone when the connection closes.
            let _ = connection::rollback(&mut open);
            return Err(error.into());
        }
        self.connection = Some(open);
        Ok(())
    }
}

/// The changes that wait, at least one; `None` when there will be no more.
fn next_batch(waiting: &Mutex<Receiver<Box<dyn Task>>>) -> Option<Vec<Box<dyn Task>>> {
    let waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    let mut batch = vec![waiting.recv().ok()?];
    while batch.len() < BATCH {
        match waiting.try_recv() {
            Ok(task) => batch.push(task),
            Err(_) => break,
        }
    }
    Some(batch)
}
