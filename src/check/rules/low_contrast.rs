#![doc = include_str!("low_contrast.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C501",
    name: "low-contrast",
    severity: Severity::Error,
    explanation: include_str!("low_contrast.md"),
};

/// The message and the help, once a readable colour is known.
pub(crate) fn words<'a>(
    [upper, lower]: [&'a str; 2],
    [vi, en]: [&'a str; 2],
    ratio: f64,
    least: f64,
) -> impl Fn(&str) -> [Words; 2] + 'a {
    // Cut, not rounded: 4.48 is not 4.5.
    let shown = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    let (shown_vi, least_vi) = (shown.replace('.', ","), least.to_string().replace('.', ","));
    move |readable| {
        [
            Words::new(
                format!(
                    "`{upper}` trên `{lower}` chỉ tương phản {shown_vi} : 1 ({vi}); phải từ {least_vi} : 1"
                ),
                format!(
                    "`{upper}` on `{lower}` has a contrast of {shown} : 1 {en}; at least {least} : 1 is needed"
                ),
            ),
            Words::new(
                format!(
                    "Đổi `{upper}` thành `{readable}` hoặc màu khác `{lower}` hơn nữa, hoặc đổi `{lower}`."
                ),
                format!("Make `{upper}` `{readable}` or farther from `{lower}`, or change `{lower}`."),
            ),
        ]
    }
}

/// The message and the help.
pub(crate) fn unknown_colour(token: &str, value: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không tính được độ tương phản của `{token}`: `{value}`"),
            format!("the contrast of `{token}` cannot be worked out: `{value}`"),
        ),
        Words::new(
            "Viết màu dạng `#rrggbb`, hoặc `var(--…)` của màu khác.",
            "Write the colour as `#rrggbb`, or as `var(--…)` of another.",
        ),
    ]
}
