//! What most parts of a record leave as it is by default.

use std::ops::Deref;

/// A value that is mostly its default: eight bytes until it is another. A record has dozens of them,
/// and a large catalogue lives in memory whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rare<T>(
    /// Never the default.
    Option<Box<T>>,
);

/// What has one default for all.
pub trait Usual: PartialEq + 'static {
    fn usual() -> &'static Self;
}

impl<T> Rare<T> {
    /// Nobody said otherwise.
    pub fn is_usual(&self) -> bool {
        self.0.is_none()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Rare<T> {
        Rare(None)
    }
}

impl<T: Usual> From<T> for Rare<T> {
    fn from(it: T) -> Rare<T> {
        Rare((it != *T::usual()).then(|| Box::new(it)))
    }
}

impl<T: Usual> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::usual())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChannelKind, Effect, Scope};

    #[test]
    fn the_default_is_the_same_however_it_came() {
        assert_eq!(Rare::from(Scope::default()), Rare::default());
        assert!(Rare::from(Effect::default()).is_usual());
        assert_eq!(*Rare::<Scope>::default(), Scope::default());
        assert_eq!(*Rare::<Effect>::default(), Effect::default());
    }

    #[test]
    fn another_value_is_kept() {
        let scope = Scope { channel: Some(ChannelKind::Online), ..Scope::default() };
        let rare = Rare::from(scope.clone());
        assert!(!rare.is_usual());
        assert_eq!(*rare, scope);
    }
}
