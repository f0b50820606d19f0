//! What people set: the house, its people and their keys, and where alerts go.

pub mod channels;
pub mod house;
pub mod people;
pub mod sign_in;
pub mod tokens;
