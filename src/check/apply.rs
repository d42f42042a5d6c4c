//! Forms to apply with: where they are, for whom, and whether they work.

use super::procedure::Declared;
use super::reading::Reading;
use super::rules::{apply_host, bad_url};
use super::scopes;
use super::settings::are_patterns;
use crate::model::{Apply, Down, HttpsUrl, Rare, addresses};
use crate::shape;
use crate::source::line::line_before;
use crate::source::tree::{Node, Value};

/// A form, by its address alone or with what is said of it.
pub(super) fn apply_entry(reading: &mut Reading<'_>, node: &Node, declared: &Declared) -> Option<Apply> {
    let apply = if let Value::Map(_) = node.value {
        let map = reading.map(node, &shape::APPLY)?;
        let url = reading.required(&map, "url", allowed_url);
        let scope = scopes::scope(reading, &map, declared);
        let sign_in = reading.optional(&map, "sign_in", Reading::text);
        let note = reading.optional(&map, "note", Reading::text);
        let down = reading.optional(&map, "down", down);
        Apply { scope, url: url?, sign_in, note, down }
    } else {
        if let Value::Scalar(text) = &node.value
            // Of two addresses each has its own.
            && 1 < text.matches(':').count()
            && let written = addresses(text)
            && (2..=9).contains(&written.len())
            && !is_item(line_before(&reading.source.text, node.span.start))
            && text.parse::<HttpsUrl>().is_err()
        {
            reading.report(&bad_url::RULE, node.span.clone(), bad_url::words_of_several(&written));
            return None;
        }
        let url = allowed_url(reading, node)?;
        Apply { scope: Rare::default(), url, sign_in: None, note: None, down: None }
    };
    Some(apply)
}

/// Does what comes after this stand in a list?
fn is_item(before: &str) -> bool {
    before.contains('[') || before.trim_start().starts_with('-')
}

fn down(reading: &mut Reading<'_>, node: &Node) -> Option<Down> {
    let map = reading.map(node, &shape::DOWN)?;
    let reason = reading.required(&map, "reason", Reading::text);
    let until = reading.optional(&map, "until", Reading::date);
    Some(Down { reason: reason?, until })
}

fn allowed_url(reading: &mut Reading<'_>, node: &Node) -> Option<HttpsUrl> {
    let url = reading.url(node)?;
    let host = url.host();
    let hosts = &reading.ground.config.links;
    if !hosts.allow(host) && are_patterns(hosts) {
        reading.report(&apply_host::RULE, node.span.clone(), apply_host::words(host));
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn words_around_an_address_became_a_button_that_leads_nowhere() {
        let told = [
            "https://dichvucong.gov.vn/a hoặc https://cskh.npc.com.vn/b",
            "https://dichvucong.gov.vn/a,https://cskh.npc.com.vn/b",
            "\n  - https://dichvucong.gov.vn/a hoặc https://cskh.npc.com.vn/b",
            "https://dichvucong.gov.vn/a,1 và https://cskh.npc.com.vn/b",
            "https://dichvucong.gov.vn/a,http://cskh.npc.com.vn/b",
            "https://dichvucong.gov.vn/Bieu mau/Don.pdf",
            "https://dichvucong.gov.vn/mau/Đơn đề nghị.pdf",
            "https://dichvucong.gov.vn/a rồi bấm Nộp",
            "http://web.archive.org/web/2020/https://cskh.npc.com.vn/x",
            "Cổng Dịch vụ công (https://dichvucong.gov.vn/a)",
            "https://dichvucong.gov.vn/a)",
            "\"[Nộp](https://dichvucong.gov.vn/a)\"",
            "{url: https://dichvucong.gov.vn/ahttps://cskh.npc.com.vn/b}",
            "chưa có",
            "1900 6769",
            "hotro@npc.com.vn",
            "dichvucong.gov.vn/a",
        ]
        .map(|it| shown(&sources(&bare("x", &format!("apply: {it}"))), Language::Vi));
        expect![[r#"
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a hoặc https://cskh.npc.com.vn/b] Ở đây có nhiều địa chỉ
                Viết `["https://dichvucong.gov.vn/a", "https://cskh.npc.com.vn/b"]`, mỗi địa chỉ một mục.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a,https://cskh.npc.com.vn/b] Ở đây có nhiều địa chỉ
                Viết `["https://dichvucong.gov.vn/a", "https://cskh.npc.com.vn/b"]`, mỗi địa chỉ một mục.
            procedures/x.yaml:7:5 C107 [https://dichvucong.gov.vn/a hoặc https://cskh.npc.com.vn/b] Địa chỉ có ký tự ' '
                Chỉ viết một: `https://dichvucong.gov.vn/a` hay `https://cskh.npc.com.vn/b`.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a,1 và https://cskh.npc.com.vn/b] Ở đây có nhiều địa chỉ
                Viết `["https://dichvucong.gov.vn/a,1", "https://cskh.npc.com.vn/b"]`, mỗi địa chỉ một mục.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a,http://cskh.npc.com.vn/b] Ở đây có nhiều địa chỉ
                Chỉ viết một địa chỉ.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/Bieu mau/Don.pdf] Địa chỉ có ký tự ' '
                Viết `https://dichvucong.gov.vn/Bieu%20mau/Don.pdf`.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/mau/Đơn đề nghị.pdf] Địa chỉ có ký tự ' '
                Viết `https://dichvucong.gov.vn/mau/Đơn%20đề%20nghị.pdf`.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a rồi bấm Nộp] Địa chỉ có ký tự ' '
                Xoá ký tự đó, hoặc viết dạng %.
            procedures/x.yaml:6:8 C107 [http://web.archive.org/web/2020/https://cskh.npc.com.vn/x] `http://web.archive.org/web/2020/https://cskh.npc.com.vn/x` không bắt đầu bằng https://
                Viết `https://web.archive.org/web/2020/https://cskh.npc.com.vn/x`.
            procedures/x.yaml:6:8 C107 [Cổng Dịch vụ công (https://dichvucong.gov.vn/a)] `Cổng Dịch vụ công (https://dichvucong.gov.vn/a)` không bắt đầu bằng https://
                Viết `https://dichvucong.gov.vn/a`.
            procedures/x.yaml:6:8 C107 [https://dichvucong.gov.vn/a)] Địa chỉ có ký tự ')'
                Viết `https://dichvucong.gov.vn/a`.
            procedures/x.yaml:6:8 C107 ["[Nộp](https://dichvucong.gov.vn/a)"] `[Nộp](https://dichvucong.gov.vn/a)` không bắt đầu bằng https://
                Viết `https://dichvucong.gov.vn/a`.
            procedures/x.yaml:6:9 C421 [[Nộp](https://dichvucong.gov.vn/a)] Trang sẽ hiện nguyên `[Nộp](https://dichvucong.gov.vn/a)`: chữ ở đây không phải HTML hay Markdown
                Viết chữ thường; chữ đậm và liên kết thì đưa vào bài viết (`.md`).
            procedures/x.yaml:6:14 C107 [https://dichvucong.gov.vn/ahttps://cskh.npc.com.vn/b] Ở đây có nhiều địa chỉ
                Chỉ viết một: `https://dichvucong.gov.vn/a` hay `https://cskh.npc.com.vn/b`.
            procedures/x.yaml:6:8 C107 [chưa có] `chưa có` không bắt đầu bằng https://
                Viết địa chỉ của trang, như `https://ten-mien.vn/…`; chưa có thì xoá dòng này.
            procedures/x.yaml:6:8 C107 [1900 6769] `1900 6769` không bắt đầu bằng https://
                Viết địa chỉ của trang, như `https://ten-mien.vn/…`; chưa có thì xoá dòng này.
            procedures/x.yaml:6:8 C107 [hotro@npc.com.vn] `hotro@npc.com.vn` không bắt đầu bằng https://
                Viết địa chỉ của trang, như `https://ten-mien.vn/…`; chưa có thì xoá dòng này.
            procedures/x.yaml:6:8 C107 [dichvucong.gov.vn/a] `dichvucong.gov.vn/a` không bắt đầu bằng https://
                Viết `https://dichvucong.gov.vn/a`.
        "#]].assert_eq(&told.concat());
    }
}
