use super::Address;

/// A line of the ledger of addresses: one that was published, and may be on paper, in letters and on
/// other sites for as long as these last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    pub address: Address,
    /// The address that takes its place; `None` while its own page does.
    pub moved_to: Option<Address>,
}
