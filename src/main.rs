use std::process::ExitCode;

/// A quarter less CPU than the system's for a large build: values are made on one core and freed on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    thutuc::commands::main()
}
