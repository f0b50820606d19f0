//! Everything third-party: files people bring, networks people post in, channels that reach our own people, and the only HTTP
//! client.
//!
//! Parse at the door: foreign data becomes the types of `nabat-crisis` here. What cannot be read is refused with a reason, never
//! guessed and never a panic. [`files`] reads what people bring, [`networks`] listens, [`channels`] tells, [`http`] carries.
//!
//! Hashtags, handles and links of an item are those its source marks; finding them in bare words is the work of intake.

pub mod channels;
pub mod files;
pub mod http;
pub mod networks;

mod dates;
mod encoding;
mod html;
mod json_walk;
mod record;
