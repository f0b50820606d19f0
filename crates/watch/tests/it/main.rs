//! The words side as its callers see it: properties on random input, messages in three languages, and hand-labelled data.
//! The modules are marked as tests because clippy lets only those panic and print.

#[cfg(test)]
mod dialects;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod engine;
#[cfg(test)]
mod labelled_data;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod properties;
