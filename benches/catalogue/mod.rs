//! A made-up catalogue of any size: the same seed and size give the same bytes.
//!
//! Nothing in it is a fact. Records are about as long as real ones: some 5 kB of YAML, 2 kB of
//! Markdown, and links to others that exist.

use std::fmt::Write as _;

/// Path from the root and text of each file.
pub(crate) type Files = Vec<(String, String)>;

const FIELDS: usize = 40;
const AUDIENCES: usize = 8;
const AGENCIES: usize = 60;
const PAPERS: usize = 120;
const LEGAL: usize = 200;

const ACTS: [&str; 10] = [
    "Cấp mới",
    "Thay đổi",
    "Gia hạn",
    "Chấm dứt",
    "Kiểm tra",
    "Di dời",
    "Nâng công suất",
    "Tra cứu",
    "Đối chiếu",
    "Điều chỉnh",
];
const THINGS: [&str; 12] = [
    "hợp đồng mua bán điện",
    "công tơ",
    "trạm biến áp",
    "đường dây hạ áp",
    "hệ số công suất",
    "hoá đơn tiền điện",
    "điện mặt trời mái nhà",
    "hành lang an toàn",
    "định mức sử dụng",
    "cấp điện tạm thời",
    "thiết bị đo đếm",
    "thông tin khách hàng",
];
const PEOPLE: [&str; 8] = [
    "hộ gia đình",
    "người thuê nhà",
    "hộ kinh doanh",
    "doanh nghiệp",
    "cơ quan hành chính",
    "trường học",
    "hợp tác xã",
    "chủ đầu tư",
];
const ENDS: [&str; 6] =
    ["kịp thời", "bằng văn bản", "đúng quy định", "qua cổng dịch vụ", "trước khi đóng điện", "có chữ ký số"];

/// Xorshift: enough for text, and nothing to install.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or(0)
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    fn sentence(&mut self) -> String {
        let (act, thing, who) = (self.of(&ACTS), self.of(&THINGS), self.of(&PEOPLE));
        let (then, what, end) = (self.of(&ACTS).to_lowercase(), self.of(&THINGS), self.of(&ENDS));
        format!("{act} {thing} cho {who}, sau đó {then} {what} {end}.")
    }
}

pub(crate) fn catalogue(procedures: usize, seed: u64) -> Files {
    let mut dice = Dice(seed | 1);
    let mut files = vec![(
        "site.toml".to_owned(),
        "title = \"Danh mục để đo\"\nbase_url = \"https://example.vn\"\n\n[links]\napply_hosts = [\"nop.example.vn\"]\n"
            .to_owned(),
    )];
    let mut registry = |name: &str, count: usize, more: &dyn Fn(usize) -> String| {
        let entry = |nth| format!("{name}-{nth}:\n  title: \"{} số {nth}\"\n{}", ACTS[nth % 10], more(nth));
        files.push((format!("content/{name}.yaml"), (0..count).map(entry).collect()));
    };
    registry("fields", FIELDS, &|_| String::new());
    registry("audiences", AUDIENCES, &|_| String::new());
    registry("papers", PAPERS, &|_| String::new());
    registry("legal", LEGAL, &|nth| format!("  number: \"{nth}/2025/TT\"\n"));
    for nth in 0..AGENCIES {
        files.push((
            format!("content/agencies/co-quan-{nth}.yaml"),
            format!("title: \"Công ty Điện lực {nth}\"\n"),
        ));
    }
    for nth in 0..procedures {
        let path = format!("content/procedures/f{}/p-{nth}", nth % FIELDS);
        files.push((format!("{path}.yaml"), record(&mut dice, nth, procedures)));
        files.push((format!("{path}.md"), prose(&mut dice)));
    }
    files.sort();
    files
}

fn record(dice: &mut Dice, nth: usize, procedures: usize) -> String {
    let mut out = String::new();
    let title = format!("{} {} cho {} số {nth}", dice.of(&ACTS), dice.of(&THINGS), dice.of(&PEOPLE));
    let (audience, agency) = (dice.roll(AUDIENCES), dice.roll(AGENCIES));
    write!(
        out,
        "code: \"2.{nth:06}\"\ntitle: \"{title}\"\nsummary: \"{}\"\nfield: fields-{}\naudiences: [audiences-{audience}]\n\
         agency: co-quan-{agency}\nonline: {{level: full}}\napply: \"https://nop.example.vn/2.{nth:06}\"\n\
         reviewed: 2026-10-01\nchannels:\n",
        dice.sentence(),
        nth % FIELDS,
    )
    .expect("a string takes everything");
    let channels = ["online", "counter", "post"];
    let mut line = |text: String| out.push_str(&text);
    for it in channels {
        line(format!("  - {{kind: {it}, note: \"{}\"}}\n", dice.sentence()));
    }
    line("terms:\n".to_owned());
    for it in channels {
        let (days, fee) = (2 + dice.roll(20), 10 * (1 + dice.roll(40)));
        line(format!("  - {{channel: {it}, time: \"{days} ngày làm việc\", fee: \"{fee}.000 đ\"}}\n"));
    }
    line("documents:\n".to_owned());
    for it in 0..4 {
        line(format!("  - {{paper: papers-{}, originals: 1, copies: {it}}}\n", (nth + it * 7) % PAPERS));
    }
    line("steps:\n".to_owned());
    for _ in 0..7 {
        let by = dice.of(&["customer", "agency", "Đơn vị vận hành"]);
        let (title, text) = (dice.sentence(), [dice.sentence(), dice.sentence(), dice.sentence()].join(" "));
        line(format!("  - {{by: \"{by}\", title: \"{title}\", text: \"{text}\"}}\n"));
    }
    line(format!("result: {{name: \"{}\"}}\nconditions:\n", dice.sentence()));
    for _ in 0..4 {
        line(format!("  - \"{}\"\n", dice.sentence()));
    }
    line(format!("legal: [legal-{}, legal-{}]\n", nth % LEGAL, (nth + 1) % LEGAL));
    // Only to smaller numbers, or the records would wait for each other in a circle.
    let related = (1..4).filter(|step| step * step <= nth).map(|step| format!("p-{}", nth - step * step));
    let related: Vec<String> = related.collect();
    if !related.is_empty() && related.len() < procedures {
        line(format!("related: {{together: [{}]}}\n", related.join(", ")));
    }
    out
}

fn prose(dice: &mut Dice) -> String {
    let mut out = String::new();
    for heading in ["Ai làm được", "Cần biết", "Hỏi đáp"] {
        let (first, second) = (dice.sentence(), dice.sentence());
        write!(
            out,
            "## {heading}\n\n{first} **{second}**\n\n- {}\n- {}\n\n",
            dice.sentence(),
            dice.sentence()
        )
        .expect("a string takes everything");
    }
    out.push_str("| Việc | Ghi chú |\n| --- | --- |\n");
    for _ in 0..4 {
        writeln!(out, "| {} | {} |", dice.of(&ACTS), dice.of(&ENDS)).expect("a string takes everything");
    }
    out
}
