//! Times and fees in words without a number, and what follows those words. All is folded.

/// In the words of public services, the longer first.
const TIMES: [(&str, &str); 11] = [
    ("ngay trong ngay lam viec", "trong ngày làm việc"),
    ("trong ngay lam viec", "trong ngày làm việc"),
    ("ngay trong ngay", "trong ngày"),
    ("trong ngay", "trong ngày"),
    ("tra ket qua ngay", "ngay"),
    ("tra ngay", "ngay"),
    ("giai quyet ngay", "ngay"),
    ("ngay sau khi", "ngay"),
    ("ngay khi", "ngay"),
    ("ngay lap tuc", "ngay"),
    ("lap tuc", "ngay"),
];

const FEES: [(&str, &str); 4] = [
    ("theo quy dinh", "theo quy định"),
    ("theo du toan", "theo dự toán"),
    ("theo hop dong", "theo hợp đồng"),
    ("theo thoa thuan", "theo thoả thuận"),
];

/// `trong ngày làm việc` of `Ngay trong ngày làm việc, hoặc …`.
pub(super) fn time(folded: &str) -> Option<(&'static str, &str)> {
    let (value, rest) = begins(&TIMES, folded)?;
    // `trả ngày 5`, `trong ngày 5 tháng 1`, `trong ngày nghỉ`
    let is_other = rest.starts_with(|it: char| it.is_ascii_digit()) || rest.starts_with("nghi");
    (!is_other).then_some((value, rest))
}

/// `theo quy định` of `Theo quy định của Hội đồng nhân dân tỉnh`.
pub(super) fn fee(folded: &str) -> Option<(&'static str, &str)> {
    let (value, rest) = begins(&FEES, folded)?;
    // An amount as well: which of the two holds?
    (!rest.contains("000") && !rest.contains('%')).then_some((value, rest))
}

fn begins<'t>(known: &[(&str, &'static str)], folded: &'t str) -> Option<(&'static str, &'t str)> {
    known.iter().find_map(|(words, value)| {
        let rest = folded.strip_prefix(words).filter(|it| !it.starts_with(char::is_alphanumeric))?;
        Some((*value, rest.trim_matches([' ', '.', ',', ';', ':'])))
    })
}

/// What follows words that nothing is paid.
pub(super) fn free(folded: &str) -> Option<&str> {
    let names = [
        "mien phi",
        "mien le phi",
        "khong thu phi",
        "khong thu le phi",
        "khong mat phi",
        "khong mat tien",
        "0 dong",
        "0 d",
        "0d",
        "0",
    ];
    let is_more = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','));
    names.iter().find_map(|it| folded.strip_prefix(it).filter(|rest| !is_more(rest)))
}

/// Without `Lệ phí:` before an amount.
pub(super) fn without_name(folded: &str) -> &str {
    const NAMES: [&str; 5] = ["muc le phi", "muc thu", "muc phi", "le phi", "phi"];
    let named = NAMES.iter().find_map(|it| folded.strip_prefix(it));
    named.map_or(folded, |it| it.trim_start_matches([':', ' ', '-']))
}
