//! Markdown under the eye.

use expect_test::expect;

use super::ruled;
use crate::check::tests::{bare, reports, shown, sources};
use crate::diagnostic::Language;

#[test]
fn prose() {
    reports(
        "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
cases: [{id: cot, title: Cột}]
terms: [{time: 5 ngày làm việc, fee: 50.000 đ}]
-- content/procedures/x.md --
## Giấy tờ

Xem <b>kỹ</b> [đây](#giay-to), [kia](#giayto), [xa](http://evn.com.vn), [nữa](javascript:alert(1)).

#### Bản sao

Giải quyết trong 5 ngày làm việc, không quá 10 ngày làm việc; 50.000 đ hoặc 60.000 đ.

![](../files/a.png) [](https://evn.com.vn) [y](y.yaml) [x](x.yaml) [thủ tục](/thu-tuc/xx/) [trang](/gioi-thieu/#o-dau)

<div>khối</div>

[được](../pages/gioi-thieu.md#o-day) [được](/thu-tuc/x/) [được](mailto:a@evn.vn) [tệp](../files/don.pdf)
-- content/pages/gioi-thieu.md --
---
title: Giới thiệu
---
## Ở đây
-- content/pages/about.en.md --
---
title: About
---
Words
-- content/files/don.pdf --
%PDF-1.7
-- content/files/sai.pdf --
<html>
",
        &expect![[r#"
            files/sai.pdf:1:1 C304 [whole file] the file is not what `.pdf` says
                Save it again in its format; pdf, doc, docx, xls, xlsx, odt, ods, zip, png, jpg and webp are taken.
            pages/about.en.md:1:1 C413 [whole file] the page `about` has no text in `vi`
                Write about.md; a translation goes with it.
            procedures/x.md:3:5 C404 [<b>] prose has no HTML in it
                Delete the tags, and write `**bold words**`.
            procedures/x.md:3:15 C414 [[đây](#giay-to)] the link `đây` does not say where it leads
                Write the name of the page or what one can do there: [Fees in force](…).
            procedures/x.md:3:32 C407 [[kia](#giayto)] there is no heading `#giayto`
                Use one of: giay-to, ban-sao.
            procedures/x.md:3:48 C409 [[xa](http://evn.com.vn)] `http://evn.com.vn` is no https link
                Write `https://evn.com.vn`, once you have seen that it opens.
            procedures/x.md:3:73 C409 [[nữa](javascript:alert(1))] `javascript:alert(1)` is no https link
                Links elsewhere are https://…; mail and phone are mailto: and tel:.
            procedures/x.md:5:1 C405 [#### Bản sao] the heading jumps to level 4
                Use level 3.
            procedures/x.md:7:45 C411 [10 ngày làm việc] the prose says `10 ngày làm việc`, which no row of `terms` does
                Correct one of them, or leave the figure out of the prose.
            procedures/x.md:7:77 C412 [60.000 đ] the prose says `60.000 đ`, which no row of `terms` does
                Correct one of them, or leave the amount out of the prose.
            procedures/x.md:9:1 C406 [![](../files/a.png)] `../files/a.png` leads nowhere
                Put the file at `content/files/a.png`, and write `../files/a.png` in `( )`.
            procedures/x.md:9:1 C408 [![](../files/a.png)] the picture has no text
                Say what it shows: ![Connection diagram](…).
            procedures/x.md:9:21 C410 [[](https://evn.com.vn)] the link has no words
                Say in [ ] where it leads.
            procedures/x.md:9:44 C406 [[y](y.yaml)] `y.yaml` leads nowhere
                Write `x.yaml`.
            procedures/x.md:9:68 C406 [[thủ tục](/thu-tuc/xx/)] `/thu-tuc/xx/` leads nowhere
                Write `/thu-tuc/x/`.
            procedures/x.md:9:92 C407 [[trang](/gioi-thieu/#o-dau)] there is no heading `#o-dau`
                Use one of: o-day.
            procedures/x.md:11:1 C404 [<div>khối</div>] prose has no HTML in it
                Delete the tags, and keep the words between them.
            procedures/x.yaml:4:9 C125 [{id: cot, title: Cột}] nothing is different in the case `cot`
                Delete it, or add a row with `case: cot`.
        "#]],
    );
}

#[test]
fn the_way_between_folders_that_part_within_a_letter_was_a_panic() {
    let way = super::way("content/pages/đấu/a.md", "content/pages/đầu/b.md");
    assert_eq!(way, "../đầu/b.md");
}

#[test]
fn a_link_to_a_file_that_moved_was_told_to_be_written_as_it_stands() {
    reports(
        &format!(
            "{}{}{}\
-- content/procedures/cap-dien/a.md --
[Trang hỏi](../pages/hoi.md#gia), [đơn xin](don.pdf), [thủ tục](../b.yaml), [thủ tục](c.yaml), [khác](../la.yaml).
-- content/pages/hoi-dap/hoi.md --
---
title: Hỏi
---
## Giá
-- content/files/mau/don.pdf --
%PDF-1.7
-- content/files/cu/mau/don.pdf --
%PDF-1.7
",
            bare("cap-dien/a", ""),
            bare("cap-dien/b", ""),
            bare("c", ""),
        ),
        &expect![[r#"
            procedures/cap-dien/a.md:1:1 C406 [[Trang hỏi](../pages/hoi.md#gia)] `../pages/hoi.md#gia` leads nowhere
                Write `../../pages/hoi-dap/hoi.md#gia`.
            procedures/cap-dien/a.md:1:35 C406 [[đơn xin](don.pdf)] `don.pdf` leads nowhere
                Write `../../files/mau/don.pdf`.
            procedures/cap-dien/a.md:1:55 C406 [[thủ tục](../b.yaml)] `../b.yaml` leads nowhere
                Write `b.yaml`.
            procedures/cap-dien/a.md:1:77 C406 [[thủ tục](c.yaml)] `c.yaml` leads nowhere
                Write `../c.yaml`.
            procedures/cap-dien/a.md:1:96 C406 [[khác](../la.yaml)] `../la.yaml` leads nowhere
                Write `a.yaml`.
        "#]],
    );
}

#[test]
fn a_link_with_the_address_of_the_site_itself_was_never_followed() {
    let page = |links: &str| {
        let record = bare("x", "aliases: [/cu/x/, /x.html]");
        let mut sources = sources(&format!(
            "{record}-- content/addresses.tsv --\n/thu-tuc/a/\t/thu-tuc/x/\n-- content/pages/hoi.md --\n---\ntitle: G\n---\n{links}\n"
        ));
        sources.config.base_url = "https://thutuc.vi-du.vn/xa".to_owned();
        shown(&sources, Language::Vi)
    };
    let told = [
        "https://thutuc.vi-du.vn/xa/thu-tuc/khong-co/",
        "https://thutuc.vi-du.vn/xa/thu-tuc/xx/#giay-to",
        "https://thutuc.vi-du.vn/xa/en/thu-tuc/xx/?a=b",
        "https://thutuc.vi-du.vn/xa/thu-tuc/a",
        "/thu-tuc/a/#giay-to",
        "/cu/x",
        "/X.html",
        "/content/procedures/x.yaml",
        "/pages/hoi.md",
        "/thu-tuc/x/index.html#giay-to",
    ];
    let links: String = told.iter().map(|it| format!("[một chỗ]({it})\n")).collect();
    expect![[r#"
        pages/hoi.md:4:1 C406 [[một chỗ](https://thutuc.vi-du.vn/xa/thu-tuc/khong-co/)] Liên kết `https://thutuc.vi-du.vn/xa/thu-tuc/khong-co/` không dẫn đến đâu
            Viết đường dẫn tương đối đến tệp trong content, hoặc địa chỉ trên trang như /thu-tuc/ma/.
        pages/hoi.md:5:1 C406 [[một chỗ](https://thutuc.vi-du.vn/xa/thu-tuc/xx/#giay-to)] Liên kết `https://thutuc.vi-du.vn/xa/thu-tuc/xx/#giay-to` không dẫn đến đâu
            Viết `/thu-tuc/x/#giay-to`.
        pages/hoi.md:6:1 C406 [[một chỗ](https://thutuc.vi-du.vn/xa/en/thu-tuc/xx/?a=b)] Liên kết `https://thutuc.vi-du.vn/xa/en/thu-tuc/xx/?a=b` không dẫn đến đâu
            Viết đường dẫn tương đối đến tệp trong content, hoặc địa chỉ trên trang như /thu-tuc/ma/.
        pages/hoi.md:7:1 C406 [[một chỗ](https://thutuc.vi-du.vn/xa/thu-tuc/a)] Liên kết dùng địa chỉ cũ `https://thutuc.vi-du.vn/xa/thu-tuc/a`
            Viết `/thu-tuc/x/`.
        pages/hoi.md:8:1 C406 [[một chỗ](/thu-tuc/a/#giay-to)] Liên kết dùng địa chỉ cũ `/thu-tuc/a/#giay-to`
            Viết `/thu-tuc/x/#giay-to`.
        pages/hoi.md:9:1 C406 [[một chỗ](/cu/x)] Liên kết dùng địa chỉ cũ `/cu/x`
            Viết `/thu-tuc/x/`.
        pages/hoi.md:10:1 C406 [[một chỗ](/X.html)] Liên kết dùng địa chỉ cũ `/X.html`
            Viết `/thu-tuc/x/`.
        pages/hoi.md:11:1 C406 [[một chỗ](/content/procedures/x.yaml)] Liên kết `/content/procedures/x.yaml` không dẫn đến đâu
            Viết `/thu-tuc/x/`.
        pages/hoi.md:12:1 C406 [[một chỗ](/pages/hoi.md)] Liên kết `/pages/hoi.md` không dẫn đến đâu
            Viết `/hoi/`.
        pages/hoi.md:13:1 C406 [[một chỗ](/thu-tuc/x/index.html#giay-to)] Liên kết `/thu-tuc/x/index.html#giay-to` không dẫn đến đâu
            Viết `/thu-tuc/x/#giay-to`.
    "#]].assert_eq(&page(&links));
    for fine in [
        "",
        "/",
        "/?q=a",
        "/thu-tuc/x/",
        "/thu-tuc/x",
        "/thu-tuc/x/index.html",
        "/thu-tuc/x/evn/?a=b#c",
        "/en/thu-tuc/x/",
        "/linh-vuc/cap-dien/trang-2/",
        "/hoi/",
        "/api/procedures.json",
        "/feed.xml",
        "/mot-trang-khac/",
        "/thu-tuc/",
        "y/thu-tuc/khong-co/",
    ] {
        let links = format!("[một chỗ](https://thutuc.vi-du.vn/xa{fine})\n");
        assert_eq!(page(&links), "", "{fine}");
    }
}

/// The page of all offices is there where an office is, that of all sheets where sheets are.
#[test]
fn a_link_to_a_list_leads_where_the_site_has_that_list() {
    let page =
        "-- content/pages/gioi-thieu.md --\n---\ntitle: G\n---\n[nơi nộp](/noi-nop/) [tờ in](/to-in/)\n";
    let leads_nowhere = |sheets: bool, offices: bool| {
        let mut sources = sources(page);
        sources.config.sheets = sheets;
        sources.files.retain(|it| offices || !it.path.starts_with("content/offices/"));
        let shown = shown(&sources, Language::En);
        ["/noi-nop/", "/to-in/"].map(|it| shown.contains(&format!("`{it}` leads nowhere")))
    };
    assert_eq!(leads_nowhere(false, false), [true, true]);
    assert_eq!(leads_nowhere(true, true), [false, false]);
}

#[test]
fn a_path_as_windows_writes_it_was_not_told_the_way_to_its_file() {
    let record = bare("x", "documents: [{name: Đơn, form: \"C:\\\\Users\\\\Lan\\\\don.pdf\"}]");
    let prose = "-- content/procedures/x.md --\n[A](..\\pages\\gia.md) [B](..\\files\\b.pdf)\n";
    let page = "-- content/pages/gia.md --\n---\ntitle: Giá\n---\n## B\n";
    reports(
        &format!("{record}{prose}{page}"),
        &expect![[r#"
        procedures/x.md:1:1 C406 [[A](..\pages\gia.md)] `..\pages\gia.md` leads nowhere
            Write `../pages/gia.md`.
        procedures/x.md:1:22 C406 [[B](..\files\b.pdf)] `..\files\b.pdf` leads nowhere
            Put the file at `content/files/b.pdf`, and write `../files/b.pdf` in `( )`.
        procedures/x.yaml:6:31 C303 ["C:\\Users\\Lan\\don.pdf"] there is no form `C:\Users\Lan\don.pdf`
            Put the file at `content/files/don.pdf`, and write `files/don.pdf`.
    "#]],
    );
}

#[test]
fn a_note_at_the_foot_that_is_an_address_was_published_as_a_link_called_by_its_number() {
    let prose = "-- content/procedures/x.md --\nGiá theo mức[^1].\n\n[^1]: https://www.evn.com.vn/\n";
    let sources = sources(&format!("{}{prose}", bare("x", "")));
    expect![[r#"
        procedures/x.md:1:13 C423 [[^1]] Trang sẽ hiện nguyên `[^1]`: Markdown không hiểu dấu này ở đây
            Ghi lời chú thích trong ngoặc đơn ngay tại đây, thay cho `[^1]`; xoá dòng `[^1]: …`.
    "#]]
    .assert_eq(&shown(&sources, Language::Vi));
}

#[test]
fn code_that_nothing_closes_took_the_rest_of_a_page() {
    let told = |prose: &str| {
        let prose = format!("-- content/procedures/x.md --\n{prose}");
        shown(&sources(&format!("{}{prose}", bare("x", ""))), Language::Vi).lines().step_by(2).count()
    };
    for prose in ["```\nA\n", "A\n\n```yaml\na: b\n\n## B\n", "> ~~~~\n> A\n> ~~~\n", "```"] {
        assert_eq!(told(prose), 1, "{prose:?}");
    }
    for prose in ["```\nA\n```\n", "```\r\nA\r\n```\r\n", "> ~~~\n> A\n> ~~~~ ", "- a\n\n  ```\n  A\n  ```"] {
        assert_eq!(told(prose), 0, "{prose:?}");
    }
}

#[test]
fn the_last_line_of_a_ruled_heading_is_the_ruler() {
    assert_eq!(ruled("Một\nhai  \n---"), Some(("Một\nhai".len(), "---")));
    assert_eq!(ruled("> Một\r\n> =="), Some(("> Một".len(), "==")));
    assert_eq!(ruled("## Một"), None);
}
