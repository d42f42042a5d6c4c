//! Rows of a spreadsheet in YAML: how the first of them would be written.

use std::ops::Range;

use crate::check::ground::Kind;
use crate::check::meant;
use crate::check::near::as_id;
use crate::check::papers::Listed;
use crate::check::roles::{Role, role};
use crate::check::rules::yaml_syntax;
use crate::diagnostic::Words;
use crate::model::{Fee, TimeLimit};
use crate::shape;
use crate::source::SourceFile;
use crate::source::line::is_row;
use crate::text::nfc;

/// What to say of `rows` in the file at `path`.
pub(crate) fn words(path: &str, rows: &str) -> [Words; 2] {
    let mut rows = rows.lines().map(cells);
    let first = rows.next().unwrap_or_default();
    let better = match role(path) {
        Some(Role::Registry(it)) if it.is_of_titles() => entry(&first),
        _ => match names(&first) {
            // Columns have names, so that the row below says what stands where.
            Some(names) => item(&rows.next().unwrap_or_default(), &names),
            None => item(&first, &[]),
        },
    };
    yaml_syntax::words_of_rows(&better)
}

/// The paper in the first of such rows, where they stand below `documents` of a procedure.
pub(crate) fn paper(source: &SourceFile, rows: &Range<usize>) -> Option<Listed> {
    let Some(Role::Record(Kind::Procedure)) = role(&source.path) else { return None };
    let is_key = |line: &&str| line.starts_with(|it: char| it.is_ascii_alphabetic()) && line.contains(':');
    let key = source.text[..rows.start].lines().rev().find(is_key)?.split(':').next();
    let first = source.text[rows.clone()].lines().next().filter(|it| is_row(it))?;
    Listed::of_row(&cells(first)).filter(|_| key == Some("documents"))
}

/// Of one row, without the space around them.
pub(crate) fn cells(row: &str) -> Vec<&str> {
    row.split('\t').map(str::trim).collect()
}

/// The keys that the names of columns stand for, if these cells are names of columns.
fn names(cells: &[&str]) -> Option<Vec<Option<&'static str>>> {
    let known = shape::TERM.names();
    let names: Vec<_> = cells.iter().map(|it| meant::word(it, &known)).collect();
    let is_head = names.iter().any(Option::is_some) && cells.iter().all(|it| key(it).is_none());
    is_head.then_some(names)
}

/// The key of which a value can be nothing else.
pub(super) fn key(cell: &str) -> Option<&'static str> {
    let cell = nfc(cell);
    if cell.parse::<TimeLimit>().is_ok() || meant::time(&cell).is_some() {
        return Some("time");
    }
    (cell.parse::<Fee>().is_ok() || meant::fee(&cell).is_some()).then_some("fee")
}

fn item(cells: &[&str], names: &[Option<&str>]) -> String {
    let named = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(nth, cell)| {
        let name = names.get(nth).copied().flatten().or_else(|| key(cell)).unwrap_or("…");
        match name {
            "case" => format!("case: {}", as_id(cell)),
            _ => format!("{name}: {}", value(cell)),
        }
    });
    format!("- {{{}}}", named.collect::<Vec<_>>().join(", "))
}

fn entry(cells: &[&str]) -> String {
    let [id, title] = [0, 1].map(|nth| cells.get(nth).copied().unwrap_or("…"));
    format!("{}: {{title: {}}}", as_id(id), value(title))
}

/// A cell as it stands within `{…}`, where many signs mean something.
pub(crate) fn value(cell: &str) -> String {
    let has_signs = cell.contains(|it: char| ",:#\"'{}[]&*!%@`|>".contains(it));
    if has_signs || cell.starts_with(['-', '?']) { yaml_syntax::quoted(cell) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn rows_of_a_spreadsheet_were_told_in_the_words_of_the_parser() {
        let rows = "1 pha\t5 ngày làm việc\t550.000 đ\n3 pha\t7 ngày làm việc\t700.000 đ";
        let head = "Trường hợp\tThời hạn\tLệ phí, đồng";
        let content = [
            bare("a", &format!("terms:\n{rows}\nsteps: []")),
            bare("b", &format!("terms:\n  {head}\n  {}\nsteps: []", rows.replace('\n', "\n  "))),
            bare("c", "documents:\n  - {name: Đơn}\n  Đơn, mẫu \"1\"\t-\nsteps: []"),
            "-- content/papers.yaml --\ncan-cuoc: {title: Căn cước}\nGiấy A\tGiấy “A”, bản chính\n"
                .to_owned(),
        ];
        expect![[r#"
            papers.yaml:2:1 C001 [Giấy A	Giấy “A”, bản chính] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `giay-a: {title: "Giấy “A”, bản chính"}`.
            procedures/a.yaml:7:1 C001 [1 pha	5 ngày làm việc	550.000 đ
            3 pha	7 ngày làm việc	700.000 đ] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `- {…: 1 pha, time: 5 ngày làm việc, fee: 550.000 đ}`, thay `…` bằng tên khoá.
            procedures/b.yaml:7:3 C001 [Trường hợp	Thời hạn	Lệ phí, đồng] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `- {case: 1-pha, time: 5 ngày làm việc, fee: 550.000 đ}`.
            procedures/c.yaml:8:3 C001 [Đơn, mẫu "1"	-] Hàng chép từ Excel hay Word, các ô cách nhau bằng phím Tab: YAML không đọc được
                Viết mỗi hàng thành một mục: `- {name: 'Đơn, mẫu "1"'}`. Nhiều thủ tục cùng cần thì thêm `don-mau-1: {title: 'Đơn, mẫu "1"'}` vào content/papers.yaml, rồi viết `{paper: don-mau-1}`.
        "#]].assert_eq(&shown(&sources(&content.concat()), Language::Vi));
    }
}
