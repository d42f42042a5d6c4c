//! Questions that lead to a procedure.

use super::Value::{Id, List, Map, Reference, Text};
use super::places::SOURCES;
use super::procedure::NOTE;
use super::registries::UNCONFIRMED;
use super::{Shape, key, needed};

pub static CHOICE: Shape = Shape {
    about: "Các câu hỏi giúp người dân chọn đúng thủ tục. Tên tệp là mã.",
    keys: &[
        key("id", Id, "Mã; bằng tên tệp nên không cần ghi."),
        needed("title", Text, "Người dân đang phân vân điều gì: Lắp điện mới, tôi cần thủ tục nào?"),
        key("summary", Text, "Hỏi mấy câu, được gì; một câu."),
        needed(
            "questions",
            List(&Map(&QUESTION)),
            "Các câu hỏi theo thứ tự, nhiều nhất 6; câu không còn phân biệt được gì thì tự bỏ qua.",
        ),
        needed(
            "outcomes",
            List(&Map(&CHOICE_OUTCOME)),
            "Các kết quả. Mỗi tổ hợp câu trả lời khớp đúng một kết quả.",
        ),
        SOURCES,
        UNCONFIRMED,
    ],
    one_of: &[],
};

pub static QUESTION: Shape = Shape {
    about: "Một câu hỏi, một trang.",
    keys: &[
        needed("id", Id, "Mã câu hỏi."),
        needed("title", Text, "Câu hỏi, ngắn, hỏi một điều: Bạn dùng điện để làm gì?"),
        NOTE,
        needed("answers", List(&Map(&ANSWER)), "Các câu trả lời, từ hai trở lên."),
    ],
    one_of: &[],
};

pub static ANSWER: Shape = Shape {
    about: "Một câu trả lời.",
    keys: &[
        needed("id", Id, "Mã, không trùng với câu trả lời nào khác trong tệp; nằm trong địa chỉ trang."),
        needed("title", Text, "Câu trả lời, bằng lời của người dân."),
        NOTE,
    ],
    one_of: &[],
};

pub static CHOICE_OUTCOME: Shape = Shape {
    about: "Một kết quả: một thủ tục, hoặc gọi cho ai.",
    keys: &[
        key(
            "when",
            List(&Id),
            "Mã các câu trả lời dẫn tới đây; câu hỏi không có mã nào ở đây thì trả lời sao cũng được, có hai mã trở lên thì một trong số đó.",
        ),
        key("procedure", Reference("thủ tục"), "Mã thủ tục cần làm."),
        key("case", Id, "Trường hợp của thủ tục đó, nếu có trang riêng."),
        key("agency", Reference("cơ quan"), "Trang của đơn vị nào; với call: gọi đơn vị nào."),
        key("call", Text, "Không thủ tục nào hợp: gọi để hỏi gì."),
        NOTE,
    ],
    one_of: &["procedure", "call"],
};
