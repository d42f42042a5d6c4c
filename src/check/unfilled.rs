//! Words of `thutuc new` that nobody has replaced: they would be published as they stand.

use std::ops::Range;

use super::note;
use super::roles::Role;
use super::rules::starter_text;
use super::scan::Scan;
use crate::diagnostic::Diagnostic;

/// Texts of starters that no record would have, from the shortest to the longest.
const TEXTS: [&str; 62] = [
    "SHORT",
    "Do this",
    "Tên cũ",
    "My agency",
    "This paper",
    "Tên trang",
    "Một câu.",
    "or that one",
    "Earlier name",
    "VIẾT TẮT",
    "a first name",
    "One sentence.",
    "a second name",
    "Everyday name",
    "What must be so",
    "When it differs",
    "Giấy tờ này",
    "Làm việc này",
    "Name of the page",
    "Tên giấy tờ",
    "Tên kết quả",
    "Name of the paper",
    "Gửi gì, cho ai.",
    "Name of the result",
    "Province not given",
    "What, and to whom.",
    "Khi nào thì khác",
    "When, and what for.",
    "First step not given",
    "Nhận hồ sơ gì.",
    "Number, street, ward",
    "What one can submit.",
    "Tên thường gọi",
    "cách gọi thứ hai",
    "Đơn vị của tôi",
    "First answer not given",
    "hoặc giấy tờ kia",
    "Second answer not given",
    "First question not given",
    "cách gọi thứ nhất",
    "Tên tỉnh, thành phố",
    "Điều kiện phải có",
    "Name of the province or city",
    "Chưa ghi bước đầu tiên",
    "Chưa ghi tỉnh, thành phố",
    "Khi nào làm, để làm gì.",
    "Số nhà, đường, phường",
    "Agency: name of the page or text",
    "Chưa ghi câu hỏi đầu tiên",
    "Chưa ghi câu trả lời thứ hai",
    "Cơ quan: tên trang hoặc văn bản",
    "Name in the decision that announced it",
    "Another answer, with a line in outcomes",
    "Chưa ghi câu trả lời thứ nhất",
    "Procedure for the first answer not given",
    "Procedure for the second answer not given",
    "Tên ghi trong quyết định công bố",
    "Chưa ghi thủ tục cho câu trả lời thứ hai",
    "One sentence for somebody who knows nothing of this.",
    "Câu trả lời nữa, kèm một dòng ở outcomes",
    "Chưa ghi thủ tục cho câu trả lời thứ nhất",
    "Một câu cho người chưa biết gì về thủ tục này.",
];

/// A number that starters have as an example.
pub(super) const PHONE: &str = "1900 0000";

/// Addresses, a code and a place that starters have as examples; nothing is at them.
pub(super) const MAILS: [&str; 2] = ["lienhe@example.vn", "contact@example.vn"];
pub(super) const SITE: &str = "https://example.vn/";
pub(super) const CODES: [&str; 2] = ["mã", "code"];
pub(super) const POSITION: (f64, f64) = (21.0, 105.0);

/// How paragraphs of a page begin that say how to write one.
const OF_PAGES: [&str; 4] = [
    "Chưa có nội dung.",
    "Tiêu đề trong bài bắt đầu từ hai dấu thăng.",
    "Nothing here yet.",
    "Headings begin with two number signs.",
];

/// Bit by length, of some texts below 64 bytes: which others are held against them at all.
pub(super) struct Lengths(u64);

impl Lengths {
    pub(super) const fn of(texts: &[&str]) -> Lengths {
        let (mut lengths, mut nth) = (0, 0);
        while nth < texts.len() {
            lengths |= 1 << texts[nth].len();
            nth += 1;
        }
        Lengths(lengths)
    }

    pub(super) fn has(&self, text: &str) -> bool {
        text.len() < 64 && self.0 >> text.len() & 1 == 1
    }
}

const LENGTHS: Lengths = Lengths::of(&TEXTS);

/// Is it a text of a starter? Asked of each text there is.
pub(super) fn is_of_starter(text: &str) -> bool {
    let length = text.len();
    if !LENGTHS.has(text) {
        return false;
    }
    let first = TEXTS.partition_point(|it| it.len() < length);
    TEXTS[first..].iter().take_while(|it| it.len() == length).any(|it| *it == text)
}

/// Says of the first of these places what it is, and how many there are; a page has some in its prose.
pub(super) fn diagnostic(file: &Scan, mut places: Vec<Range<usize>>) -> Option<Diagnostic> {
    if let (Some(Role::Page(..)), Some(body)) = (&file.role, &file.body) {
        let text = &file.source.text[body.clone()];
        let found = OF_PAGES.iter().filter_map(|it| {
            let start = body.start + text.find(it)?;
            Some(start..start + it.len())
        });
        places.extend(found);
    }
    let first = places.iter().min_by_key(|it| it.start)?.clone();
    let text = file.source.text[first.clone()].trim_matches(['"', '\'']);
    let words = starter_text::words(text, places.len() - 1);
    Some(note(&file.source, &starter_text::RULE, Some(first), words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{run, sources};

    #[test]
    fn texts_of_starters_are_told_from_others() {
        assert!(TEXTS.is_sorted_by_key(|it| it.len()));
        assert!(TEXTS.into_iter().all(is_of_starter));
        for text in ["", "Một câu", "Một câu!", "Tên", "Giấy đề nghị mua điện", &"a".repeat(200)]
        {
            assert!(!is_of_starter(text), "{text}");
        }
    }

    /// Of starters, what a record may well say.
    const MEANT: [&str; 7] = [
        "https://…",
        "Gửi hồ sơ",
        "Send the papers",
        "Giải quyết và trả kết quả",
        "Decide and answer",
        "07:30",
        "11:30",
    ];

    #[test]
    fn examples_that_are_no_texts_were_published() {
        let told = |path: &str, more: &str| {
            let content = format!("-- content/{path}.yaml --\ntitle: A\n{more}\n");
            let found = run(&sources(&content)).1.diagnostics;
            found.iter().filter(|it| it.rule.code == "C429").count()
        };
        assert_eq!(told("agencies/a", "email: lienhe@example.vn\nsite: https://example.vn/"), 1);
        assert_eq!(told("agencies/a", "email: cskh@vi-du.vn\nsite: https://vi-du.example.vn/"), 0);
        let office =
            |at: &str| told("offices/o", &format!("kind: one-stop\nprovince: B\nposition: {{{at}}}"));
        assert_eq!(office("lat: 21.0, lon: 105.0"), 1);
        assert_eq!(office("lat: 21.01, lon: 105.0"), 0);
        let record =
            |code: &str| told("procedures/p", &format!("field: cap-dien\nagency: evn\ncode: {code}"));
        assert_eq!(record("\"mã\""), 1);
        assert_eq!(record("\"1.004873\""), 0);
    }

    #[test]
    fn every_text_of_a_starter_is_known() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/commands/starters");
        let mut all = include_str!("../commands/starter.rs").to_owned();
        for file in std::fs::read_dir(folder).expect("the starters") {
            let text = std::fs::read_to_string(file.expect("a starter").path()).expect("its text");
            // Words of an explanation follow `# ` at once, examples stand further right.
            let is_data = |it: &&str| it.strip_prefix("# ").is_none_or(|it| it.starts_with(' '));
            for line in text.lines().filter(is_data) {
                for quoted in line.split('"').skip(1).step_by(2) {
                    let is_value = quoted == PHONE || CODES.contains(&quoted);
                    let is_known = is_of_starter(quoted) || is_value || MEANT.contains(&quoted);
                    assert!(is_known, "{quoted} is not in TEXTS");
                }
            }
            all += &text;
        }
        let position = format!("{{lat: {:.1}, lon: {:.1}}}", POSITION.0, POSITION.1);
        let values = MAILS.iter().chain(&CODES).copied().chain([PHONE, SITE, &position]);
        for text in TEXTS.iter().chain(&OF_PAGES).copied().chain(values) {
            assert!(all.contains(text), "no starter has {text}");
        }
    }
}
