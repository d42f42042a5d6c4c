//! Links that show where they lead.

const LINK: &str = "<a href=\"";

/// The same HTML; where the words of a link are its own address they may break after a dot or a
/// slash, as hosts do elsewhere on a page. Looks at the finished text, which most often has none.
pub(super) fn breaking(html: String) -> String {
    let mut broken = String::new();
    let mut done = 0;
    for (at, _) in html.match_indices(LINK) {
        let Some((start, address)) = address(&html, at + LINK.len()) else { continue };
        let host = address.find("//").map_or(0, |it| it + 2);
        broken.push_str(&html[done..start + host]);
        for (nth, piece) in address[host..].split_inclusive(['.', '/']).enumerate() {
            broken.push_str(if nth == 0 { "" } else { "<wbr>" });
            broken.push_str(piece);
        }
        done = start + address.len();
    }
    if done == 0 {
        return html;
    }
    broken.push_str(&html[done..]);
    broken
}

/// The words of the link whose target begins at `from`, and where they stand, if they are an address.
fn address(html: &str, from: usize) -> Option<(usize, &str)> {
    let (target, _) = html[from..].split_once('"')?;
    let start = from + html[from..].find('>')? + 1;
    let (words, end) = html[start..].split_once('<')?;
    let is_address = target.starts_with("http") && words.contains('.') && target.contains(words);
    (is_address && end.starts_with("/a>")).then_some((start, words))
}

#[cfg(test)]
mod tests {
    use super::super::html;

    #[test]
    fn an_address_in_prose_broke_within_a_word() {
        let shown = |markdown: &str| html(markdown, 1, str::to_owned).text;
        for (markdown, expected) in [
            (
                "<https://dichvucong.gov.vn/p/home>",
                "\">https://dichvucong.<wbr>gov.<wbr>vn/<wbr>p/<wbr>home</a>",
            ),
            ("[cskh.npc.com.vn](https://cskh.npc.com.vn/)", "\">cskh.<wbr>npc.<wbr>com.<wbr>vn</a>"),
            ("[npc.vn](https://npc.vn/ \"Trang >\")", "\">npc.<wbr>vn</a>"),
            (
                "[a.vn](https://a.vn), [b.vn](https://b.vn).",
                "\">a.<wbr>vn</a>, <a href=\"https://b.vn\">b.<wbr>vn</a>.",
            ),
        ] {
            let html = shown(markdown);
            assert!(html.contains(expected), "{html}");
        }
        for markdown in
            ["[Trang của EVN.](https://evn.com.vn/)", "[**evn.vn**](https://evn.vn)", "[a.md](a.md)"]
        {
            assert!(!shown(markdown).contains("<wbr>"), "{markdown}");
        }
    }
}
