use std::process::ExitCode;

fn main() -> ExitCode {
    thutuc::commands::main()
}
