//! Tests of the program as a whole and of its source. One binary, so that it links once.

mod budgets;
mod built;
mod catalogue;
mod choices;
mod docs;
mod due;
mod facts;
mod feedback;
mod hostile;
mod html;
mod killing;
mod markup;
mod offices;
mod open_data;
mod portable;
mod program;
mod requests;
mod same_bytes;
mod schemas;
mod search;
mod serving;
mod starting;
mod stats;
mod tidy;
mod time;
mod timings;
