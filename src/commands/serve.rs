//! `serve`: the site in a browser, as it is being written.

use super::context::Context;
use super::{Outcome, terminal, trouble};
use crate::error::{Error, Result};
use crate::serve::{Settings, serve};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Port on this machine; else the first free one from 4400 on.
    #[arg(long, short, value_name = "PORT")]
    port: Option<u16>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    context.speaks_text("serve")?;
    // A folder that is no site is a slip of the hand; anything else is shown on the page.
    if let Err(error @ Error::NoSite { .. }) = context.read() {
        return Err(error);
    }
    let language = context.language();
    serve(&Settings {
        root: context.root().to_owned(),
        port: args.port,
        language,
        style: terminal::style(),
        is_quiet: context.is_quiet(),
        as_of: &|sources| context.as_of(sources),
        tell: trouble::text,
    })?;
    Ok(Outcome::Done)
}
