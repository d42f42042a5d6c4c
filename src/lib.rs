//! Turns a folder of records about administrative procedures into a website.
//!
//! ```text
//! read ─► check ─► derive ─► render ─┐
//!                         └► index ──┴► write
//! ```
//!
//! Stages are verbs, data are nouns; modules stand in reading order.

pub mod pipeline;

// stages: verbs, in the order they run
pub mod check;
pub mod derive;
pub mod compare;
pub mod index;
pub mod render;
pub mod search;

// data: what flows
pub mod config;
pub mod diagnostic;
pub mod error;
pub mod model;
pub mod output;
pub mod shape;
pub mod source;

// tools: no knowledge of procedures
pub mod markdown;
pub mod text;

// shell: the only modules that touch disk, clock, terminal and network
pub mod commands;
pub mod read;
pub mod serve;
pub mod write;
