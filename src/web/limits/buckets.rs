//! Where a limiter keeps how much of its quota each key has used: a table that cannot outgrow its bound.

use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::state::keyed::ShrinkableKeyedStateStore;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// At most so many keys, and one place that all further ones share: those who are known keep what
/// is theirs, however many strangers come.
pub(super) struct Buckets<K> {
    used: Mutex<HashMap<K, Nanos>>,
    keys_max: usize,
    others: K,
}

impl<K> Buckets<K> {
    pub(super) fn new(keys_max: usize, others: K) -> Self {
        Self { used: Mutex::new(HashMap::new()), keys_max, others }
    }

    /// A thread that panicked cannot have left the table half written.
    fn lock(&self) -> MutexGuard<'_, HashMap<K, Nanos>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Hash + Eq + Clone> StateStore for Buckets<K> {
    type Key = K;

    fn measure_and_replace<T, F, E>(&self, key: &K, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        let mut used = self.lock();
        let has_room = used.len() < self.keys_max || used.contains_key(key);
        let key = if has_room { key } else { &self.others };
        let (outcome, now_used) = measure(used.get(key).copied())?;
        used.insert(key.clone(), now_used);
        Ok(outcome)
    }
}

impl<K: Hash + Eq + Clone> ShrinkableKeyedStateStore<K> for Buckets<K> {
    fn retain_recent(&self, drop_below: Nanos) {
        self.lock().retain(|_, used| *used >= drop_below);
    }

    fn shrink_to_fit(&self) {
        self.lock().shrink_to_fit();
    }

    fn len(&self) -> usize {
        self.lock().len()
    }

    fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }
}
