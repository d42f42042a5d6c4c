//! `site.toml`.

use super::Value::{ByLanguage, ByWord, Choice, List, Map, Number, Reference, Setting, Yes};
use super::{Shape, key};

pub static SITE: Shape = Shape {
    about: "Thiết lập của trang. Tệp trống cũng dùng được.",
    keys: &[
        key("title", Setting, "Tên trang."),
        key("title_in", ByLanguage, "Tên trang bằng tiếng khác: title_in.en = \"…\"."),
        key("description", Setting, "Một câu cho trang chủ và máy tìm kiếm."),
        key("description_in", ByLanguage, "Câu đó bằng tiếng khác."),
        key("base_url", Setting, "Trang được đặt ở đâu, không có gạch chéo cuối: https://thutuc.example.vn."),
        key("languages", List(&Setting), "Các thứ tiếng của trang, tiếng chính trước: [\"vi\", \"en\"]."),
        key("time_zone", Setting, "Múi giờ: Asia/Ho_Chi_Minh."),
        key("theme", Setting, "Thư mục giao diện trong themes."),
        key("output", Setting, "Thư mục xuất bản, nằm trong thư mục của trang: public."),
        key("sheets", Yes, "Tờ niêm yết, tờ rơi và thẻ tổng đài của mỗi thủ tục: true thì có."),
        key("owner", Map(&OWNER), "Đơn vị quản lý trang."),
        key("links", Map(&LINKS), "Nơi trang được phép dẫn tới."),
        key("search", Map(&SEARCH), "Ô tìm kiếm: việc nào là của trang, việc nào của nơi khác."),
        key("check", Map(&CHECK), "Cách kiểm tra."),
    ],
    one_of: &[],
};

static OWNER: Shape = Shape {
    about: "Đơn vị quản lý trang.",
    keys: &[
        key("name", Setting, "Tên đơn vị."),
        key("hotline", Setting, "Tổng đài."),
        key("email", Setting, "Địa chỉ thư."),
        key("address", Setting, "Địa chỉ trụ sở."),
        key(
            "feedback",
            Setting,
            "Nơi người đọc báo chỗ sai: địa chỉ thư, hoặc biểu mẫu https:// có máy chủ trong apply_hosts; không ghi thì dùng email.",
        ),
        key("popular", List(&Reference("thủ tục")), "Mã các thủ tục đặt ở đầu trang chủ."),
    ],
    one_of: &[],
};

static LINKS: Shape = Shape {
    about: "Nơi trang được phép dẫn tới.",
    keys: &[key(
        "apply_hosts",
        List(&Setting),
        "Máy chủ mà nút nộp hồ sơ được dẫn tới; *.gov.vn gồm mọi máy chủ bên dưới.",
    )],
    one_of: &[],
};

static SEARCH: Shape = Shape {
    about: "Ô tìm kiếm: việc nào là của trang, việc nào của nơi khác.",
    keys: &[
        key("ours", List(&Setting), "Chữ nói tới việc của trang: [\"điện\", \"công tơ\"]."),
        key(
            "others",
            List(&Setting),
            "Chữ nói tới việc của nơi khác: [\"đồng hồ nước\"]; câu có chữ này mà không có chữ nào của ours thì không có kết quả.",
        ),
    ],
    one_of: &[],
};

static CHECK: Shape = Shape {
    about: "Cách kiểm tra.",
    keys: &[
        key("allow", ByWord, "Quy tắc không báo, kèm lý do: allow.review-overdue = \"…\"."),
        key("lang", Choice(|| vec!["", "vi", "en"]), "Ngôn ngữ của thông báo; không ghi: theo máy."),
        key("review_months", Number, "Bao nhiêu tháng sau reviewed thì phải rà soát lại."),
        key(
            "tone_style",
            Choice(|| vec!["", "new", "old"]),
            "Kiểu đặt dấu: new (hoà), old (hòa); không ghi: kiểu nào cũng được, nhưng một tệp một kiểu.",
        ),
    ],
    one_of: &[],
};
