//! Writes a made-up catalogue into a folder: `cargo bench --bench generate -- 10000 /dev/shm/site`.

mod catalogue;

use std::path::Path;
use std::{env, fs, io};

const SEED: u64 = 20_261_124;

fn main() -> io::Result<()> {
    // Cargo adds `--bench`.
    let mut arguments = env::args().skip(1).filter(|it| !it.starts_with("--"));
    let (Some(count), Some(folder)) = (arguments.next().and_then(|it| it.parse().ok()), arguments.next())
    else {
        eprintln!("cargo bench --bench generate -- PROCEDURES FOLDER");
        return Ok(());
    };
    for (path, text) in catalogue::catalogue(count, SEED) {
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().expect("every file lies below the folder"))?;
        fs::write(path, text)?;
    }
    Ok(())
}
