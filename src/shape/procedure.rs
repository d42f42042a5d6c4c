//! A procedure and its parts.

use super::Value::{
    Alias, ById, Choice, Code, Date, Either, Email, Fee, Form, Id, List, Map, Number, OneOrMore, Phone,
    Reference, Text, Time, Url, Words, Yes,
};
use super::{Key, Shape, Value, key, needed};
use crate::model::{ChannelKind, OnlineLevel, Section};

pub static PROCEDURE: Shape = Shape {
    about: "Một thủ tục hành chính. Tên tệp là mã của thủ tục.",
    keys: &[
        key("id", Id, "Mã; bằng tên tệp nên không cần ghi."),
        key("code", Code, "Mã chính thức, luôn trong ngoặc kép: \"1.004321\"."),
        needed("title", Text, "Tên ngắn, như người dân nói."),
        key("official_title", Text, "Tên pháp lý, nếu khác tên ngắn."),
        key("summary", Text, "Một, hai câu dễ hiểu: ai cần làm và được gì."),
        key("task", Text, "Việc người dân muốn làm, bắt đầu bằng động từ; trang chủ ghi thay tên."),
        key(
            "also_called",
            List(&Words),
            "Từ người dân hay gõ khi tìm; không hiện trên trang thủ tục, từ đầu tiên là ví dụ ở ô tìm của trang chủ.",
        ),
        needed("field", Reference("lĩnh vực"), "Lĩnh vực: một mã trong content/fields.yaml."),
        key(
            "audiences",
            List(&Reference("đối tượng")),
            "Ai làm thủ tục này: các mã trong content/audiences.yaml.",
        ),
        needed("agency", AGENCY_ID, "Cơ quan quyết định: tên một tệp trong content/agencies."),
        key("agencies", Map(&AGENCIES), "Các cơ quan thực hiện, phối hợp, được uỷ quyền."),
        key("decision", Map(&DECISION), "Quyết định công bố thủ tục."),
        key("online", Map(&ONLINE), "Mức độ làm trực tuyến; không ghi thì trang chỉ cho xem thông tin."),
        key(
            "apply",
            OneOrMore(&Either(&[Url, Map(&APPLY)])),
            "Địa chỉ biểu mẫu nộp hồ sơ; máy chủ phải có trong links.apply_hosts của site.toml.",
        ),
        key("cases", List(&Map(&CASE)), "Những trường hợp làm đổi thời hạn, phí hoặc giấy tờ."),
        key("channels", List(&Map(&CHANNEL)), "Các cách nộp hồ sơ."),
        key("terms", List(&Map(&TERM)), "Bảng thời hạn và phí; dòng cụ thể hơn thắng."),
        key("documents", List(&Map(&DOCUMENT)), "Giấy tờ phải có."),
        key("steps", List(&Map(&STEP)), "Các bước, theo thứ tự."),
        key(
            "result",
            OneOrMore(&Map(&OUTCOME)),
            "Kết quả nhận được; nhiều kết quả thì viết thành danh sách.",
        ),
        key("conditions", OneOrMore(&Either(&[Text, Map(&CONDITION)])), "Điều kiện phải có."),
        key(
            "legal",
            List(&Either(&[Reference("văn bản"), Map(&LEGAL_REF)])),
            "Căn cứ pháp lý: các mã trong content/legal.yaml.",
        ),
        key("related", Map(&RELATED), "Thủ tục làm trước, làm sau, làm cùng."),
        key("sources", ById(&SOURCE), "Nguồn của các con số: khoá tự đặt, rồi source ở các mục ghi khoá đó."),
        key(
            "unconfirmed",
            List(&Choice(sections)),
            "Các phần chưa được đơn vị xác nhận; trang ghi rõ điều đó. Với time, fee: dòng không có source, và chỗ không dòng nào nói tới.",
        ),
        key("effective", Date, "Có hiệu lực từ ngày: 2025-02-08."),
        key("reviewed", Date, "Ngày gần nhất rà soát, tức là so lại với nguồn."),
        key("review_every", Time, "Bao lâu rà soát lại một lần: 6 tháng."),
        key("translated", Date, "Ngày gần nhất có người so các bản dịch với bản chính."),
        key("owner", Words, "Đơn vị giữ nội dung này."),
        key(
            "status",
            Either(&[Choice(states), Map(&STATUS)]),
            "Tình trạng; không ghi là published. draft: được kiểm tra, không hiện.",
        ),
        key("changes", List(&Map(&CHANGE)), "Lịch sử thay đổi, mới nhất trước."),
        key("aliases", List(&Alias), "Địa chỉ cũ, tự chuyển về đây: /cu/duong-dan/."),
    ],
    one_of: &[],
};

pub static AGENCIES: Shape = Shape {
    about: "Các cơ quan ngoài cơ quan quyết định.",
    keys: &[
        key("executing", List(&AGENCY_ID), "Trực tiếp thực hiện."),
        key("coordinating", List(&AGENCY_ID), "Phối hợp."),
        key("delegated", List(&AGENCY_ID), "Được uỷ quyền, phân cấp."),
    ],
    one_of: &[],
};

pub static DECISION: Shape = Shape {
    about: "Quyết định công bố.",
    keys: &[
        needed("number", Words, "Số, ký hiệu."),
        key("date", Date, "Ngày ký."),
        key("issuer", Text, "Cơ quan ký."),
    ],
    one_of: &[],
};

pub static ONLINE: Shape = Shape {
    about: "Mức độ làm trực tuyến.",
    keys: &[
        needed(
            "level",
            Choice(|| OnlineLevel::ALL.map(OnlineLevel::key).to_vec()),
            "full: toàn trình; partial: một phần, phải kèm reason; information: chỉ xem thông tin.",
        ),
        key("reason", Text, "Vì sao chưa làm được toàn trình; luật đòi phải nêu."),
    ],
    one_of: &[],
};

pub static APPLY: Shape = Shape {
    about: "Một địa chỉ nộp hồ sơ và nó dành cho ai.",
    keys: &[
        needed("url", Url, "Địa chỉ biểu mẫu, bắt đầu bằng https://."),
        FOR_CHANNEL,
        FOR_CASE,
        FOR_AGENCY,
        key("sign_in", Text, "Đăng nhập bằng tài khoản nào."),
        NOTE,
        key("down", Map(&DOWN), "Biểu mẫu đang lỗi: vì sao, đến hết ngày nào."),
    ],
    one_of: &[],
};

pub static DOWN: Shape = Shape {
    about: "Biểu mẫu trực tuyến đang lỗi hoặc bảo trì.",
    keys: &[
        needed("reason", Text, "Vì sao chưa nộp được."),
        key("until", Date, "Đến hết ngày nào; không ghi thì đến khi xoá down."),
    ],
    one_of: &[],
};

pub static CASE: Shape = Shape {
    about: "Một trường hợp.",
    keys: &[
        needed("id", Id, "Mã tự đặt, để các mục khác nhắc tới."),
        needed("title", Text, "Khi nào thì là trường hợp này."),
        NOTE,
    ],
    one_of: &[],
};

pub static CHANNEL: Shape = Shape {
    about: "Một cách nộp hồ sơ.",
    keys: &[
        needed(
            "kind",
            Choice(channels),
            "online: qua mạng; counter: trực tiếp; post: bưu chính; phone: điện thoại; app: ứng dụng; email: thư điện tử.",
        ),
        FOR_AGENCY,
        FOR_CASE,
        key("offices", List(&Words), "Mã nơi nộp trong content/offices; * thay cho phần bất kỳ: ttphcc-*."),
        key("url", Url, "Địa chỉ trang."),
        key("phone", Phone, "Số điện thoại."),
        key("email", Email, "Địa chỉ thư."),
        NOTE,
        SOURCE_KEY,
        FROM,
        UNTIL,
        BASIS,
    ],
    one_of: &[],
};

pub static TERM: Shape = Shape {
    about: "Một dòng của bảng thời hạn và phí.",
    keys: &[
        FOR_CASE,
        FOR_CHANNEL,
        FOR_AGENCY,
        key(
            "time",
            Time,
            "Thời hạn, luôn có đơn vị: 5 ngày làm việc; 3–7 ngày làm việc; 24 giờ; trong ngày; ngay; theo thoả thuận.",
        ),
        key("time_note", Text, "Ghi chú về thời hạn."),
        key(
            "fee",
            Fee,
            "Phí, luôn có đơn vị tiền: miễn phí; 550.000 đ; 155 USD; theo dự toán; theo quy định.",
        ),
        key("fee_note", Text, "Ghi chú về phí; theo quy định thì nói quy định nào."),
        key("payer", Text, "Ai trả, bằng lời."),
        SOURCE_KEY,
        UNCONFIRMED,
        FROM,
        UNTIL,
        BASIS,
    ],
    one_of: &[],
};

pub static DOCUMENT: Shape = Shape {
    about: "Một giấy tờ, hoặc một trong vài giấy tờ (any_of).",
    keys: &[
        PAPER_ID,
        PAPER_NAME,
        key("any_of", List(&Map(&ALTERNATIVE)), "Một trong các giấy tờ sau; ít nhất hai."),
        key("originals", Number, "Mấy bản chính."),
        key("copies", Number, "Mấy bản sao."),
        key("certified_copies", Number, "Mấy bản sao chứng thực."),
        FOR_CASE,
        FOR_CHANNEL,
        FOR_AGENCY,
        NOTE,
        FORM,
        FORM_URL,
        SOURCE_KEY,
        UNCONFIRMED,
        FROM,
        UNTIL,
        BASIS,
    ],
    one_of: &["paper", "name", "any_of"],
};

pub static ALTERNATIVE: Shape = Shape {
    about: "Một giấy tờ trong số được chọn.",
    keys: &[PAPER_ID, PAPER_NAME, NOTE, FORM, FORM_URL],
    one_of: &["paper", "name"],
};

pub static STEP: Shape = Shape {
    about: "Một bước.",
    keys: &[
        needed("by", Text, "Ai làm: customer (người nộp), agency (cơ quan giải quyết), hoặc tên người khác."),
        needed("title", Text, "Làm gì, một câu ngắn."),
        key("text", Text, "Làm thế nào."),
        key("time", Time, "Bước này mất bao lâu: 2 ngày làm việc."),
        key("fee", Fee, "Phí của bước này."),
        FOR_CASE,
        FOR_CHANNEL,
        FOR_AGENCY,
        SOURCE_KEY,
        FROM,
        UNTIL,
        BASIS,
    ],
    one_of: &[],
};

pub static OUTCOME: Shape = Shape {
    about: "Kết quả.",
    keys: &[
        needed("name", Text, "Tên giấy tờ hoặc việc nhận được."),
        key("code", Code, "Mã kết quả, trong ngoặc kép."),
        key("delivery", OneOrMore(&Text), "Nhận bằng cách nào."),
        key("valid", Text, "Có giá trị bao lâu."),
        NOTE,
        SOURCE_KEY,
    ],
    one_of: &[],
};

pub static CONDITION: Shape = Shape {
    about: "Một điều kiện, và nó dành cho ai.",
    keys: &[
        needed("text", Text, "Điều kiện."),
        FOR_CASE,
        FOR_CHANNEL,
        FOR_AGENCY,
        SOURCE_KEY,
        FROM,
        UNTIL,
        BASIS,
    ],
    one_of: &[],
};

pub static LEGAL_REF: Shape = Shape {
    about: "Một văn bản và điều khoản của nó.",
    keys: &[
        needed("text", Reference("văn bản"), "Mã trong content/legal.yaml."),
        key("article", Text, "Điều, khoản nào."),
        NOTE,
    ],
    one_of: &[],
};

pub static RELATED: Shape = Shape {
    about: "Thủ tục liên quan.",
    keys: &[
        key("before", List(&Reference("thủ tục")), "Phải xong trước."),
        key("after", List(&Reference("thủ tục")), "Thường làm sau."),
        key("together", List(&Reference("thủ tục")), "Có thể cũng cần."),
        key("instead", List(&Reference("thủ tục")), "Làm thay cho thủ tục này, không làm cả hai."),
    ],
    one_of: &[],
};

pub static SOURCE: Shape = Shape {
    about: "Một nguồn.",
    keys: &[
        needed("title", Text, "Cơ quan: tên trang hoặc văn bản."),
        key("url", Url, "Địa chỉ; không giữ được thì bỏ trống."),
        key("checked", Date, "Ngày có người mở nguồn ra xem."),
        NOTE,
    ],
    one_of: &[],
};

const STATES: [&str; 4] = ["published", "draft", "suspended", "withdrawn"];

pub static STATUS: Shape = Shape {
    about: "Tình trạng của thủ tục.",
    keys: &[
        needed(
            "state",
            Choice(states),
            "published: đang dùng; draft: chưa hiện; suspended: tạm dừng, kèm reason; withdrawn: bãi bỏ, có thủ tục thay thì kèm replaced_by.",
        ),
        key("reason", Text, "Vì sao tạm dừng hay bãi bỏ."),
        key("until", Date, "Tạm dừng đến hết ngày nào."),
        key("replaced_by", Reference("thủ tục"), "Mã thủ tục thay cho thủ tục bị bãi bỏ."),
    ],
    one_of: &[],
};

pub static CHANGE: Shape = Shape {
    about: "Một lần thay đổi.",
    keys: &[
        needed("date", Date, "Ngày đổi."),
        needed("note", Text, "Đổi gì."),
        key("basis", Text, "Theo văn bản nào."),
    ],
    one_of: &[],
};

const AGENCY_ID: Value = Reference("cơ quan");
const FOR_CASE: Key =
    key("case", Id, "Chỉ cho trường hợp này: một id trong cases; không ghi là mọi trường hợp.");
const FOR_CHANNEL: Key = key("channel", Choice(channels), "Chỉ cho cách nộp này; không ghi là mọi cách.");
const FOR_AGENCY: Key =
    key("agency", AGENCY_ID, "Chỉ cho cơ quan này và các đơn vị cấp dưới; không ghi là mọi cơ quan.");
const SOURCE_KEY: Key = key("source", Id, "Lấy từ nguồn nào: một khoá trong sources.");
const UNCONFIRMED: Key = key("unconfirmed", Yes, "true: riêng mục này chưa được xác nhận.");
const FROM: Key = key("from", Date, "Có hiệu lực từ ngày.");
const UNTIL: Key = key("until", Date, "Có hiệu lực đến hết ngày.");
const BASIS: Key = key("basis", Words, "Theo văn bản nào.");
pub(super) const NOTE: Key = key("note", Text, "Ghi chú.");
const PAPER_ID: Key =
    key("paper", Reference("giấy tờ"), "Giấy tờ dùng chung: một mã trong content/papers.yaml.");
const PAPER_NAME: Key = key("name", Text, "Tên giấy tờ chỉ dùng ở đây; thay cho paper.");
pub(super) const FORM: Key = key("form", Form, "Biểu mẫu trong content/files: files/don.docx.");
pub(super) const FORM_URL: Key = key("form_url", Url, "Biểu mẫu ở trang khác.");

fn sections() -> Vec<&'static str> {
    Section::ALL.map(Section::key).to_vec()
}

fn states() -> Vec<&'static str> {
    STATES.to_vec()
}

fn channels() -> Vec<&'static str> {
    ChannelKind::ALL.map(ChannelKind::key).to_vec()
}
