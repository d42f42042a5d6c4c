//! Registries, calendars, journeys and pages.

use super::Value::{Alias, Date, Id, List, Map, Reference, Text, Time, Url, Words, Yes};
use super::places::SOURCES;
use super::procedure::{FORM, FORM_URL, NOTE};
use super::{Key, Shape, key, needed};

pub static FIELD: Shape = Shape {
    about: "Một lĩnh vực; thứ tự trong tệp là thứ tự trên trang.",
    keys: &[needed("title", Text, "Tên lĩnh vực."), key("summary", Text, "Gồm những gì, một câu.")],
    one_of: &[],
};

pub static AUDIENCE: Shape = Shape {
    about: "Một nhóm người làm thủ tục; thứ tự trong tệp là thứ tự trên trang.",
    keys: &[needed("title", Text, "Tên nhóm."), key("summary", Text, "Gồm những ai, một câu.")],
    one_of: &[],
};

pub static PAPER: Shape = Shape {
    about: "Một giấy tờ dùng chung cho nhiều thủ tục.",
    keys: &[
        needed("title", Text, "Tên giấy tờ."),
        NOTE,
        key("issued_by", Text, "Nơi cấp."),
        key("obtained_by", Reference("thủ tục"), "Thủ tục cấp ra giấy này."),
        key("replaced_by_database", Text, "Cơ sở dữ liệu thay cho giấy này: người dân không phải nộp."),
        FORM,
        FORM_URL,
    ],
    one_of: &[],
};

pub static LEGAL_TEXT: Shape = Shape {
    about: "Một văn bản pháp luật. Ghi title hoặc name.",
    keys: &[
        needed("number", Words, "Số, ký hiệu: 18/2025/NĐ-CP."),
        key("title", Text, "Tên văn bản."),
        key("name", Text, "Tên văn bản; cách ghi khác của title."),
        key("url", Url, "Địa chỉ toàn văn."),
        key("issued", Date, "Ngày ban hành."),
        key("effective", Date, "Có hiệu lực từ ngày."),
        key("until", Date, "Ngày cuối cùng có hiệu lực."),
        key("replaced_by", Reference("văn bản"), "Văn bản thay thế."),
        NOTE,
        UNCONFIRMED,
    ],
    one_of: &["title", "name"],
};

pub static GLOSSARY_ENTRY: Shape = Shape {
    about: "Giải thích một từ.",
    keys: &[
        key("term", Text, "Từ; không ghi thì lấy từ mã."),
        needed("meaning", Text, "Nghĩa, một câu dễ hiểu."),
        key("also", List(&Words), "Cách viết khác, chữ tắt."),
    ],
    one_of: &[],
};

pub static SYNONYM_GROUP: Shape = Shape {
    about: "Các từ mà ô tìm kiếm hiểu như nhau.",
    keys: &[
        needed("words", List(&Words), "Hiểu như nhau theo cả hai chiều."),
        key("one_way", List(&Words), "Gõ từ này thì tìm cả words, không ngược lại."),
    ],
    one_of: &[],
};

pub static CALENDAR: Shape = Shape {
    about: "Ngày nghỉ và ngày làm bù của một năm; tên tệp là năm.",
    keys: &[
        key("off", List(&Map(&DAY_OFF)), "Các ngày nghỉ, ngoài thứ bảy và chủ nhật."),
        key("worked", List(&Date), "Ngày nghỉ phải làm bù."),
        key("complete", Yes, "true: đã có đủ mọi ngày của năm; false: còn ngày chờ quyết định."),
        key("undecided", List(&Map(&UNDECIDED)), "Những ngày nào chờ quyết định; không ghi là cả năm."),
        SOURCES,
        NOTE,
    ],
    one_of: &[],
};

pub static DAY_OFF: Shape = Shape {
    about: "Một ngày nghỉ.",
    keys: &[needed("date", Date, "Ngày: 2027-01-01."), needed("name", Text, "Nghỉ gì."), UNCONFIRMED],
    one_of: &[],
};

pub static UNDECIDED: Shape = Shape {
    about: "Một khoảng ngày chờ quyết định.",
    keys: &[needed("from", Date, "Từ ngày."), needed("until", Date, "Đến hết ngày.")],
    one_of: &[],
};

pub static JOURNEY: Shape = Shape {
    about: "Một tình huống gồm nhiều thủ tục theo thứ tự. Tên tệp là mã.",
    keys: &[
        key("id", Id, "Mã; bằng tên tệp nên không cần ghi."),
        needed("title", Text, "Tên ở ngôi thứ nhất: Tôi xây nhà mới."),
        key("summary", Text, "Đi từ đâu tới đâu, một câu."),
        key("audiences", List(&Reference("đối tượng")), "Ai gặp tình huống này."),
        needed("steps", List(&Map(&JOURNEY_STEP)), "Các bước, theo thứ tự."),
        SOURCES,
        key("unconfirmed", Yes, "true: chưa có đơn vị nào xác nhận thứ tự này."),
    ],
    one_of: &[],
};

pub static JOURNEY_STEP: Shape = Shape {
    about: "Một bước: một thủ tục, hoặc việc khác có title.",
    keys: &[
        key("procedure", Reference("thủ tục"), "Mã thủ tục."),
        key("title", Text, "Tên bước; phải có nếu không phải thủ tục."),
        key("text", Text, "Khi nào làm, để làm gì."),
        key("optional", Yes, "true: có thể bỏ qua."),
        key("or", Yes, "true: làm bước này thay cho bước trước."),
        key("time", Time, "Mất bao lâu, nếu không phải thủ tục."),
    ],
    one_of: &["procedure", "title"],
};

pub static PAGE: Shape = Shape {
    about: "Phần đầu của một trang thường, giữa hai dòng ---.",
    keys: &[
        needed("title", Text, "Tên trang."),
        key("summary", Text, "Một câu, hiện ở kết quả tìm kiếm."),
        key("aliases", List(&Alias), "Địa chỉ cũ, tự chuyển về đây."),
    ],
    one_of: &[],
};

pub(super) const UNCONFIRMED: Key = key("unconfirmed", Yes, "true: chưa được xác nhận.");
