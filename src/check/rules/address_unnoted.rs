#![doc = include_str!("address_unnoted.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C331",
    name: "address-unnoted",
    severity: Severity::Warning,
    explanation: include_str!("address_unnoted.md"),
};

/// The message and the help; `first` is one of `count`.
pub(crate) fn words(first: &str, count: usize) -> [Words; 2] {
    let message = if count == 1 {
        Words::new(
            format!("Địa chỉ `{first}` chưa có trong addresses.tsv"),
            format!("the address `{first}` is not in addresses.tsv yet"),
        )
    } else {
        Words::new(
            format!("{count} địa chỉ chưa có trong addresses.tsv, như `{first}`"),
            format!("{count} addresses are not in addresses.tsv yet, like `{first}`"),
        )
    };
    [
        message,
        Words::new(
            "Chạy `thutuc addresses --add`, rồi gửi tệp đó cùng thay đổi của bạn.",
            "Run `thutuc addresses --add`, and commit that file with your change.",
        ),
    ]
}
