//! Agencies and offices.

use super::Value::{Choice, Clock, Degrees, Email, Id, List, Map, Phone, Reference, Text, Url, Words};
use super::procedure::{NOTE, SOURCE};
use super::{Key, Shape, Value, key, needed};

pub static AGENCY: Shape = Shape {
    about: "Một cơ quan, đơn vị. Tên tệp là mã.",
    keys: &[
        key("id", Id, "Mã; bằng tên tệp nên không cần ghi."),
        needed("title", Text, "Tên đầy đủ."),
        key("short", Text, "Tên tắt."),
        key("also_called", List(&Words), "Tên người dân hay gõ khi tìm; không hiện trên trang."),
        key("summary", Text, "Làm gì cho người dân."),
        key("parent", Reference("cơ quan"), "Đơn vị cấp trên."),
        key("hotline", Phone, "Tổng đài."),
        key("email", Email, "Địa chỉ thư."),
        key("site", Url, "Trang web."),
        key("area", Text, "Phục vụ vùng nào."),
        SOURCES,
        key("unconfirmed", List(&Choice(|| AGENCY.names().collect())), "Các khoá chưa có nguồn."),
    ],
    one_of: &[],
};

const OFFICE_KINDS: [&str; 2] = ["one-stop", "transaction-room"];

pub static OFFICE: Shape = Shape {
    about: "Một nơi nộp hồ sơ. Tên tệp là mã.",
    keys: &[
        key("id", Id, "Mã; bằng tên tệp nên không cần ghi."),
        needed("title", Text, "Tên ghi trên biển."),
        needed(
            "kind",
            Choice(|| OFFICE_KINDS.to_vec()),
            "one-stop: trung tâm hành chính công, bộ phận một cửa; transaction-room: phòng giao dịch.",
        ),
        key("agency", Reference("cơ quan"), "Cơ quan giải quyết ở đây."),
        key("street", Text, "Số nhà, đường, phường xã."),
        needed("province", Words, "Tỉnh, thành phố."),
        key("earlier_names", List(&Words), "Tên cũ trước khi sáp nhập, người dân còn dùng."),
        key("phone", Phone, "Số điện thoại."),
        key("hours", List(&Map(&HOURS)), "Giờ mở cửa."),
        key("accepts", Text, "Nhận những gì, bằng lời."),
        key("position", Map(&POSITION), "Vị trí trên bản đồ."),
        NOTE,
        SOURCES,
        key("unconfirmed", List(&Choice(|| OFFICE.names().collect())), "Các khoá chưa có nguồn."),
    ],
    one_of: &[],
};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub static HOURS: Shape = Shape {
    about: "Một khoảng mở cửa.",
    keys: &[
        needed("days", List(&Choice(|| DAYS.to_vec())), "Những ngày nào: mon (thứ hai) … sun (chủ nhật)."),
        needed("from", Clock, "Từ giờ, trong ngoặc kép: \"07:30\"."),
        needed("until", Clock, "Đến giờ, trong ngoặc kép: \"11:30\"."),
    ],
    one_of: &[],
};

pub static POSITION: Shape = Shape {
    about: "Vĩ độ và kinh độ.",
    keys: &[needed("lat", Degrees(90), "Vĩ độ: 21.0285."), needed("lon", Degrees(180), "Kinh độ: 105.8542.")],
    one_of: &[],
};

static ONE_SOURCE: Value = Map(&SOURCE);
pub(super) const SOURCES: Key = key("sources", List(&ONE_SOURCE), "Lấy từ đâu.");
