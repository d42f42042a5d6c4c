//! A theme of the site's own.

use expect_test::expect;

use crate::program::{folder, run_to};

const SITE: &str = "theme = \"rieng\"\n";
const PAGE: &str = "---\ntitle: Trang\n---\nChữ.\n";

#[test]
fn a_file_beside_the_folders_of_a_theme_was_passed_over_without_a_word() {
    let root = folder(&[
        ("site.toml", SITE),
        ("content/pages/trang.md", PAGE),
        ("themes/rieng/style.css", "a {}\n"),
        ("themes/rieng/vi.yaml", "search: Tìm\n"),
        ("themes/rieng/LICENSE", "CC0\n"),
        ("themes/rieng/build/site.scss", "a {}\n"),
        ("themes/rieng/node_modules/x/index.html", "x\n"),
        ("themes/rieng/static/css/style.css", "a {}\n"),
        ("themes/rieng/static/img/icon.svg", "<svg/>\n"),
        ("themes/rieng/static/logo.png", "x\n"),
        (
            "themes/rieng/templates/components/brand.html",
            "{% component brand(@site, @root, @assets) %}<img src=\"{{ root }}{{ assets[\"img/icon.svg\"] }}\" alt=\"\">{% endcomponent brand %}\n",
        ),
    ]);
    let ran = run_to(0, root.path(), &["check"]);
    expect![[r#"
        cảnh báo[C503]: Không trang nào dùng tệp này của giao diện
        --> themes/rieng/static/css/style.css
         = cách sửa: Chuyển thành `themes/rieng/static/style.css`: tệp mặc định tên đó nằm ở đấy.

        cảnh báo[C503]: Không trang nào dùng tệp này của giao diện
        --> themes/rieng/style.css
         = cách sửa: Chuyển thành `themes/rieng/static/style.css`: tệp mặc định tên đó nằm ở đấy.

        cảnh báo[C503]: Không trang nào dùng tệp này của giao diện
        --> themes/rieng/vi.yaml
         = cách sửa: Chuyển thành `themes/rieng/words/vi.yaml`: tệp mặc định tên đó nằm ở đấy.

        0 thủ tục, 0 lỗi, 3 cảnh báo.
    "#]]
    .assert_eq(&ran.out);
}

#[test]
fn a_copied_component_beside_its_folder_was_told_in_the_words_of_the_engine() {
    let brand = "{% component brand(@site) %}<b>Ví Dụ</b>{% endcomponent brand %}\n";
    let root = folder(&[
        ("site.toml", SITE),
        ("content/pages/trang.md", PAGE),
        ("themes/rieng/templates/brand.html", brand),
    ]);
    let ran = run_to(1, root.path(), &["check"]);
    expect![[r#"
        lỗi[C502]: Giao diện mặc định đã có `component brand` ở `templates/components/brand.html`
        --> themes/rieng/templates/brand.html
         = cách sửa: Chuyển tệp này thành `templates/components/brand.html` để thay tệp mặc định, hoặc đặt cho nó tên khác.

        0 thủ tục, 1 lỗi, 0 cảnh báo.
    "#]].assert_eq(&(ran.out + &ran.err));
}
